import { closeWhereFull, LimitState } from './limit';
import type { Demand, SearchSpace } from './search-space';

/** Which post stands in which slot, and what every limit still admits. */
export class Occupancy {
  /** By demand: its slot, -1 while it has none. */
  readonly slots: Int32Array;
  readonly states: readonly LimitState[];
  private readonly space: SearchSpace;

  constructor(space: SearchSpace) {
    this.space = space;
    this.slots = new Int32Array(space.demands.length).fill(-1);
    this.states = space.limits.map((limit, index) => {
      const state = new LimitState(limit);
      for (const minute of space.fixedStarts[index]!) state.add(minute);
      return state;
    });
  }

  place(demand: Demand, slot: number): void {
    this.slots[demand.index] = slot;
    const minute = this.space.minutes[slot]!;
    for (const limit of demand.limits) this.states[limit]!.add(minute);
  }

  remove(demand: Demand): void {
    const minute = this.space.minutes[this.slots[demand.index]!]!;
    this.slots[demand.index] = -1;
    for (const limit of demand.limits) this.states[limit]!.remove(minute);
  }

  /** Whether a slot is open to a demand beside everything that is placed. */
  admits(demand: Demand, slot: number): boolean {
    if (slot < demand.first || slot >= demand.end || demand.worth[slot]! < 0) return false;
    const minute = this.space.minutes[slot]!;
    for (const limit of demand.limits) if (!this.states[limit]!.admits(minute)) return false;
    return true;
  }

  /** Worth of the slots [from, end) to a demand; -1 where it is not admitted. */
  openWorth(demand: Demand, from: number, end: number): Float64Array {
    const { minutes, limits } = this.space;
    const open = demand.worth.slice(from, end);
    if (demand.first > from) open.fill(-1, 0, demand.first - from);
    if (demand.end < end) open.fill(-1, Math.max(0, demand.end - from));
    for (const limit of demand.limits) closeWhereFull(open, from, minutes, limits[limit]!, this.states[limit]!.starts);
    return open;
  }
}

/** As `openWorth` for several demands. Those with the same answer for the same reasons share one array, which makes them interchangeable. */
export function openWorthOf(
  occupancy: Occupancy,
  demands: readonly Demand[],
  from: number,
  end: number,
): Float64Array[] {
  const made: { demand: Demand; key: string; open: Float64Array }[] = [];
  return demands.map((demand) => {
    const key = `${Math.max(demand.first, from)} ${Math.min(demand.end, end)} ${demand.limits.join(',')}`;
    const same = made.find((other) => other.demand.worth === demand.worth && other.key === key);
    if (same) return same.open;
    const open = occupancy.openWorth(demand, from, end);
    made.push({ demand, key, open });
    return open;
  });
}

/** A plan's value, compared by level: placed tier weight first, then worth. */
export interface PlanValue {
  readonly weight: number;
  readonly worth: number;
}

/** Sums of worth that differ less are the same; they come from different orders of adding. */
export const WORTH_TOLERANCE = 1e-9;

/** Positive when `a` is better. */
export function compareValues(a: PlanValue, b: PlanValue): number {
  if (a.weight !== b.weight) return a.weight - b.weight;
  const difference = a.worth - b.worth;
  return Math.abs(difference) <= WORTH_TOLERANCE ? 0 : difference;
}

export function valueOfPlan(space: SearchSpace, slots: Int32Array): PlanValue {
  let weight = 0;
  let worth = 0;
  for (const demand of space.demands) {
    const slot = slots[demand.index]!;
    if (slot < 0) continue;
    weight += demand.weight;
    worth += demand.weight * demand.worth[slot]!;
  }
  return { weight, worth };
}
