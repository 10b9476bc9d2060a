// What a screen shows of one platform: the week with every cell's figures, the best hours, the model's state.
import type { Instant } from '../time/instant';
import { offsetAt, type ZoneId } from '../time/zone';
import { LEAST_CELL_SAMPLES } from './adaptive/exploration';
import type { EvidenceWindow } from './evidence/evidence-window';
import { noticeOf } from './learning/predict-times';
import { learnedByModels, type StoredModel, storedHours, trainingFingerprint } from './learning/stored-model';
import type { PostsFile } from './posts-file';
import { HOURS_PER_WEEK } from './timing/audience-curve';
import { type HeatCell, heatMap } from './timing/heat-map';
import { commonMetric, type OutcomeMetric } from './timing/outcome';
import { scoresOfFile } from './timing/slot-scores';

export interface PlatformView {
  readonly platform: string;
  readonly contentType: string;
  /** What the figures are of; null without history. */
  readonly metric: OutcomeMetric | null;
  /** Posts with that figure and an hour. */
  readonly samples: number;
  /** Who says it: the forest, one's own posts over the studies, or the studies alone. */
  readonly source: 'forest' | 'own' | 'studies';
  /** 168, from Monday 00:00 in the zone asked for. `score` is the plan's, 0 to 1; `ratio`, `low` and `high` are times the usual result. */
  readonly cells: readonly HeatCell[];
  /** Cells of at least five posts, best first; they become suggestions. */
  readonly bestHours: readonly HeatCell[];
  /** Studies about this platform and type, as they stand now. */
  readonly evidence: readonly EvidenceWindow[];
  readonly model: StoredModel | null;
  /** Why the rules stand or how far the model may be trusted; empty when there is nothing to say. */
  readonly notice: string;
  /** The history or the audience changed since the model was trained. */
  readonly outdated: boolean;
}

const BEST_HOURS = 5;

export interface PlatformQuestion {
  readonly platform: string;
  /** Null: the platform's first. */
  readonly contentType: string | null;
  /** Month and offsets of the typical week are those of this moment. */
  readonly at: Instant;
  /** The zone the hours are read in; absent: the file's. */
  readonly zone?: ZoneId;
}

export function platformView(file: PostsFile, models: readonly StoredModel[], asked: PlatformQuestion): PlatformView {
  const { platform, contentType, at, zone = file.timeZone } = asked;
  const there = { ...file, timeZone: zone };
  const question = scoresOfFile(there, at).question(platform, contentType);
  const own = file.history.filter((record) => record.platform === platform);
  const model = models.find((one) => one.platform === platform) ?? null;
  // A model speaks of the planner's hours; read in another zone its week is turned.
  const turn = zone === file.timeZone ? 0 : hoursAhead(file.timeZone, zone, at);
  const hours = model && storedHours(model, question.contentType.id);
  const week = learnedByModels(models)(question);
  const map = heatMap(question, own, file.parameters.priorStrength, model?.card.metric ?? commonMetric(own));
  const cells = map.cells.map((cell, index): HeatCell => {
    const source = (index - turn + HOURS_PER_WEEK) % HOURS_PER_WEEK;
    const hour = hours?.[source];
    if (!model || !hour || !week) return cell;
    const { usual } = model;
    return {
      ...cell,
      score: week[source]!,
      ratio: hour.expected / usual,
      low: hour.low / usual,
      high: hour.high / usual,
    };
  });
  return {
    platform,
    contentType: question.contentType.id,
    metric: map.metric,
    samples: map.samples,
    source: hours ? 'forest' : map.samples > 0 ? 'own' : 'studies',
    cells,
    bestHours: cells
      .filter(({ n }) => n >= LEAST_CELL_SAMPLES)
      .sort((a, b) => b.ratio - a.ratio)
      .slice(0, BEST_HOURS),
    evidence: file.evidence.filter(
      (window) =>
        window.platform === platform &&
        (window.contentTypes.length === 0 || window.contentTypes.includes(question.contentType.id)),
    ),
    model,
    notice: model ? noticeOf(model.card) : '',
    outdated: model !== null && model.fingerprint !== trainingFingerprint(file, platform),
  };
}

function hoursAhead(from: ZoneId, to: ZoneId, at: Instant): number {
  return Math.round((offsetAt(to, at) - offsetAt(from, at)) / 3_600_000);
}
