// Where a single post may go while everything else stays: what dragging allows, and what it says when it refuses.
import { minuteCeil, minuteFloor, storedInstant } from '../../engine/epoch-minute';
import type { Violation } from '../../engine/plan';
import { formatInstant, type Instant, instant } from '../../time/instant';
import { firstAtOrAfter } from './limit';
import { Occupancy } from './occupancy';
import type { FixedPost, PlanFrame } from './plan-frame';
import { searchSpaceOf } from './search-space';
import { verifyPostingPlan } from './verify';

export interface GivenPlacement {
  readonly id: string;
  readonly start: string;
}

/** Rules the post would break at a moment, each with the other parties; none when it may go there. */
export function breachesAt(
  frame: PlanFrame,
  placements: readonly GivenPlacement[],
  postId: string,
  at: Instant,
): Violation[] {
  const alone = frameOfOne(frame, placements, postId);
  if (!alone) return [];
  return verifyPostingPlan(alone, { placements: [{ id: postId, start: formatInstant(at) }], unplaced: [] });
}

export interface LegalStarts {
  /** Epoch minutes of the grid over the planned stretch. */
  readonly minutes: Int32Array;
  /** 1 where the post may start. */
  readonly legal: Uint8Array;
}

/** All starts of the grid at which the post breaks no rule. `null` when the post is unknown or published. */
export function legalStarts(
  frame: PlanFrame,
  placements: readonly GivenPlacement[],
  postId: string,
  gridMinutes: number,
): LegalStarts | null {
  const alone = frameOfOne(frame, placements, postId);
  if (!alone) return null;
  const space = searchSpaceOf(alone, gridMinutes, (_platform, _type, minutes) => new Float64Array(minutes.length));
  const open = new Occupancy(space).openWorth(space.demands[0]!, 0, space.minutes.length);
  return { minutes: space.minutes, legal: Uint8Array.from(open, (worth) => (worth >= 0 ? 1 : 0)) };
}

/** The first legal start at or after a moment; `null` when there is none in the planned stretch. */
export function nextLegalStart(starts: LegalStarts, from: Instant): Instant | null {
  const slot = starts.legal.indexOf(1, firstAtOrAfter(starts.minutes, minuteCeil(from)));
  return slot < 0 ? null : instant(starts.minutes[slot]! * 60_000);
}

export function isLegalStart(starts: LegalStarts, at: Instant): boolean {
  const minute = minuteFloor(at);
  const slot = firstAtOrAfter(starts.minutes, minute);
  return starts.minutes[slot] === minute && starts.legal[slot] === 1;
}

/** The frame in which this post alone is open and all others are fixed where they are. */
function frameOfOne(frame: PlanFrame, placements: readonly GivenPlacement[], postId: string): PlanFrame | null {
  const pinned = frame.fixed.find(({ post, posted }) => post?.id === postId && !posted)?.post;
  const post = frame.open.find(({ id }) => id === postId) ?? pinned;
  if (!post) return null;
  const starts = new Map(placements.map(({ id, start }) => [id, storedInstant(start)]));
  const others = frame.open.flatMap((other): FixedPost[] => {
    const start = starts.get(other.id);
    if (other.id === postId || start === undefined) return [];
    return [{ post: other, platform: other.platform, start, posted: false }];
  });
  const fixed = [...frame.fixed.filter((one) => one.post?.id !== postId), ...others];
  return { ...frame, open: [post], fixed: fixed.sort((a, b) => a.start - b.start) };
}
