// Scores for a whole file: what the plan maximises and the heat map shows, rules first and one's own history on top.
import { instantOfMinute } from '../../engine/epoch-minute';
import type { Instant } from '../../time/instant';
import { UNKNOWN_AUDIENCE } from '../nouns/audience';
import type { ContentType } from '../nouns/platform';
import { type PostsFile, platformsOf } from '../posts-file';
import { HOURS_PER_WEEK } from './audience-curve';
import { learnedWeek, meanOf } from './heat-map';
import { type HistoryCells, historyCells, scoreOfRatio, shrunk } from './history-cells';
import { commonMetric } from './outcome';
import { hourOfWeekAt, type TimingQuestion, timingAt, timingWeek } from './timing-scores';

/** Scores of ascending epoch minutes for a platform and a content type, 0 to 1. Null: the platform's first type. */
export type SlotScores = (platform: string, contentType: string | null, minutes: Int32Array) => Float64Array;

export interface FileScores {
  readonly slotScores: SlotScores;
  /** 168 hours from Monday 00:00 in the file's zone, as of `at`; 0 to 1. */
  week(platform: string, contentType: string | null): Float64Array;
  question(platform: string, contentType: string | null): TimingQuestion;
}

/** A week that was learned otherwise, 168 scores in 0..1, or `null` to score by the rules and one's own cells. */
export type LearnedWeek = (question: TimingQuestion) => Float64Array | null;

/** `at` sets the month and the offsets of the typical week. An unknown platform or content type is a bug: the file was checked. */
export function scoresOfFile(file: PostsFile, at: Instant, learned: LearnedWeek = () => null): FileScores {
  const platforms = new Map(platformsOf(file).map((platform) => [platform.id, platform]));
  const histories = new Map<string, HistoryCells>();
  const historyOf = (platform: string): HistoryCells => {
    let history = histories.get(platform);
    if (!history) {
      const own = file.history.filter((record) => record.platform === platform);
      history = historyCells(own, commonMetric(own), file.timeZone);
      histories.set(platform, history);
    }
    return history;
  };
  const question = (platform: string, contentType: string | null): TimingQuestion => ({
    platform,
    contentType: typeOf(platforms.get(platform)?.contentTypes ?? [], contentType),
    audience: file.audiences[platform] ?? file.audiences.default ?? UNKNOWN_AUDIENCE,
    zone: file.timeZone,
    at,
    knowledge: { evidence: file.evidence, adjustments: file.adjustments, parameters: file.parameters },
  });
  const strength = file.parameters.priorStrength;
  return {
    question,
    week(platform, contentType) {
      const asked = question(platform, contentType);
      return learned(asked) ?? learnedWeek(timingWeek(asked), historyOf(platform), strength);
    },
    slotScores(platform, contentType, minutes) {
      const asked = question(platform, contentType);
      const week = learned(asked);
      if (week) return Float64Array.from(localHours(asked, minutes), (hour) => week[hour]!);
      const prior = timingAt(asked, minutes);
      const history = historyOf(platform);
      if (history.samples === 0) return prior;
      return withHistory(asked, prior, minutes, history, strength);
    },
  };
}

function withHistory(
  question: TimingQuestion,
  prior: Float64Array,
  minutes: Int32Array,
  history: HistoryCells,
  strength: number,
): Float64Array {
  const week = timingWeek(question);
  const meanPrior = meanOf(week);
  const learned = (value: number, hour: number): number =>
    shrunk(history.count[hour]!, scoreOfRatio(history.mean[hour]!, meanPrior), strength, value);
  let top = 1;
  for (let hour = 0; hour < HOURS_PER_WEEK; hour += 1) top = Math.max(top, learned(week[hour]!, hour));
  const hourAt = localHours(question, minutes);
  return prior.map((value, index) => Math.min(1, Math.max(0, learned(value, hourAt[index]!)) / top));
}

function localHours(question: TimingQuestion, minutes: Int32Array): Int32Array {
  return minutes.map((minute) => hourOfWeekAt(question.zone, instantOfMinute(minute)));
}

function typeOf(types: readonly ContentType[], id: string | null): ContentType {
  const type = id === null ? types[0] : types.find((one) => one.id === id);
  if (!type) throw new Error(`Unknown content type: ${id}`);
  return type;
}
