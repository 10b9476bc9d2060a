// Why a post goes out when it does: what speaks for the hour, one line a source, and the best other times that break no rule.
import { percent } from '#shared/base/percent';
import { minuteFloor } from '#shared/engine/epoch-minute';
import { weighted } from '#shared/posts/nouns/audience';
import { audienceOffsetMinutes } from '#shared/posts/nouns/audience-zone';
import type { Post } from '#shared/posts/nouns/post';
import { isInWindow } from '#shared/posts/nouns/time-window';
import type { LegalStarts } from '#shared/posts/plan/moves';
import type { PlanFrame } from '#shared/posts/plan/plan-frame';
import type { PostsFile } from '#shared/posts/posts-file';
import type { FileScores } from '#shared/posts/timing/slot-scores';
import { weekdayOf } from '#shared/time/day';
import { type Instant, instant, minutesBetween, plusMinutes } from '#shared/time/instant';
import { dayAt, minuteOfDayAt } from '#shared/time/zone';
import { formatMinuteOfDay } from '../../ui/format-time';
import { zoneName } from './audience-clock';
import { type HeatWeek, METRIC_WORDS } from './heat-grid';

export interface HourFactor {
  readonly name: string;
  /** 0 to 1, for its bar; null where there is nothing to measure. */
  readonly value: number | null;
  readonly detail: string;
}

export interface OtherTime {
  readonly at: Instant;
  /** 0 to 1, on the scale of `score`. */
  readonly score: number;
}

export interface WhyThisHour {
  readonly score: number;
  readonly factors: readonly HourFactor[];
  readonly others: readonly OtherTime[];
}

export interface WhyQuestion {
  readonly file: PostsFile;
  readonly frame: PlanFrame;
  readonly scores: FileScores;
  /** Of the post's platform and type, on the user's clock. */
  readonly week: HeatWeek;
  /** Whether the forest made the week. */
  readonly learned: boolean;
  readonly post: Post;
  readonly at: Instant;
  /** Null for a published post: it goes nowhere. */
  readonly starts: LegalStarts | null;
}

const MOST_OTHERS = 3;
/** Two times closer than this are one choice. */
const APART_MINUTES = 180;
/** A post that could as well wait for weeks is another plan. */
const AROUND_MINUTES = 4 * 1440;

export function whyThisHour(question: WhyQuestion): WhyThisHour {
  const { file, frame, scores, week, learned, post, at } = question;
  const lane = frame.lanes.get(post.platform);
  const minuteOfWeek = (weekdayOf(dayAt(frame.zone, at)) - 1) * 1440 + minuteOfDayAt(frame.zone, at);
  const cell = week.cells[Math.floor(minuteOfWeek / 60)]!;
  const metric = METRIC_WORDS[week.metric ?? ''] ?? 'result';
  const peaks = file.evidence.filter(({ platform, kind }) => platform === post.platform && kind === 'peak');
  const ownShare = cell.n / (cell.n + file.parameters.priorStrength || 1);
  const factors: HourFactor[] = [
    {
      name: 'Studies',
      value: cell.prior,
      detail: peaks[0] ? `${peaks[0].source}, ${peaks[0].year}` : 'No study names hours of this platform',
    },
    {
      name: 'Your posts',
      value: cell.n === 0 ? null : ownShare,
      detail:
        cell.n === 0
          ? 'None of yours in this hour yet'
          : `${cell.ratio.toFixed(2)} × usual ${metric}, ${cell.low.toFixed(2)} to ${cell.high.toFixed(2)}, n ${cell.n}`,
    },
    ...(learned
      ? [{ name: 'Forest', value: null, detail: `Predicts ${cell.ratio.toFixed(2)} × usual ${metric} here` }]
      : []),
    ...audienceFactor(question),
    ...(lane && lane.preferred.length > 0
      ? [
          {
            name: 'Preferred windows',
            value: null,
            detail: lane.preferred.some((window) => isInWindow(window, minuteOfWeek))
              ? 'Inside one of them'
              : 'Outside: none was open',
          },
        ]
      : []),
  ];
  return { score: scoreAt(scores, post, at), factors, others: otherTimes(question) };
}

/** "9:00 in Helsinki (64%), 8:00 in Berlin (36%)". */
function audienceFactor({ file, post, at }: WhyQuestion): HourFactor[] {
  const audience = file.audiences[post.platform] ?? file.audiences.default;
  const zones = audience ? weighted(audience.timeZoneWeights) : [];
  if (zones.length === 0) return [];
  const parts = zones.map(([zone, share]) => {
    const minute = Math.floor(plusMinutes(at, audienceOffsetMinutes(zone, at)) / 60_000) % 1440;
    return `${formatMinuteOfDay(minute)} in ${zoneName(zone)} (${percent(share)})`;
  });
  return [{ name: 'Audience', value: null, detail: parts.join(', ') }];
}

function scoreAt(scores: FileScores, post: Post, at: Instant): number {
  return scores.slotScores(post.platform, post.contentType, Int32Array.of(minuteFloor(at)))[0] ?? 0;
}

/** The best legal starts of the days around, each some hours from the others and from the present one. */
function otherTimes({ scores, post, at, starts }: WhyQuestion): OtherTime[] {
  if (!starts) return [];
  const middle = minuteFloor(at);
  const legal = starts.minutes.filter(
    (minute, index) => starts.legal[index] === 1 && Math.abs(minute - middle) <= AROUND_MINUTES,
  );
  const worth = scores.slotScores(post.platform, post.contentType, legal);
  const ranked = Array.from(legal, (minute, index) => ({ at: instant(minute * 60_000), score: worth[index]! })).sort(
    (a, b) => b.score - a.score || a.at - b.at,
  );
  const chosen: OtherTime[] = [];
  for (const time of ranked) {
    if (chosen.length === MOST_OTHERS) break;
    const near = (other: Instant) => Math.abs(minutesBetween(other, time.at)) < APART_MINUTES;
    if (!near(at) && !chosen.some((one) => near(one.at))) chosen.push(time);
  }
  return chosen;
}
