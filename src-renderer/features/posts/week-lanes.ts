// The week as lanes: one a platform, with its posts, the gap each of them keeps free behind it, and now.
import { storedInstant } from '#shared/engine/epoch-minute';
import type { PlanFrame } from '#shared/posts/plan/plan-frame';
import type { PostPlacement } from '#shared/posts/plan/posting-plan';
import { type Day, daysBetween, daysFrom, plusDays } from '#shared/time/day';
import { type Instant, type Minutes, plusMinutes } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { formatDayLong, formatMinuteOfDay } from '../../ui/format-time';

/** `published`: from the queue or the history; it never moves. */
export type LaneState = 'planned' | 'pinned' | 'published';

export interface LaneBlock {
  /** The queue's post; null for a record of the history that is none of the queue's. */
  readonly postId: string | null;
  readonly key: string;
  readonly title: string;
  readonly start: Instant;
  /** "8:00". */
  readonly time: string;
  readonly state: LaneState;
  /** Share of the week, 0 to 1. */
  readonly at: number;
  /** Share of the week from this start to the next of the lane; 1 without one. */
  readonly room: number;
  readonly score: number | null;
  /** "LinkedIn, 8:00 Hiring, Tuesday 24 November, published". */
  readonly name: string;
}

/** Where the minimum gap of a post keeps the lane closed, as shares of the week. */
export interface GapBand {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

export interface WeekLane {
  readonly platform: string;
  readonly name: string;
  /** "gap 24 h". */
  readonly gap: string;
  readonly blocks: readonly LaneBlock[];
  readonly bands: readonly GapBand[];
}

export interface WeekLanes {
  readonly days: readonly Day[];
  readonly lanes: readonly WeekLane[];
  /** Share of the week; null when now lies outside. */
  readonly now: number | null;
}

export interface WeekLanesInput {
  readonly frame: PlanFrame;
  readonly placements: readonly PostPlacement[];
  /** In the order of the lanes. */
  readonly platforms: readonly string[];
  readonly firstDay: Day;
  readonly now: Instant;
}

const DAYS = 7;

export function weekLanes({ frame, placements, platforms, firstDay, now }: WeekLanesInput): WeekLanes {
  const { zone } = frame;
  const starts = startsOf(frame, placements);
  const lanes = platforms.flatMap((platform): WeekLane[] => {
    const lane = frame.lanes.get(platform);
    if (!lane) return [];
    const own = starts.filter((one) => one.platform === platform).sort((a, b) => a.start - b.start);
    const bands = own.flatMap((one): GapBand[] => {
      const from = Math.max(0, shareOfWeek(zone, firstDay, one.start));
      const to = Math.min(1, shareOfWeek(zone, firstDay, plusMinutes(one.start, lane.gapMinutes)));
      return to > from ? [{ key: one.key, from, to }] : [];
    });
    const shown = own.filter((one) => isInWeek(zone, firstDay, one.start));
    const blocks = shown.map((one, index): LaneBlock => {
      const { platform: _platform, ...rest } = one;
      const at = shareOfWeek(zone, firstDay, one.start);
      const next = shown[index + 1];
      const time = formatMinuteOfDay(minuteOfDayAt(zone, one.start));
      const stateWords = one.state === 'planned' ? '' : `, ${one.state}`;
      return {
        ...rest,
        at,
        time,
        room: next ? shareOfWeek(zone, firstDay, next.start) - at : 1,
        name: `${lane.name}, ${time} ${one.title}, ${formatDayLong(dayAt(zone, one.start))}${stateWords}`,
      };
    });
    return [{ platform, name: lane.name, gap: gapWords(lane.gapMinutes), blocks, bands }];
  });
  return {
    days: daysFrom(firstDay, plusDays(firstDay, DAYS)),
    lanes,
    now: isInWeek(zone, firstDay, now) ? shareOfWeek(zone, firstDay, now) : null,
  };
}

/** Where a moment stands in the week: days are of one width, whatever their clocks do. Below 0 before it, above 1 after it. */
export function shareOfWeek(zone: ZoneId, firstDay: Day, at: Instant): number {
  return (daysBetween(firstDay, dayAt(zone, at)) + minuteOfDayAt(zone, at) / 1440) / DAYS;
}

/** The minute of its day, and the day, under a share of the week, on a grid of minutes. */
export function placeInWeek(firstDay: Day, share: number, gridMinutes: Minutes): { day: Day; minute: Minutes } {
  const steps = (DAYS * 1440) / gridMinutes;
  const step = Math.min(steps - 1, Math.max(0, Math.round(share * steps)));
  const minute = step * gridMinutes;
  return { day: plusDays(firstDay, Math.floor(minute / 1440)), minute: minute % 1440 };
}

export function gapWords(gapMinutes: Minutes): string {
  const hours = gapMinutes / 60;
  return `gap ${Number.isInteger(hours) ? hours : hours.toFixed(1)} h`;
}

function isInWeek(zone: ZoneId, firstDay: Day, at: Instant): boolean {
  const day = daysBetween(firstDay, dayAt(zone, at));
  return day >= 0 && day < DAYS;
}

interface Start {
  readonly postId: string | null;
  readonly key: string;
  readonly platform: string;
  readonly title: string;
  readonly start: Instant;
  readonly state: LaneState;
  readonly score: number | null;
}

/** Fixed posts and the plan's; a pinned post stands where it is pinned, whatever an older plan says. */
function startsOf(frame: PlanFrame, placements: readonly PostPlacement[]): Start[] {
  const scores = new Map(placements.map(({ id, score }) => [id, score]));
  const fixed = frame.fixed.map(({ post, platform, start, posted }): Start => {
    const title = post?.title || (post?.id ?? 'Earlier post');
    const key = post?.id ?? `${platform}@${start}`;
    const score = post ? (scores.get(post.id) ?? null) : null;
    return { postId: post?.id ?? null, key, platform, title, start, state: posted ? 'published' : 'pinned', score };
  });
  const open = new Map(frame.open.map((post) => [post.id, post]));
  const planned = placements.flatMap(({ id, start, score }): Start[] => {
    const post = open.get(id);
    if (!post) return [];
    const at = storedInstant(start);
    return [
      { postId: id, key: id, platform: post.platform, title: post.title || id, start: at, state: 'planned', score },
    ];
  });
  return [...fixed, ...planned];
}
