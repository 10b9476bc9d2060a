// The plan as numbers: slots on a grid, what each post is worth in each slot, and the limits between posts.
import { minuteCeil, minuteFloor } from '../../engine/epoch-minute';
import { localClockOf, offsetMinutesAt, onGrid } from '../../engine/local-clock';
import { modulo } from '../../time/civil';
import { daysFrom, plusDays } from '../../time/day';
import { type Instant, instant } from '../../time/instant';
import { dayAt, instantAtMinute } from '../../time/zone';
import { type Post, PRIORITY_WEIGHT } from '../nouns/post';
import { minutesInWindows } from '../nouns/time-window';
import type { SlotScores } from '../timing/slot-scores';
import { firstAtOrAfter, type Limit } from './limit';
import { IN_FLIGHT_MINUTES, type Lane, type PlanFrame, startWindowOf } from './plan-frame';

export interface Demand {
  readonly index: number;
  readonly post: Post;
  readonly lane: number;
  readonly weight: number;
  /** Slots it may use: `first` inclusive, `end` exclusive. */
  readonly first: number;
  readonly end: number;
  /** Timing score of every slot, 0 to 1; shared between posts of one kind. */
  readonly scores: Float64Array;
  /** What a slot is worth to it, 0 to 1; -1 where it may not be. Shared between posts of one kind. */
  readonly worth: Float64Array;
  /** Positions in `limits`. */
  readonly limits: readonly number[];
}

export interface SearchSpace {
  /** Epoch minutes of the slots, evenly spaced. */
  readonly minutes: Int32Array;
  readonly step: number;
  readonly lanes: readonly Lane[];
  /** By lane: whether a slot is preferred; null where there is no preference. */
  readonly preferred: readonly (Uint8Array | null)[];
  readonly demands: readonly Demand[];
  readonly limits: readonly Limit[];
  /** By limit: starts that are fixed. */
  readonly fixedStarts: readonly (readonly number[])[];
}

export function slotMinutes(frame: PlanFrame, step: number): Int32Array {
  const from = minuteCeil(frame.horizon.from);
  const until = minuteCeil(frame.horizon.until);
  const first = onGrid(localClockOf(frame.zone, from - 1440, until + 1440), from, step);
  return Int32Array.from({ length: Math.max(0, Math.ceil((until - first) / step)) }, (_, slot) => first + slot * step);
}

/** `aims` gives a post other values to seek than its scores; null for posts that seek the best. */
export function searchSpaceOf(
  frame: PlanFrame,
  step: number,
  slotScores: SlotScores,
  aims: (post: Post, minutes: Int32Array) => Float64Array | null = () => null,
): SearchSpace {
  const minutes = slotMinutes(frame, step);
  const wanted = new Set([
    ...frame.open.map((post) => post.platform),
    ...frame.fixed.flatMap(({ post }) => post?.platform ?? []),
  ]);
  const lanes = [...frame.lanes.values()].filter((lane) => wanted.has(lane.platform));
  const laneIndex = new Map(lanes.map((lane, index) => [lane.platform, index]));
  const weekMinutes = minutesOfWeek(frame, minutes);
  const preferred = lanes.map((lane) => (lane.preferred.length === 0 ? null : flagsOf(lane.preferred, weekMinutes)));
  const prohibited = lanes.map((lane) => flagsOf(lane.prohibited, weekMinutes));
  const { limits, fixedStarts, limitsOf } = limitsOfFrame(frame, lanes, minutes);

  const made = new Map<string, { scores: Float64Array; worth: Float64Array }>();
  const kindOf = (lane: number, post: Post) => {
    const key = `${post.platform} ${post.contentType}`;
    let kind = made.get(key);
    if (!kind) {
      const scores = slotScores(post.platform, post.contentType, minutes);
      const { preferredOnly } = lanes[lane]!;
      kind = { scores, worth: worthOf(scores, prohibited[lane]!, preferred[lane]!, preferredOnly) };
      made.set(key, kind);
    }
    return kind;
  };
  const demands = frame.open.map((post, index) => {
    const lane = laneIndex.get(post.platform)!;
    const window = startWindowOf(frame, post);
    const kind = kindOf(lane, post);
    const aim = aims(post, minutes);
    return {
      index,
      post,
      lane,
      weight: PRIORITY_WEIGHT[post.priority],
      first: firstAtOrAfter(minutes, minuteCeil(window.from)),
      end: firstAtOrAfter(minutes, minuteCeil(window.until)),
      scores: kind.scores,
      worth: aim ? worthOf(aim, prohibited[lane]!, preferred[lane]!, lanes[lane]!.preferredOnly) : kind.worth,
      limits: limitsOf(post, lane),
    };
  });
  return { minutes, step, lanes, preferred, demands, limits, fixedStarts };
}

/** Preferred slots are worth more than any other: the score decides within each half. */
function worthOf(
  scores: Float64Array,
  prohibited: Uint8Array,
  preferred: Uint8Array | null,
  preferredOnly: boolean,
): Float64Array {
  return scores.map((score, slot) => {
    if (prohibited[slot]) return -1;
    if (!preferred) return score;
    if (preferred[slot]) return (1 + score) / 2;
    return preferredOnly ? -1 : score / 2;
  });
}

function flagsOf(windows: Lane['preferred'], weekMinutes: Int32Array): Uint8Array {
  const flags = minutesInWindows(windows);
  return Uint8Array.from(weekMinutes, (minute) => flags[minute]!);
}

/** Minutes since Monday 00:00 on the wall clock. */
function minutesOfWeek(frame: PlanFrame, minutes: Int32Array): Int32Array {
  const clock = localClockOf(frame.zone, (minutes[0] ?? 0) - 1440, (minutes.at(-1) ?? 0) + 1440);
  // 1970-01-01 was a Thursday: three days after its Monday.
  return minutes.map((minute) => modulo(minute + offsetMinutesAt(clock, minute) + 3 * 1440, 7 * 1440));
}

function limitsOfFrame(frame: PlanFrame, lanes: readonly Lane[], minutes: Int32Array) {
  const limits: Limit[] = [];
  const members: ((platform: string, post: Post | null) => boolean)[] = [];
  const add = (limit: Omit<Limit, 'days'> & { days?: Int32Array }, isMember: (typeof members)[number]): void => {
    limits.push({ days: null, ...limit });
    members.push(isMember);
  };
  const calm = (post: Post | null): boolean => post?.priority !== 'urgent';
  for (const { platform, name, gapMinutes, maxConcurrent, maxUrgentConcurrent, dailyCap, quota } of lanes) {
    const own = (other: string): boolean => other === platform;
    if (gapMinutes > 0) add({ reason: 'minimumGap', where: name, most: 1, minutes: gapMinutes }, own);
    // A gap of an hour already keeps the posts of a platform from running side by side.
    if (gapMinutes < IN_FLIGHT_MINUTES) {
      const side = { reason: 'concurrency', where: name, minutes: IN_FLIGHT_MINUTES } as const;
      add({ ...side, most: maxConcurrent }, (other, post) => own(other) && calm(post));
      add({ ...side, most: maxUrgentConcurrent }, own);
    }
    if (dailyCap !== null) {
      const days = midnights(frame, minutes);
      add({ reason: 'dailyCap', where: name, most: dailyCap, minutes: 1440, days }, own);
    }
    if (quota) add({ reason: 'quota', where: name, most: quota.posts, minutes: quota.perMinutes }, own);
  }
  const everywhere = { where: 'all platforms', minutes: IN_FLIGHT_MINUTES, reason: 'concurrency' } as const;
  add({ ...everywhere, most: frame.maxConcurrent }, (_platform, post) => calm(post));
  add({ ...everywhere, most: frame.maxUrgentConcurrent }, () => true);
  add({ reason: 'minuteTaken', where: 'all platforms', most: 1, minutes: 1 }, () => true);
  for (const [group, gap] of frame.duplicateGaps) {
    const limit = { reason: 'duplicateTooClose', where: `duplicate group "${group}"`, most: 1, minutes: gap } as const;
    if (gap > 0) add(limit, (_platform, post) => post?.duplicateGroup === group);
  }
  for (const { id, name, minGapHours } of frame.campaigns.values()) {
    const where = `campaign "${name || id}"`;
    const limit = { reason: 'campaignTooClose', where, most: 1, minutes: minGapHours * 60 } as const;
    if (minGapHours > 0) add(limit, (_platform, post) => post?.campaign === id);
  }
  return {
    limits,
    fixedStarts: members.map((isMember) =>
      frame.fixed
        .filter(({ platform, post }) => isMember(platform, post))
        .map(({ start }) => minuteFloor(start))
        .sort((a, b) => a - b),
    ),
    limitsOf: (post: Post, lane: number): number[] =>
      limits.flatMap((_, index) => (members[index]!(lanes[lane]!.platform, post) ? [index] : [])),
  };
}

/** Local midnights from the day before the first slot to the day after the last, in epoch minutes. */
function midnights(frame: PlanFrame, minutes: Int32Array): Int32Array {
  const at = (minute: number): Instant => instant(minute * 60_000);
  const first = plusDays(dayAt(frame.zone, at(minutes[0] ?? 0)), -1);
  const end = plusDays(dayAt(frame.zone, at(minutes.at(-1) ?? 0)), 2);
  return Int32Array.from(daysFrom(first, end), (day) => minuteFloor(instantAtMinute(frame.zone, day, 0)));
}
