// The search's board: pieces of tasks laid on the free runs, with the three levels kept up to date at every change.
// Invariants: (1) the pieces of a run are sorted by start and keep the buffer among themselves; (2) the longest gap of every run is right;
// (3) the totals equal what a fresh count over all pieces would give; (4) a task is either wholly placed or, between two moves, being placed.
import { type FreeTime, firstRunEndingAfter } from '../engine/free-time';
import { LongestRunTree } from '../engine/longest-run-tree';
import { bufferFactor, FACTOR_WEIGHT, NEUTRAL, TOTAL_WEIGHT } from './factors';
import { LoneValues } from './lone-values';
import { ProjectBlocks } from './project-blocks';
import { noEffort, type SearchEffort } from './search-effort';
import { insertAt, remove } from './short-list';
import { SlotValues } from './slot-values';
import { STAY_BONUS } from './stay-bonus';
import { columnsOf, type TaskColumns } from './task-columns';
import type { TaskDemand, TaskFrame, TaskGroupJob } from './task-demand';

/** A place for a piece, filled in by `bestSlot`. */
export interface Slot {
  run: number;
  start: number;
  /** Weighted late minutes of the task with this piece. */
  late: number;
  /** Change of level 3 by laying the piece here. */
  gain: number;
}

export interface Totals {
  unplaced: number;
  late: number;
  preference: number;
}

const TINY = 1e-9;

export class Board {
  readonly frame: TaskFrame;
  readonly free: FreeTime;
  readonly demands: readonly TaskDemand[];
  readonly columns: TaskColumns;
  readonly alone: LoneValues;
  readonly totals: Totals = { unplaced: 0, late: 0, preference: 0 };
  /** Boards of one search count together. */
  readonly effort: SearchEffort;

  readonly pieceTask: number[] = [];
  readonly pieceStart: number[] = [];
  readonly pieceMinutes: number[] = [];
  /** Run of a piece; -1 while it is off the board. */
  readonly pieceRun: number[] = [];
  /** Pieces of a task on the board. */
  readonly piecesOf: number[][];
  readonly onRun: number[][];
  readonly dependents: number[][];

  private readonly spare: number[] = [];
  private readonly longest: LongestRunTree;
  private readonly values: SlotValues;
  private readonly projects: ProjectBlocks;
  private readonly projectOf: Int32Array;
  /** Runs that changed since `tasksNearChange` was last asked. */
  private readonly touched = new Set<number>();
  /** The most that buffer, project and staying can add, in weights. */
  private readonly openCeiling: Float64Array;
  /** The same with energy and part of day. */
  private readonly ceiling: Float64Array;

  /** Boards of one job may share their table of slot values. */
  constructor(job: TaskGroupJob, values = new SlotValues(job.frame, job.free, job.demands), effort = noEffort()) {
    this.effort = effort;
    this.frame = job.frame;
    this.free = job.free;
    this.demands = job.demands;
    this.columns = columnsOf(job.demands);
    this.onRun = [];
    for (let run = 0; run < job.free.usableStart.length; run += 1) this.onRun.push([]);
    this.piecesOf = job.demands.map(() => []);
    this.dependents = job.demands.map(() => []);
    job.demands.forEach((demand, task) => {
      for (const other of demand.dependsOn) this.dependents[other]!.push(task);
      this.totals.unplaced += demand.weight;
    });
    this.longest = new LongestRunTree(job.free.usableStart.map((start, run) => job.free.usableEnd[run]! - start));
    this.values = values;
    this.projects = new ProjectBlocks(this);
    this.projectOf = Int32Array.from(job.demands, (demand) =>
      demand.project === null ? -1 : this.projects.indexOf(demand.project),
    );
    for (const block of job.projectBlocks) {
      if (!this.projects.knows(block.project)) continue;
      const piece = this.newPiece(-1);
      this.pieceStart[piece] = block.start;
      this.pieceMinutes[piece] = block.end - block.start;
      this.projects.join(this.projects.indexOf(block.project), piece);
    }
    // A block may bring its project's two heaviest neighbours nearer: no slot is worth more than that on top of its own.
    const heaviest = heaviestPairs(job.demands, this.projectOf);
    this.openCeiling = Float64Array.from(job.demands, (demand, task) => {
      const project = this.projectOf[task]!;
      const nearness = project < 0 ? NEUTRAL : 1 + heaviest[project]! / demand.weight;
      const stay = demand.present.length > 0 ? STAY_BONUS * TOTAL_WEIGHT : 0;
      return FACTOR_WEIGHT.buffer + FACTOR_WEIGHT.project * nearness + stay;
    });
    this.ceiling = this.openCeiling.map((open, task) => open + this.values.ceiling[task]!);
    this.alone = new LoneValues(this, values, this.ceiling);
  }

  /** Says that a change of these runs is meant to last: what was remembered of free places is forgotten. */
  changed(runs: Iterable<number>): void {
    this.alone.forget();
    for (const run of runs) this.touched.add(run);
  }

  /** The runs a task stands on. */
  runsOf(task: number): number[] {
    return this.piecesOf[task]!.map((piece) => this.pieceRun[piece]!);
  }

  /** The tasks whose chances a move of `task` may have changed: itself and all on the runs it and its ejected stand on or left. */
  tasksNearChange(task: number): number[] {
    const near = [task];
    for (const run of this.touched) for (const piece of this.onRun[run]!) near.push(this.pieceTask[piece]!);
    this.touched.clear();
    return near;
  }

  isPlaced(task: number): boolean {
    return this.piecesOf[task]!.length > 0;
  }

  /** First minute the task may start, by what it depends on; infinite while one of those has no place. */
  earliestStart(task: number): number {
    let earliest = this.columns.earliest[task]!;
    if (this.columns.tied[task] === 0) return earliest;
    for (const other of this.demands[task]!.dependsOn) {
      const pieces = this.piecesOf[other]!;
      if (pieces.length === 0) return Number.POSITIVE_INFINITY;
      for (const piece of pieces) earliest = Math.max(earliest, this.pieceStart[piece]! + this.pieceMinutes[piece]!);
    }
    return earliest;
  }

  /** Last minute the task may end, by what waits for it. */
  latestEnd(task: number): number {
    let latest = this.columns.latestEnd[task]!;
    if (this.columns.tied[task] === 0) return latest;
    for (const other of this.dependents[task]!) {
      for (const piece of this.piecesOf[other]!) latest = Math.min(latest, this.pieceStart[piece]!);
    }
    return latest;
  }

  /** Weighted minutes after due of the pieces on the board. */
  lateOf(task: number): number {
    const due = this.columns.due[task]!;
    if (due === Number.POSITIVE_INFINITY) return 0;
    let late = 0;
    for (const piece of this.piecesOf[task]!) {
      late = Math.max(late, this.pieceStart[piece]! + this.pieceMinutes[piece]! - due);
    }
    return late * this.columns.weight[task]!;
  }

  /**
   * The best free place for a piece of so many minutes: least late, then greatest gain, then earliest. False when there is none,
   * or none less late than `late` or, as late, of more gain than `gain`.
   * Runs too short are skipped by the tree; the scan stops where not even a perfect slot could win, because promptness only falls and lateness only rises.
   */
  bestSlot(
    task: number,
    minutes: number,
    slot: Slot,
    late = Number.POSITIVE_INFINITY,
    gain = Number.NEGATIVE_INFINITY,
  ): boolean {
    const lowest = this.earliestStart(task);
    const highest = this.latestEnd(task);
    slot.run = -1;
    slot.late = late;
    slot.gain = gain;
    if (lowest + minutes > highest) return false;
    const share = this.shareFor(task, minutes) / TOTAL_WEIGHT;
    const lateBefore = this.lateOf(task);
    let next = firstRunEndingAfter(this.free, lowest);
    let run = this.longest.nextAtLeast(next, minutes);
    for (; run >= 0; run = this.longest.nextAtLeast(next, minutes)) {
      this.effort.skippedRuns += run - next;
      next = run + 1;
      const first = Math.max(this.free.usableStart[run]!, lowest);
      if (first + minutes > highest) break;
      const leastLate = this.lateAt(task, first + minutes, lateBefore);
      if (leastLate > slot.late) break;
      if (leastLate === slot.late) {
        const most = share * (FACTOR_WEIGHT.promptness * this.values.promptAt(first) + this.ceiling[task]!);
        if (most <= slot.gain) break;
      }
      this.scanRun(task, minutes, run, lowest, highest, lateBefore, slot);
    }
    return slot.run >= 0;
  }

  /** Change of level 3 by laying a piece at a free place: its own score and what it does to its neighbours and its project. */
  gainAt(task: number, minutes: number, run: number, start: number): number {
    return this.gainBetween(task, minutes, run, start, this.positionOn(run, start));
  }

  /** Lays a new piece. The place must be free. */
  lay(task: number, minutes: number, run: number, start: number): number {
    const piece = this.newPiece(task);
    this.pieceMinutes[piece] = minutes;
    this.put(piece, run, start);
    return piece;
  }

  /** Puts a piece that is off the board to a place. */
  put(piece: number, run: number, start: number): void {
    const task = this.pieceTask[piece]!;
    const pieces = this.piecesOf[task]!;
    const list = this.onRun[run]!;
    const position = this.positionOn(run, start);
    this.totals.late -= this.lateOf(task);
    this.totals.preference += this.gainBetween(task, this.pieceMinutes[piece]!, run, start, position);
    if (pieces.length === 0) this.totals.unplaced -= this.columns.weight[task]!;
    this.pieceStart[piece] = start;
    this.pieceRun[piece] = run;
    pieces.push(piece);
    insertAt(list, position, piece);
    const project = this.projectOf[task]!;
    if (project >= 0) this.projects.join(project, piece);
    this.totals.late += this.lateOf(task);
    this.measure(run);
  }

  /** Takes a piece off the board; it can be put elsewhere or `drop`ped. */
  take(piece: number): void {
    const task = this.pieceTask[piece]!;
    const run = this.pieceRun[piece]!;
    const start = this.pieceStart[piece]!;
    const pieces = this.piecesOf[task]!;
    const list = this.onRun[run]!;
    const position = list.indexOf(piece);
    this.totals.late -= this.lateOf(task);
    remove(list, piece);
    remove(pieces, piece);
    const project = this.projectOf[task]!;
    if (project >= 0) this.projects.leave(project, piece);
    this.pieceRun[piece] = -1;
    this.totals.preference -= this.gainBetween(task, this.pieceMinutes[piece]!, run, start, position);
    if (pieces.length === 0) this.totals.unplaced += this.columns.weight[task]!;
    this.totals.late += this.lateOf(task);
    this.measure(run);
  }

  /** Frees the number of a piece that is off the board. */
  drop(piece: number): void {
    this.spare.push(piece);
  }

  /** Takes all pieces of a task off and forgets them. */
  clear(task: number): void {
    for (const piece of [...this.piecesOf[task]!]) {
      this.take(piece);
      this.drop(piece);
    }
  }

  /** The first run at or after `run` with a gap of at least so many minutes; -1 when there is none. O(log n). */
  nextRunWithGap(run: number, minutes: number): number {
    return this.longest.nextAtLeast(run, minutes);
  }

  /** Whether a stretch is free with its buffers, and on which run; -1 when it is not. */
  runHolding(start: number, minutes: number): number {
    const run = firstRunEndingAfter(this.free, start);
    if (run >= this.onRun.length) return -1;
    if (start < this.free.usableStart[run]! || start + minutes > this.free.usableEnd[run]!) return -1;
    const list = this.onRun[run]!;
    const position = this.positionOn(run, start);
    const buffer = this.frame.bufferMinutes;
    const before = list[position - 1];
    const after = list[position];
    if (before !== undefined && this.pieceStart[before]! + this.pieceMinutes[before]! + buffer > start) return -1;
    if (after !== undefined && start + minutes + buffer > this.pieceStart[after]!) return -1;
    return run;
  }

  /** The first minute at or after `at` on the grid. */
  gridFrom(at: number): number {
    return this.values.gridFrom(at);
  }

  startOf(piece: number): number {
    return this.pieceStart[piece]!;
  }

  endOf(piece: number): number {
    return this.pieceStart[piece]! + this.pieceMinutes[piece]!;
  }

  /** Weight of a piece: its task's, by its part of the task's minutes; 0 for fixed blocks. */
  shareOf(piece: number): number {
    const task = this.pieceTask[piece]!;
    return task < 0 ? 0 : this.shareFor(task, this.pieceMinutes[piece]!);
  }

  /** Weight of so many minutes of a task. */
  shareFor(task: number, minutes: number): number {
    return (this.columns.weight[task]! * minutes) / this.columns.minutes[task]!;
  }

  firstRunAfter(minute: number): number {
    return firstRunEndingAfter(this.free, minute);
  }

  private scanRun(
    task: number,
    minutes: number,
    run: number,
    lowest: number,
    highest: number,
    lateBefore: number,
    slot: Slot,
  ): void {
    const list = this.onRun[run]!;
    const buffer = this.frame.bufferMinutes;
    const grid = this.frame.gridMinutes;
    const share = this.shareFor(task, minutes) / TOTAL_WEIGHT;
    const open = this.openCeiling[task]!;
    for (let position = 0; position <= list.length; position += 1) {
      const before = list[position - 1];
      const after = list[position];
      const from =
        before === undefined
          ? this.free.usableStart[run]!
          : this.pieceStart[before]! + this.pieceMinutes[before]! + buffer;
      const to = after === undefined ? this.free.usableEnd[run]! : this.pieceStart[after]! - buffer;
      const last = Math.min(to, highest) - minutes;
      if (from > last && from + minutes > highest) return;
      if (Math.max(from, lowest) > last) continue;
      for (let start = this.gridFrom(Math.max(from, lowest)); start <= last; start += grid) {
        const late = this.lateAt(task, start + minutes, lateBefore);
        if (late > slot.late) return;
        this.effort.candidates += 1;
        // Most slots lose by what no neighbour can change.
        const own = this.values.at(task, minutes, start);
        if (late === slot.late && share * (own + open) <= slot.gain) continue;
        const gain = this.gainWith(own, task, minutes, run, start, position);
        if (late < slot.late || gain > slot.gain + TINY) {
          slot.run = run;
          slot.start = start;
          slot.late = late;
          slot.gain = gain;
        }
      }
    }
  }

  private lateAt(task: number, end: number, lateBefore: number): number {
    const due = this.columns.due[task]!;
    return end <= due ? lateBefore : Math.max(lateBefore, (end - due) * this.columns.weight[task]!);
  }

  /** What staying exactly there is worth, in weights. */
  stayAt(task: number, start: number, minutes: number): number {
    if (this.columns.stands[task] === 0) return 0;
    for (const span of this.demands[task]!.present) {
      if (span.start === start && span.end - span.start === minutes) return STAY_BONUS * TOTAL_WEIGHT;
    }
    return 0;
  }

  private gainBetween(task: number, minutes: number, run: number, start: number, position: number): number {
    return this.gainWith(this.values.at(task, minutes, start), task, minutes, run, start, position);
  }

  /** `own`: what the start is worth by itself. */
  private gainWith(own: number, task: number, minutes: number, run: number, start: number, position: number): number {
    const list = this.onRun[run]!;
    const share = this.shareFor(task, minutes);
    const buffer = this.frame.bufferMinutes;
    const end = start + minutes;
    const before = position > 0 ? list[position - 1]! : -1;
    const after = position < list.length ? list[position]! : -1;
    const left = before >= 0 ? this.pieceStart[before]! + this.pieceMinutes[before]! : this.free.rawStart[run]!;
    const right = after >= 0 ? this.pieceStart[after]! : this.free.rawEnd[run]!;
    let value = own + FACTOR_WEIGHT.buffer * bufferFactor(start - left, right - end, buffer);
    value += this.stayAt(task, start, minutes);
    let sum = share * value;
    if (before >= 0 && start - left < 2 * buffer) {
      const beyond = position > 1 ? this.endOf(list[position - 2]!) : this.free.rawStart[run]!;
      const room = this.pieceStart[before]! - beyond;
      const change = bufferFactor(room, start - left, buffer) - bufferFactor(room, right - left, buffer);
      sum += this.shareOf(before) * FACTOR_WEIGHT.buffer * change;
    }
    if (after >= 0 && right - end < 2 * buffer) {
      const beyond = position + 1 < list.length ? this.pieceStart[list[position + 1]!]! : this.free.rawEnd[run]!;
      const room = beyond - this.endOf(after);
      const change = bufferFactor(right - end, room, buffer) - bufferFactor(right - left, room, buffer);
      sum += this.shareOf(after) * FACTOR_WEIGHT.buffer * change;
    }
    const project = this.projectOf[task]!;
    const nearness = project < 0 ? share * NEUTRAL : this.projects.gainOf(project, share, start, end);
    sum += FACTOR_WEIGHT.project * nearness;
    return sum / TOTAL_WEIGHT;
  }

  private positionOn(run: number, start: number): number {
    const list = this.onRun[run]!;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieceStart[list[middle]!]! < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private measure(run: number): void {
    const list = this.onRun[run]!;
    const buffer = this.frame.bufferMinutes;
    let from = this.free.usableStart[run]!;
    let longest = 0;
    for (const piece of list) {
      longest = Math.max(longest, this.pieceStart[piece]! - buffer - from);
      from = this.endOf(piece) + buffer;
    }
    this.longest.set(run, Math.max(longest, this.free.usableEnd[run]! - from));
  }

  private newPiece(task: number): number {
    const piece = this.spare.pop() ?? this.pieceTask.length;
    this.pieceTask[piece] = task;
    this.pieceStart[piece] = 0;
    this.pieceMinutes[piece] = 0;
    this.pieceRun[piece] = -1;
    return piece;
  }
}

/** Per project, the two greatest weights of its tasks together. */
function heaviestPairs(demands: readonly TaskDemand[], projectOf: Int32Array): number[] {
  const pairs: [number, number][] = [];
  demands.forEach((demand, task) => {
    const project = projectOf[task]!;
    if (project < 0) return;
    const pair = pairs[project] ?? [0, 0];
    pairs[project] = demand.weight > pair[0] ? [demand.weight, pair[0]] : [pair[0], Math.max(pair[1], demand.weight)];
  });
  return pairs.map(([first, second]) => first + second);
}
