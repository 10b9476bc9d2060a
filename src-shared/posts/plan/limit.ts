// Gaps, concurrency, quotas, duplicates and the flood of a minute are one thing to the search: among some posts, at most so many
// may start within any stretch of a length. A daily cap is the same with fixed stretches.
import type { PostUnplacedReason } from './posting-plan';

export interface Limit {
  /** What a post is told that fails on it. */
  readonly reason: PostUnplacedReason;
  /** Said in explanations: "LinkedIn", "all platforms". */
  readonly where: string;
  readonly most: number;
  /** Length of the stretch; starts exactly this far apart do not meet. */
  readonly minutes: number;
  /** Null: every stretch there is. Else the ascending starts of the fixed stretches (local midnights), of which each is its own. */
  readonly days: Int32Array | null;
}

/** Starts that count for one limit, ascending. */
export class LimitState {
  readonly starts: number[] = [];
  private readonly limit: Limit;

  constructor(limit: Limit) {
    this.limit = limit;
  }

  add(minute: number): void {
    this.starts.splice(firstAtOrAfter(this.starts, minute), 0, minute);
  }

  remove(minute: number): void {
    this.starts.splice(firstAtOrAfter(this.starts, minute), 1);
  }

  /** Whether one more start at `minute` keeps the limit. O(log n + most). */
  admits(minute: number): boolean {
    const { most, minutes, days } = this.limit;
    const { starts } = this;
    if (most <= 0) return false;
    if (days) {
      const day = dayOf(days, minute);
      const end = day + 1 < days.length ? days[day + 1]! : Number.POSITIVE_INFINITY;
      const begin = day < 0 ? Number.NEGATIVE_INFINITY : days[day]!;
      return firstAtOrAfter(starts, end) - firstAtOrAfter(starts, begin) < most;
    }
    const at = firstAtOrAfter(starts, minute);
    // With the new start, any most + 1 neighbours around it must not fit into the length.
    for (let first = Math.max(0, at - most); first <= at; first += 1) {
      const last = first + most - 1;
      if (last >= starts.length) break;
      const from = first < at ? starts[first]! : minute;
      const to = last >= at ? starts[last]! : minute;
      if (to - from < minutes) return false;
    }
    return true;
  }
}

/**
 * Closes, in `open` over the slots [from, from + open.length), where `state` admits no further start. The same answer as `admits` slot by
 * slot, in time of the starts around instead of the slots.
 */
export function closeWhereFull(
  open: Float64Array,
  from: number,
  minutes: Int32Array,
  limit: Limit,
  starts: readonly number[],
): void {
  if (open.length === 0) return;
  if (limit.most <= 0) {
    open.fill(-1);
    return;
  }
  const begin = minutes[from]!;
  const end = minutes[from + open.length - 1]!;
  const step = minutes.length > 1 ? minutes[1]! - minutes[0]! : 1;
  /** Closes the minutes strictly between two. */
  const close = (after: number, before: number): void => {
    const first = Math.max(0, Math.floor((after - begin) / step) + 1);
    const last = Math.min(open.length, Math.ceil((before - begin) / step));
    if (first < last) open.fill(-1, first, last);
  };
  const reach = limit.days ? 2 * 1440 : limit.minutes;
  const stop = Math.min(starts.length - limit.most, firstAtOrAfter(starts, end + reach));
  for (let i = Math.max(0, firstAtOrAfter(starts, begin - reach) - limit.most); i <= stop; i += 1) {
    const earliest = starts[i]!;
    const latest = starts[i + limit.most - 1]!;
    if (limit.days) {
      const day = dayOf(limit.days, earliest);
      if (day >= 0 && day === dayOf(limit.days, latest)) {
        close(limit.days[day]! - 1, limit.days[day + 1] ?? Number.MAX_SAFE_INTEGER);
      }
    } else if (latest - earliest < limit.minutes) close(latest - limit.minutes, earliest + limit.minutes);
  }
}

/** The first position whose value is at or above `minute`. */
export function firstAtOrAfter(ascending: ArrayLike<number>, minute: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of the stretch a minute lies in; -1 before the first. */
export function dayOf(days: Int32Array, minute: number): number {
  return firstAtOrAfter(days, minute + 1) - 1;
}
