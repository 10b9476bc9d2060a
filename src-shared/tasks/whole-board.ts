// The whole horizon on one board, for what no group can do by itself: the plain baseline, and the repair of what found no place in its group.
import type { MinuteSpan } from '../engine/epoch-minute';
import { Board } from './board';
import { byWeight, orderOf, placeTask } from './construct';
import { PlainLayout, placeEarliestFit } from './earliest-fit';
import { improve } from './improve';
import { leastLate } from './least-late';
import { isWorse, levelsOf } from './levels';
import { piecesOn } from './plan-task-group';
import { beginnings, repack } from './repack';
import type { SearchEffort } from './search-effort';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';
import type { TaskGroup } from './task-groups';

/** Ejection over a whole year is dear: so many late or homeless tasks get the full repair, the weightiest first; the rest a free place if there is one. */
const MOST_REPAIRED = 150;

/** Of what is late at least: so much more is not worth looking for. */
const HARDLY_MORE = 1.001;

type Pieces = TaskGroupResult['pieces'];

/** Made once a plan, when first needed, and laid out anew each time: most of a board hangs on the problem alone. */
export class WholeBoard {
  private readonly job: TaskGroupJob;
  private readonly effort: SearchEffort;
  private known: { order?: readonly number[]; unavoidable?: number } = {};
  private board: Board | null = null;
  private plain: Pieces | null = null;

  constructor(job: TaskGroupJob, effort: SearchEffort) {
    this.job = job;
    this.effort = effort;
  }

  private get order(): readonly number[] {
    this.known.order ??= orderOf(this.job.demands, byWeight);
    return this.known.order;
  }

  private unavoidablyLate(): number {
    this.known.unavoidable ??= leastLate(this.job.demands, this.job.free, this.job.frame);
    return this.known.unavoidable;
  }

  /** By due date, each task at the first free place. Made once. */
  baseline(): Pieces {
    this.plain ??= this.earliestFit();
    return this.plain;
  }

  private earliestFit(): Pieces {
    const board = new PlainLayout(this.job);
    placeEarliestFit(board, this.effort);
    return piecesOn(board);
  }

  /** Whether all have a place, and hardly anything could be less late. */
  isHardlyLate(pieces: Pieces): boolean {
    const { unplaced, late } = levelsOf(this.job, pieces);
    if (unplaced > 0) return false;
    return late === 0 || late <= HARDLY_MORE * this.unavoidablyLate();
  }

  /** The groups' pieces together, with `steps` attempts at most to better what is late or has no place. */
  merge(groups: readonly TaskGroup[], results: readonly TaskGroupResult[], steps: number): Pieces {
    const pieces: (readonly MinuteSpan[])[] = this.job.demands.map(() => []);
    groups.forEach(({ members }, index) => {
      members.forEach((task, position) => {
        pieces[task] = results[index]!.pieces[position]!;
      });
    });
    if (this.isHardlyLate(pieces)) return pieces;
    const repaired = this.order.filter((task) => this.wantsRepair(task, pieces));
    if (repaired.length === 0) return pieces;
    const board = this.emptyBoard();
    // A task whose dependency found no place in an earlier block stays off and waits for the repair too.
    board.layOut(this.order, pieces);
    for (const task of repaired) if (!board.isPlaced(task)) placeTask(board, task);
    const still = repaired.filter((task) => !board.isPlaced(task) || board.lateOf(task) > 0);
    improve(board, Math.min(steps, 4 * MOST_REPAIRED), still.slice(0, MOST_REPAIRED));
    return piecesOn(board);
  }

  /** The same with more weight in overfull stretches, if any of the beginnings leaves out less. */
  repacked(pieces: Pieces): Pieces {
    let best = pieces;
    for (const begun of beginnings(this.emptyBoard(), pieces)) {
      const board = this.emptyBoard();
      board.layOut(this.order, begun);
      if (!repack(board)) continue;
      const packed = piecesOn(board);
      if (isWorse(levelsOf(this.job, best), levelsOf(this.job, packed))) best = packed;
    }
    return best;
  }

  private wantsRepair(task: number, pieces: Pieces): boolean {
    const { due, dependsOn } = this.job.demands[task]!;
    const end = pieces[task]!.at(-1)?.end;
    return end === undefined || (due !== null && end > due) || dependsOn.some((other) => pieces[other]!.length === 0);
  }

  private emptyBoard(): Board {
    if (this.board) this.board.empty();
    else this.board = new Board(this.job, undefined, this.effort);
    return this.board;
  }
}
