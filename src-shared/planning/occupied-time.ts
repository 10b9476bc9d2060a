import { type MinuteSpan, outerMinutes } from '../engine/epoch-minute';
import type { Plan } from '../engine/plan';
import type { Blocker } from './explanation';
import type { Situation } from './situation';

/** Something that takes time in the finished plan. */
export interface Occupied extends MinuteSpan {
  readonly by: Blocker;
}

/** Everything in a plan that takes time, sorted by start: blocking events, placements, what stands. */
export function occupiedTime(situation: Situation, plan: Pick<Plan, 'placements'>): Occupied[] {
  const titles = new Map(
    [...situation.problem.tasks, ...situation.problem.habits].map((item) => [item.id, item.title]),
  );
  const occupied: Occupied[] = [...situation.blockingEvents, ...situation.standing].map((item) => ({
    start: item.start,
    end: item.end,
    by: { kind: item.kind, id: item.id, title: item.title, pinned: item.kind === 'event' },
  }));
  for (const placement of plan.placements) {
    if (placement.kind !== 'task' && placement.kind !== 'habit') continue;
    occupied.push({
      ...outerMinutes(placement.start, placement.end),
      by: {
        kind: placement.kind,
        id: placement.id,
        title: titles.get(placement.id) ?? placement.id,
        pinned: placement.pinned,
      },
    });
  }
  return occupied.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Reads who stands in the way of stretches asked for in any order; built once for a sorted list. */
export class OccupiedIndex {
  private readonly list: readonly Occupied[];
  private readonly longest: number;

  constructor(list: readonly Occupied[]) {
    this.list = list;
    this.longest = list.reduce((most, item) => Math.max(most, item.end - item.start), 0);
  }

  /** Everything nearer than its margin: `marginOf` minutes to each kind of neighbour; 0 = only what overlaps. */
  inTheWay(span: MinuteSpan, marginOf: (item: Occupied) => number, most: number): Occupied[] {
    const found: Occupied[] = [];
    for (let index = this.firstFrom(span.start - most - this.longest); index < this.list.length; index += 1) {
      const item = this.list[index]!;
      if (item.start >= span.end + most) break;
      const margin = marginOf(item);
      if (item.start < span.end + margin && span.start < item.end + margin) found.push(item);
    }
    return found;
  }

  /** What ends last at or before a minute, not earlier than `since`. */
  lastBefore(minute: number, since: number): Occupied | null {
    let best: Occupied | null = null;
    for (let index = this.firstFrom(since - this.longest); index < this.list.length; index += 1) {
      const item = this.list[index]!;
      if (item.start >= minute) break;
      if (item.end <= minute && item.end >= since && (best === null || item.end >= best.end)) best = item;
    }
    return best;
  }

  private firstFrom(start: number): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.list[middle]!.start >= start) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
