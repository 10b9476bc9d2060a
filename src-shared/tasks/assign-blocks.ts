// The cheap pass before groups: every demand gets a block with room for it. First all due dates are reserved as late as they allow,
// then the demands take their blocks as early as the reservations of the others permit, most weight for a minute first.
import { byDensity, orderOf } from './construct';
import type { TaskDemand } from './task-demand';
import type { TimeBlock } from './time-blocks';

/** Share of a block's minutes that tasks can really fill: the rest is lost between them. */
const FILL = 0.85;

/** The block of each demand; -1 = no block has room, it is left to the repair. `blocks` are in order of time. */
export function assignBlocks(demands: readonly TaskDemand[], blocks: readonly TimeBlock[], buffer: number): Int32Array {
  const assigned = new Int32Array(demands.length).fill(-1);
  const room = Float64Array.from(blocks, (block) => block.capacity * FILL);
  const order = orderOf(demands, byDensity);
  const wish = demands.map((demand) => demand.minutes + buffer);
  const due = effectiveDues(demands, order);
  const piece = demands.map((demand) =>
    demand.chunk === null ? demand.minutes : Math.min(demand.minutes, demand.chunk.max),
  );
  const blockAt = (minute: number) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle]!.start <= minute) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const fits = (task: number, block: number) =>
    blocks[block]!.longestRun >= piece[task]! && room[block]! >= wish[task]!;
  const firstBlock = (task: number) => blockAt(demands[task]!.earliest);

  // What is in force keeps its block.
  for (const task of order) {
    const present = (demands[task]!.begin ?? demands[task]!.present)[0];
    if (!present || present.start < demands[task]!.earliest) continue;
    const block = blockAt(present.start);
    assigned[task] = block;
    room[block]! -= wish[task]!;
  }
  const reserved = new Int32Array(demands.length).fill(-1);
  const lateFirst = order
    .filter((task) => assigned[task]! < 0 && Number.isFinite(due[task]!))
    .sort((a, b) => due[b]! - due[a]! || a - b);
  for (const task of lateFirst) {
    for (let block = blockAt(due[task]! - 1); block >= firstBlock(task); block -= 1) {
      if (!fits(task, block)) continue;
      reserved[task] = block;
      room[block]! -= wish[task]!;
      break;
    }
  }
  for (const task of order) {
    if (assigned[task]! >= 0) continue;
    const own = reserved[task]!;
    if (own >= 0) room[own]! += wish[task]!;
    let from = firstBlock(task);
    for (const other of demands[task]!.dependsOn) from = Math.max(from, assigned[other]!);
    for (let block = from; block < blocks.length; block += 1) {
      if (blocks[block]!.start >= demands[task]!.latestEnd) break;
      if (!fits(task, block)) continue;
      assigned[task] = block;
      room[block]! -= wish[task]!;
      break;
    }
  }
  return assigned;
}

/** What a task must be done by so that everything waiting for it can still be in time. */
function effectiveDues(demands: readonly TaskDemand[], order: readonly number[]): Float64Array {
  const due = Float64Array.from(demands, (demand) => demand.due ?? Number.POSITIVE_INFINITY);
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const task = order[index]!;
    for (const other of demands[task]!.dependsOn) {
      due[other] = Math.min(due[other]!, due[task]! - demands[task]!.minutes);
    }
  }
  return due;
}
