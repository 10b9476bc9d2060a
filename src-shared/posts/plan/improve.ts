// Improvement by small exact searches: a few neighbouring posts of one platform are lifted out, with some that have no place, and
// put back in the best possible way between the rest. A step never makes the plan worse.
import { seededRandom } from '../../base/seeded-random';
import { compareValues, type Occupancy, openWorthOf, type PlanValue } from './occupancy';
import type { Demand, SearchSpace } from './search-space';
import { bestSequence } from './sequence';

const LIFTED = 6;
const LEFT_OUT_TRIED = 2;
const MOST_CELLS_A_STEP = 200_000;

/** Works until `mostCells` table cells are computed or a whole round over all posts gains nothing. Returns the cells. */
export function improvePlan(
  space: SearchSpace,
  occupancy: Occupancy,
  seed: number,
  mostCells: number,
  isCancelled: () => boolean,
): number {
  const random = seededRandom(seed);
  let cells = 0;
  for (let round = 0; ; round += 1) {
    let gained = false;
    for (let lane = 0; lane < space.lanes.length; lane += 1) {
      const demands = space.demands.filter((demand) => demand.lane === lane);
      const offset = round === 0 ? 0 : random.below(LIFTED);
      for (let from = -offset; from < demands.length; from += LIFTED / 2) {
        if (cells >= mostCells || isCancelled()) return cells;
        const placed = inTime(demands, occupancy);
        if (from >= placed.length) break;
        const step = improveStretch(space, occupancy, lane, placed, Math.max(0, from), Math.max(0, from) + LIFTED);
        cells += step.cells;
        gained ||= step.gained;
      }
    }
    if (!gained && round > 0) return cells;
  }
}

function improveStretch(
  space: SearchSpace,
  occupancy: Occupancy,
  lane: number,
  placed: readonly Demand[],
  from: number,
  end: number,
): { readonly cells: number; readonly gained: boolean } {
  const lifted = placed.slice(from, end);
  const begin = from === 0 ? 0 : occupancy.slots[placed[from - 1]!.index]! + 1;
  const stop = end >= placed.length ? space.minutes.length : occupancy.slots[placed[end]!.index]!;
  const leftOut = leftOutBetween(space, occupancy, lane, begin, stop);
  const before = lifted.map((demand) => occupancy.slots[demand.index]!);
  const oldValue = valueOfPlaced(lifted, before);
  for (const demand of lifted) occupancy.remove(demand);

  const demands = [...lifted, ...leftOut];
  const gap = Math.max(1, Math.ceil(space.lanes[lane]!.gapMinutes / space.step));
  const open = openWorthOf(occupancy, demands, begin, stop);
  const posts = demands.map((demand, index) => ({ weight: demand.weight, worth: open[index]! }));
  const sequence = bestSequence(posts, gap, MOST_CELLS_A_STEP);
  if (sequence && compareValues(sequence.value, oldValue) > 0) {
    const slots = Array.from(sequence.slots, (slot) => (slot < 0 ? -1 : slot + begin));
    if (placeAll(occupancy, demands, slots)) return { cells: sequence.cells, gained: true };
  }
  lifted.forEach((demand, index) => {
    occupancy.place(demand, before[index]!);
  });
  return { cells: sequence?.cells ?? MOST_CELLS_A_STEP / 10, gained: false };
}

/** Places all or nothing: what the sequence did not know of (caps, quotas, others in flight) is asked here. */
function placeAll(occupancy: Occupancy, demands: readonly Demand[], slots: readonly number[]): boolean {
  const done: Demand[] = [];
  for (let index = 0; index < demands.length; index += 1) {
    const slot = slots[index]!;
    if (slot < 0) continue;
    const demand = demands[index]!;
    if (!occupancy.admits(demand, slot)) {
      for (const other of done) occupancy.remove(other);
      return false;
    }
    occupancy.place(demand, slot);
    done.push(demand);
  }
  return true;
}

function inTime(demands: readonly Demand[], occupancy: Occupancy): Demand[] {
  return demands
    .filter((demand) => occupancy.slots[demand.index]! >= 0)
    .sort((a, b) => occupancy.slots[a.index]! - occupancy.slots[b.index]!);
}

/** The weightiest posts without a place whose window reaches into the stretch. */
function leftOutBetween(space: SearchSpace, occupancy: Occupancy, lane: number, begin: number, stop: number): Demand[] {
  return space.demands
    .filter(
      (demand) =>
        demand.lane === lane && occupancy.slots[demand.index]! < 0 && demand.first < stop && demand.end > begin,
    )
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, LEFT_OUT_TRIED);
}

function valueOfPlaced(demands: readonly Demand[], slots: readonly number[]): PlanValue {
  return {
    weight: demands.reduce((sum, demand) => sum + demand.weight, 0),
    worth: demands.reduce((sum, demand, index) => sum + demand.weight * demand.worth[slots[index]!]!, 0),
  };
}
