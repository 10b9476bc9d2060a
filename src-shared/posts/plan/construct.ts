// A first plan: tier by tier, always the post that would lose most if it had to take its second place.
import { Occupancy } from './occupancy';
import type { Demand, SearchSpace } from './search-space';

/** Deterministic: ties go to the order of the file. Returns also how many slots were asked. */
export function constructPlan(space: SearchSpace): { readonly occupancy: Occupancy; readonly asked: number } {
  const occupancy = new Occupancy(space);
  const sorted = sortedSlots(space);
  let asked = 0;
  const tiers = [...new Set(space.demands.map((demand) => demand.weight))].sort((a, b) => b - a);
  for (const tier of tiers) {
    const waiting = space.demands.filter((demand) => demand.weight === tier).map((demand) => new Candidate(demand));
    while (waiting.length > 0) {
      let chosen = -1;
      for (let index = waiting.length - 1; index >= 0; index -= 1) {
        const candidate = waiting[index]!;
        asked += candidate.refresh(occupancy, sorted.get(candidate.demand.worth)!, space);
        if (candidate.best < 0) {
          // Places only ever get fewer: it stays unplaced here, and improvement may make room.
          waiting.splice(index, 1);
          if (chosen > index) chosen -= 1;
        } else if (chosen < 0 || candidate.regret >= waiting[chosen]!.regret) chosen = index;
      }
      if (chosen < 0) break;
      const [taken] = waiting.splice(chosen, 1);
      occupancy.place(taken!.demand, taken!.best);
    }
  }
  return { occupancy, asked };
}

/** A post with its best open slot and what the next best elsewhere would cost. Slots only ever close, so both only move on. */
class Candidate {
  readonly demand: Demand;
  best = -1;
  regret = 0;
  private second = -1;
  private bestAt = 0;
  private started = false;

  constructor(demand: Demand) {
    this.demand = demand;
  }

  refresh(occupancy: Occupancy, sorted: Int32Array, space: SearchSpace): number {
    const { demand } = this;
    let asked = 0;
    const open = (slot: number): boolean => {
      asked += 1;
      return occupancy.admits(demand, slot);
    };
    const bestStands = this.started && this.best >= 0 && open(this.best);
    if (bestStands && (this.second < 0 || open(this.second))) return asked;
    this.started = true;
    if (!bestStands) {
      while (this.bestAt < sorted.length && !open(sorted[this.bestAt]!)) this.bestAt += 1;
      this.best = sorted[this.bestAt] ?? -1;
      if (this.best < 0) return asked;
    }
    // Elsewhere: where a post that takes the best slot would not be in the way.
    const gap = Math.max(1, Math.ceil(space.lanes[demand.lane]!.gapMinutes / space.step));
    this.second = -1;
    for (let at = this.bestAt + 1; at < sorted.length; at += 1) {
      const slot = sorted[at]!;
      if (Math.abs(slot - this.best) >= gap && open(slot)) {
        this.second = slot;
        break;
      }
    }
    this.regret = this.second < 0 ? 2 : demand.worth[this.best]! - demand.worth[this.second]!;
    return asked;
  }
}

/** Open slots of each kind of post by worth, best first, of equals the earliest. */
function sortedSlots(space: SearchSpace): ReadonlyMap<Float64Array, Int32Array> {
  const sorted = new Map<Float64Array, Int32Array>();
  for (const { worth } of space.demands) {
    if (sorted.has(worth)) continue;
    const open = Int32Array.from(worth.keys()).filter((slot) => worth[slot]! >= 0);
    sorted.set(
      worth,
      open.sort((a, b) => worth[b]! - worth[a]! || a - b),
    );
  }
  return sorted;
}
