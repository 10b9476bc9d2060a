// A pure function of its job: one group of tasks in, their pieces out. Runs in the pool or in place, with the same answer.
import { listOf } from '../base/list-of';
import type { MinuteSpan } from '../engine/epoch-minute';
import { Board } from './board';
import { byDensity, keep, orderOf, placeTask } from './construct';
import { type Dive, dive } from './dive';
import { PlainLayout, placeEarliestFit } from './earliest-fit';
import { improve } from './improve';
import type { Layout } from './layout';
import { lessLate } from './less-late';
import { isBetterTotals } from './levels';
import { type BlockOf, worthByCell } from './near-worth';
import { rearrange } from './rearrange';
import { beginnings, repack } from './repack';
import { noEffort, type SearchEffort } from './search-effort';
import { SlotValues } from './slot-values';
import { mostStarts, type StartOptions, startOptions } from './start-options';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

/** Layouts in the order of the dive's starts: each gives those that came too late in the one before more time. */
const ORDERLY_ATTEMPTS = 6;
const SOONER_MINUTES = 720;
/** Where something is late: places are exchanged, then all is bettered, once more as long as that helps and so often at most. */
const MOST_EXCHANGES = 3;
/** Starts that a dive may choose from: long work in many small pieces over a long time has more than memory holds, and is laid out by density alone. */
const MOST_STARTS = 8_000_000;
/** Neighbourhoods searched exactly, at most. */
const MOST_REARRANGED = 40;

/** `now` is read for the report only. */
export function planTaskGroup(job: TaskGroupJob, now: () => number = () => 0): TaskGroupResult {
  if (job.algorithm === 'greedy') {
    const board = new PlainLayout(job);
    const effort = noEffort();
    placeEarliestFit(board, effort);
    return { pieces: piecesOn(board), effort };
  }
  return new GroupSearch(job, now).run();
}

type Spans = readonly (readonly MinuteSpan[])[];

class GroupSearch {
  private readonly job: TaskGroupJob;
  private readonly now: () => number;
  private readonly effort: SearchEffort = noEffort();
  private readonly values: SlotValues;
  private readonly begin: Spans;
  /** By density; asked for at every layout. */
  private readonly order: readonly number[];
  private best: Board;

  constructor(job: TaskGroupJob, now: () => number) {
    this.job = job;
    this.begin = job.begin ?? listOf(job.demands.length, (task) => job.demands[task]!.present);
    this.order = orderOf(job.demands, byDensity);
    this.now = now;
    this.values = new SlotValues(job.frame, job.free, job.demands, this.effort.slotValues);
    this.best = this.board();
  }

  /** Keeps the plan in force and adds what is new, by density and as a dive lays it out; the best beginning is bettered. */
  run(): TaskGroupResult {
    const { job } = this;
    const fresh = job.steps > 0 && this.begin.every((spans) => spans.length === 0);
    const kept = !fresh && this.keepAll(this.best, this.order);
    if (!kept && job.steps > 0) this.bestOfDive();
    if (fresh && (this.best.totals.late > 0 || this.best.totals.unplaced > 0)) {
      const board = this.board();
      this.keepAll(board, this.order);
      this.consider(board);
    }
    if (!kept && (this.best.totals.late > 0 || this.best.totals.unplaced > 0)) {
      // The plain baseline meets due dates that a start by score may miss: the plan is never later than it.
      const plain = this.board();
      placeEarliestFit(plain, this.effort);
      this.consider(plain);
    }
    const begun = this.now();
    if (this.best.totals.unplaced > 0) this.repackBest();
    for (let exchange = 0; exchange <= MOST_EXCHANGES; exchange += 1) {
      const before = this.best;
      if (before.totals.late > 0) this.layOut(lessLate(job, piecesOn(before)));
      if (exchange > 0 && this.best === before) break;
      improve(this.best, job.steps);
    }
    this.effort.improveMilliseconds += this.now() - begun;
    return { pieces: piecesOn(this.best), effort: this.effort };
  }

  /** More weight where there is not room for all. */
  private repackBest(): void {
    for (const begun of beginnings(this.best, piecesOn(this.best))) {
      const board = this.board();
      for (const task of this.order) keep(board, task, begun[task]!);
      if (repack(board)) this.consider(board);
    }
  }

  private bestOfDive(): void {
    const { job } = this;
    if (mostStarts(job.frame, job.free, job.demands) > MOST_STARTS) return;
    const options = startOptions(job.frame, job.free, job.demands, this.values);
    const found = dive(job.demands, options);
    this.effort.candidates += found.looks;
    this.layOut(spansOf(options, found.cells, job.demands.length));
    if (this.best.totals.late > 0 || this.best.totals.unplaced > 0) this.layOrderly(options, found.cells);
    const begun = this.now();
    this.rearrangeBest(options, found);
    this.effort.improveMilliseconds += this.now() - begun;
  }

  /** Everything where `spans` has it, and what has no place there, or cannot stand there, where there is room. */
  private layOut(spans: Spans): void {
    const board = this.board();
    for (const task of this.order) keep(board, task, spans[task]!);
    for (const task of this.order) if (!board.isPlaced(task)) placeTask(board, task);
    this.consider(board);
  }

  /** One after the other in the order of the dive's starts, until none is late or homeless or the attempts are used up. */
  private layOrderly(options: StartOptions, cells: Int32Array): void {
    const { demands } = this.job;
    const starts = new Map(demands.map((demand) => [demand, Number.NEGATIVE_INFINITY]));
    options.items.forEach(({ task }, item) => {
      const start = cells[item]! < 0 ? demands[task]!.earliest : options.cellStart[cells[item]!]!;
      starts.set(demands[task]!, Math.max(starts.get(demands[task]!)!, start));
    });
    for (let attempt = 0; attempt < ORDERLY_ATTEMPTS; attempt += 1) {
      const board = this.board();
      this.keepAll(board, orderOf(demands, [(demand) => starts.get(demand)!, ...byDensity]));
      this.consider(board);
      if (board.totals.unplaced === 0 && board.totals.late === 0) return;
      // Who came too late goes first the next time.
      demands.forEach((demand, task) => {
        if (!board.isPlaced(task) || board.lateOf(task) > 0) starts.set(demand, starts.get(demand)! - SOONER_MINUTES);
      });
    }
  }

  private rearrangeBest(options: StartOptions, duals: Dive): void {
    const { best, job } = this;
    const cells = new Int32Array(options.items.length).fill(-1);
    const taken = new Uint8Array(options.cells);
    const itemsOf = listOf<number[]>(job.demands.length, () => []);
    options.items.forEach(({ task }, item) => {
      itemsOf[task]!.push(item);
    });
    job.demands.forEach((_, task) => {
      const pieces = best.piecesOf[task]!;
      const movable = best.lateOf(task) === 0 && pieces.length === itemsOf[task]!.length;
      pieces.forEach((piece, index) => {
        const item = itemsOf[task]![index] ?? -1;
        const cell =
          movable && options.items[item]!.minutes === best.pieceMinutes[piece]!
            ? cellOf(options, item, best.pieceRun[piece]!, best.pieceStart[piece]!)
            : -1;
        if (cell >= 0) cells[item] = cell;
        else takeCells(options, taken, best, piece);
      });
    });
    const near = worthByCell(options, job.demands, this.projectsOf(best));
    const steps = Math.min(MOST_REARRANGED, job.steps);
    const { tried, kept } = rearrange(options, duals, near, itemsOf, cells, taken, steps);
    this.effort.steps += tried;
    this.effort.swaps.tried += tried;
    this.effort.swaps.kept += kept;
    if (kept === 0) return;
    const spans = spansOf(options, cells, job.demands.length);
    this.layOut(listOf(spans.length, (task) => (spans[task]!.length > 0 ? spans[task]! : spansOn(best, task))));
  }

  /** The blocks of each project as a board has them, sorted by start. */
  private projectsOf(board: Board): Map<string, BlockOf[]> {
    const blocks = new Map<string, BlockOf[]>();
    const add = (project: string, span: MinuteSpan, task: number) => {
      const list = blocks.get(project);
      if (list) list.push({ start: span.start, end: span.end, task });
      else blocks.set(project, [{ start: span.start, end: span.end, task }]);
    };
    for (const block of this.job.projectBlocks) add(block.project, block, -1);
    this.job.demands.forEach(({ project }, task) => {
      if (project !== null) for (const span of spansOn(board, task)) add(project, span, task);
    });
    for (const list of blocks.values()) list.sort((a, b) => a.start - b.start);
    return blocks;
  }

  private board(): Board {
    return new Board(this.job, this.values, this.effort);
  }

  private consider(board: Board): void {
    if (isBetterTotals(board.totals, this.best.totals)) this.best = board;
  }

  /** Whether everything could be kept where it was; what could not is placed in that order. */
  private keepAll(board: Board, order: readonly number[]): boolean {
    let allKept = true;
    for (const task of order) if (!keep(board, task, this.begin[task]!)) allKept = false;
    if (!allKept) for (const task of order) if (!board.isPlaced(task)) placeTask(board, task);
    return allKept;
  }
}

function spansOf(options: StartOptions, cells: Int32Array, tasks: number): MinuteSpan[][] {
  const spans = listOf<MinuteSpan[]>(tasks, () => []);
  options.items.forEach(({ task, minutes }, item) => {
    if (cells[item]! < 0) return;
    const start = options.cellStart[cells[item]!]!;
    spans[task]!.push({ start, end: start + minutes });
  });
  return spans;
}

/** The cell of a start if the item has an option there; else -1. */
function cellOf(options: StartOptions, item: number, run: number, start: number): number {
  for (let cell = options.firstCell[run]!; cell < options.firstCell[run + 1]!; cell += 1) {
    if (options.cellStart[cell]! !== start) continue;
    for (let at = options.from[cell]!; at < options.from[cell + 1]!; at += 1)
      if (options.item[at] === item) return cell;
  }
  return -1;
}

/** Marks the cells that a piece which does not move keeps from all others. */
function takeCells(options: StartOptions, taken: Uint8Array, board: Board, piece: number): void {
  const run = board.pieceRun[piece]!;
  const grid = board.frame.gridMinutes;
  for (let cell = options.firstCell[run]!; cell < options.firstCell[run + 1]!; cell += 1) {
    const start = options.cellStart[cell]!;
    if (start < board.endOf(piece) + board.frame.bufferMinutes && start + grid > board.startOf(piece)) taken[cell] = 1;
  }
}

function spansOn(board: Layout, task: number): MinuteSpan[] {
  const pieces = board.piecesOf[task]!;
  const spans = listOf(pieces.length, (at) => ({ start: board.startOf(pieces[at]!), end: board.endOf(pieces[at]!) }));
  return spans.sort((a, b) => a.start - b.start);
}

/** One list a task, sorted by start. */
export function piecesOn(board: Layout): MinuteSpan[][] {
  return listOf(board.demands.length, (task) => spansOn(board, task));
}
