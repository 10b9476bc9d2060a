// The cheap pass before groups: every demand gets a block with room for it. First all due dates are reserved as late as they allow,
// then the demands take their blocks as early as the reservations of the others permit, most weight for a minute first.
import { LongestRunTree } from '../engine/longest-run-tree';
import { byDensity, orderOf } from './construct';
import type { TaskDemand } from './task-demand';
import type { TimeBlock } from './time-blocks';

/** Share of a block's minutes that tasks can really fill: the rest is lost between them. */
const FILL = 0.85;

/** What of the assignment hangs on demands and blocks alone, found once; `blocks` are in order of time. */
export class BlockAssignment {
  private readonly demands: readonly TaskDemand[];
  private readonly blocks: readonly TimeBlock[];
  private readonly order: readonly number[];
  /** Minutes a demand takes of a block. */
  private readonly wish: readonly number[];
  /** Its longest piece. */
  private readonly piece: readonly number[];
  private readonly firstBlock: readonly number[];
  private readonly due: Float64Array;
  /** Those with a due date, the latest first. */
  private readonly lateFirst: readonly number[];

  constructor(demands: readonly TaskDemand[], blocks: readonly TimeBlock[], buffer: number) {
    this.demands = demands;
    this.blocks = blocks;
    this.order = orderOf(demands, byDensity);
    this.wish = demands.map((demand) => demand.minutes + buffer);
    this.piece = demands.map(({ chunk, minutes }) => (chunk === null ? minutes : Math.min(minutes, chunk.max)));
    this.firstBlock = demands.map((demand) => this.blockAt(demand.earliest));
    const due = effectiveDues(demands, this.order);
    this.due = due;
    this.lateFirst = this.order
      .filter((task) => Number.isFinite(due[task]!))
      .sort((a, b) => due[b]! - due[a]! || a - b);
  }

  /** The block of each demand; -1 = no block has room, it is left to the repair. What stands somewhere keeps its block. */
  assign(startOf: (task: number) => number | undefined): Int32Array {
    const { demands, blocks, wish, piece } = this;
    const assigned = new Int32Array(demands.length).fill(-1);
    const room = new BlockRoom(blocks);
    const take = (task: number, block: number) => {
      assigned[task] = block;
      room.add(block, -wish[task]!);
    };
    for (const task of this.order) {
      const start = startOf(task);
      if (start !== undefined && start >= demands[task]!.earliest) take(task, this.blockAt(start));
    }
    const reserved = new Int32Array(demands.length).fill(-1);
    for (const task of this.lateFirst) {
      if (assigned[task]! >= 0) continue;
      const block = room.last(this.firstBlock[task]!, this.blockAt(this.due[task]! - 1), wish[task]!, piece[task]!);
      if (block < 0) continue;
      reserved[task] = block;
      room.add(block, -wish[task]!);
    }
    for (const task of this.order) {
      if (assigned[task]! >= 0) continue;
      const own = reserved[task]!;
      if (own >= 0) room.add(own, wish[task]!);
      let from = this.firstBlock[task]!;
      for (const other of demands[task]!.dependsOn) from = Math.max(from, assigned[other]!);
      const block = room.first(from, wish[task]!, piece[task]!);
      if (block >= 0 && blocks[block]!.start < demands[task]!.latestEnd) take(task, block);
    }
    return assigned;
  }

  private blockAt(minute: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.start <= minute) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** What is still to be had in each block; full ones are passed over unvisited, from either end. */
class BlockRoom {
  private readonly blocks: readonly TimeBlock[];
  private readonly room: Float64Array;
  private readonly forwards: LongestRunTree;
  /** The same from the last block to the first. */
  private readonly backwards: LongestRunTree;

  constructor(blocks: readonly TimeBlock[]) {
    this.blocks = blocks;
    this.room = Float64Array.from(blocks, (block) => block.capacity * FILL);
    this.forwards = new LongestRunTree(this.room);
    this.backwards = new LongestRunTree(this.room.slice().reverse());
  }

  add(block: number, minutes: number): void {
    this.room[block]! += minutes;
    // Rounded towards nought by the trees; a wish is whole, so nothing is lost.
    this.forwards.set(block, this.room[block]!);
    this.backwards.set(this.blocks.length - 1 - block, this.room[block]!);
  }

  /** The first block from `from` on with so many minutes and a run of `piece`; -1 when there is none. */
  first(from: number, minutes: number, piece: number): number {
    let block = this.forwards.nextAtLeast(from, minutes);
    while (block >= 0 && this.blocks[block]!.longestRun < piece) block = this.forwards.nextAtLeast(block + 1, minutes);
    return block;
  }

  /** The last such block from `from` up to and including `to`. */
  last(from: number, to: number, minutes: number, piece: number): number {
    const end = this.blocks.length - 1;
    let turned = this.backwards.nextAtLeast(end - to, minutes);
    while (turned >= 0 && end - turned >= from) {
      if (this.blocks[end - turned]!.longestRun >= piece) return end - turned;
      turned = this.backwards.nextAtLeast(turned + 1, minutes);
    }
    return -1;
  }
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
