// The blocks of each project in order of time, and what one more of them is worth: nearness for itself and for the blocks beside it.
import { NEUTRAL, projectFactor } from './factors';
import { insertAt, remove } from './short-list';

/** Read access to the pieces the lists hold. */
export interface PieceTimes {
  startOf(piece: number): number;
  endOf(piece: number): number;
  /** Weight of a piece: its task's, by its part of the task's minutes; 0 for blocks that are not planned. */
  shareOf(piece: number): number;
}

export class ProjectBlocks {
  private readonly lists: number[][] = [];
  private readonly indices = new Map<string, number>();
  private readonly times: PieceTimes;

  constructor(times: PieceTimes) {
    this.times = times;
  }

  /** The number of a project, given on first sight. */
  indexOf(project: string): number {
    let index = this.indices.get(project);
    if (index === undefined) {
      index = this.lists.length;
      this.indices.set(project, index);
      this.lists.push([]);
    }
    return index;
  }

  knows(project: string): boolean {
    return this.indices.has(project);
  }

  /** Takes all blocks out; projects keep their numbers. */
  empty(): void {
    for (const list of this.lists) list.length = 0;
  }

  join(project: number, piece: number): void {
    const list = this.lists[project]!;
    insertAt(list, this.positionOf(list, this.times.startOf(piece)), piece);
  }

  leave(project: number, piece: number): void {
    remove(this.lists[project]!, piece);
  }

  /** Own nearness times `share`, and the change for the blocks beside it; the nearest block of any is one of its two neighbours. */
  gainOf(project: number, share: number, start: number, end: number): number {
    const { times } = this;
    const list = this.lists[project]!;
    const position = this.positionOf(list, start);
    const left = position > 0 ? list[position - 1]! : -1;
    const right = position < list.length ? list[position]! : -1;
    const leftEnd = left < 0 ? Number.NEGATIVE_INFINITY : times.endOf(left);
    const rightStart = right < 0 ? Number.POSITIVE_INFINITY : times.startOf(right);
    const toLeft = Math.max(0, start - leftEnd);
    const toRight = Math.max(0, rightStart - end);
    const between = Math.max(0, rightStart - leftEnd);
    let sum = share * nearness(Math.min(toLeft, toRight));
    const leftShare = left < 0 ? 0 : times.shareOf(left);
    if (leftShare > 0) {
      const beyond =
        position > 1 ? Math.max(0, times.startOf(left) - times.endOf(list[position - 2]!)) : Number.POSITIVE_INFINITY;
      if (toLeft < beyond) sum += leftShare * (nearness(toLeft) - nearness(Math.min(beyond, between)));
    }
    const rightShare = right < 0 ? 0 : times.shareOf(right);
    if (rightShare > 0) {
      const next = list[position + 1];
      const beyond =
        next === undefined ? Number.POSITIVE_INFINITY : Math.max(0, times.startOf(next) - times.endOf(right));
      if (toRight < beyond) sum += rightShare * (nearness(toRight) - nearness(Math.min(beyond, between)));
    }
    return sum;
  }

  /** No block in the stretch can be nearer to its project than this, as a factor; neutral where the project has no block. */
  mostNearness(project: number, from: number, to: number): number {
    const list = this.lists[project]!;
    const position = this.positionOf(list, from);
    const toLeft = position > 0 ? from - this.times.endOf(list[position - 1]!) : Number.POSITIVE_INFINITY;
    const toRight = position < list.length ? this.times.startOf(list[position]!) - to : Number.POSITIVE_INFINITY;
    return nearness(Math.max(0, Math.min(toLeft, toRight)));
  }

  private positionOf(list: readonly number[], start: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times.startOf(list[middle]!) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function nearness(minutes: number): number {
  return minutes === Number.POSITIVE_INFINITY ? NEUTRAL : projectFactor(minutes);
}
