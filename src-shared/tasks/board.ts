// The search's board: pieces of tasks laid on the free runs, with the three levels kept up to date at every change.
// Invariants: (1) the pieces of a run are sorted by start and keep the buffer among themselves; (2) the longest gap of every run is right;
// (3) the totals equal what a fresh count over all pieces would give; (4) a task is either wholly placed or, between two moves, being placed.
import { type FreeTime, firstRunEndingAfter } from '../engine/free-time';
import { offsetMinutesAt } from '../engine/local-clock';
import { LongestRunTree } from '../engine/longest-run-tree';
import { MINUTES_PER_DAY } from '../time/instant';
import {
  bufferFactor,
  type DaySums,
  energySums,
  FACTOR_WEIGHT,
  meanOver,
  NEUTRAL,
  partSums,
  projectFactor,
  promptness,
  TOTAL_WEIGHT,
} from './factors';
import type { TaskDemand, TaskFrame, TaskGroupJob } from './task-demand';

/** What a moved placement must gain to be worth moving, as a share of its score. */
export const STAY_BONUS = 0.02;

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
  readonly totals: Totals = { unplaced: 0, late: 0, preference: 0 };
  /** Slots scored so far. */
  candidates = 0;

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
  private readonly energy: DaySums[];
  private readonly part: DaySums[];
  private readonly projectOf: Int32Array;
  private readonly onProject: number[][] = [];
  private readonly dayFade: Float64Array;
  private readonly minuteFade: Float64Array;
  /** The most that energy, part of day, buffer and project can add, in weights. */
  private readonly ceiling: Float64Array;
  private readonly constantOffset: number | null;

  constructor(job: TaskGroupJob) {
    this.frame = job.frame;
    this.free = job.free;
    this.demands = job.demands;
    const runs = job.free.usableStart.length;
    this.onRun = Array.from({ length: runs }, () => []);
    this.piecesOf = job.demands.map(() => []);
    this.dependents = job.demands.map(() => []);
    job.demands.forEach((demand, task) => {
      for (const other of demand.dependsOn) this.dependents[other]!.push(task);
      this.totals.unplaced += demand.weight;
    });
    this.longest = new LongestRunTree(job.free.usableStart.map((start, run) => job.free.usableEnd[run]! - start));
    const energyByLevel = new Map<string | null, DaySums>();
    const partByWindow = new Map<string, DaySums>();
    this.energy = job.demands.map((demand) =>
      remembered(energyByLevel, demand.energy, () => energySums(job.frame.energy, demand.energy)),
    );
    this.part = job.demands.map((demand) =>
      remembered(partByWindow, demand.part ? `${demand.part.from}-${demand.part.to}` : '', () => partSums(demand.part)),
    );
    const projects = new Map<string, number>();
    const indexOf = (project: string) => {
      let index = projects.get(project);
      if (index === undefined) {
        index = this.onProject.length;
        projects.set(project, index);
        this.onProject.push([]);
      }
      return index;
    };
    this.projectOf = Int32Array.from(job.demands, (demand) => (demand.project === null ? -1 : indexOf(demand.project)));
    for (const block of job.projectBlocks) {
      const project = projects.get(block.project);
      if (project === undefined) continue;
      const piece = this.newPiece(-1);
      this.pieceStart[piece] = block.start;
      this.pieceMinutes[piece] = block.end - block.start;
      this.joinProject(project, piece);
    }
    const lastMinute = runs === 0 ? job.frame.now : job.free.usableEnd[runs - 1]!;
    const days = Math.max(1, Math.ceil((lastMinute - job.frame.now) / MINUTES_PER_DAY) + 1);
    this.dayFade = Float64Array.from({ length: days + 1 }, (_, day) => 2 ** (-day / 7));
    this.minuteFade = Float64Array.from({ length: MINUTES_PER_DAY }, (_, minute) => promptness(0, minute));
    this.ceiling = Float64Array.from(job.demands, (demand, task) => {
      const own = demand.project === null ? FACTOR_WEIGHT.project * NEUTRAL : FACTOR_WEIGHT.project * 17;
      return (
        FACTOR_WEIGHT.energy * steepest(this.energy[task]!) +
        FACTOR_WEIGHT.partOfDay * steepest(this.part[task]!) +
        FACTOR_WEIGHT.buffer +
        own +
        (demand.present.length > 0 ? STAY_BONUS * TOTAL_WEIGHT : 0)
      );
    });
    this.constantOffset = job.frame.clock.transitions.length === 0 ? job.frame.clock.offsets[0]! : null;
  }

  isPlaced(task: number): boolean {
    return this.piecesOf[task]!.length > 0;
  }

  /** First minute the task may start, by what it depends on; infinite while one of those has no place. */
  earliestStart(task: number): number {
    const demand = this.demands[task]!;
    let earliest = demand.earliest;
    for (const other of demand.dependsOn) {
      const pieces = this.piecesOf[other]!;
      if (pieces.length === 0) return Number.POSITIVE_INFINITY;
      for (const piece of pieces) earliest = Math.max(earliest, this.pieceStart[piece]! + this.pieceMinutes[piece]!);
    }
    return earliest;
  }

  /** Last minute the task may end, by what waits for it. */
  latestEnd(task: number): number {
    let latest = this.demands[task]!.latestEnd;
    for (const other of this.dependents[task]!) {
      for (const piece of this.piecesOf[other]!) latest = Math.min(latest, this.pieceStart[piece]!);
    }
    return latest;
  }

  /** Weighted minutes after due of the pieces on the board. */
  lateOf(task: number): number {
    const { due, weight } = this.demands[task]!;
    if (due === null) return 0;
    let late = 0;
    for (const piece of this.piecesOf[task]!) {
      late = Math.max(late, this.pieceStart[piece]! + this.pieceMinutes[piece]! - due);
    }
    return late * weight;
  }

  /**
   * The best free place for a piece of so many minutes: least late, then greatest gain, then earliest. False when there is none.
   * Runs too short are skipped by the tree; the scan stops where not even a perfect slot could win, because promptness only falls and lateness only rises.
   */
  bestSlot(task: number, minutes: number, slot: Slot): boolean {
    const lowest = this.earliestStart(task);
    const highest = this.latestEnd(task);
    slot.run = -1;
    slot.late = Number.POSITIVE_INFINITY;
    slot.gain = Number.NEGATIVE_INFINITY;
    if (lowest + minutes > highest) return false;
    const demand = this.demands[task]!;
    const share = (demand.weight * minutes) / demand.minutes / TOTAL_WEIGHT;
    const lateBefore = this.lateOf(task);
    let run = this.longest.nextAtLeast(firstRunEndingAfter(this.free, lowest), minutes);
    for (; run >= 0; run = this.longest.nextAtLeast(run + 1, minutes)) {
      const first = Math.max(this.free.usableStart[run]!, lowest);
      if (first + minutes > highest) break;
      const leastLate = this.lateAt(demand, first + minutes, lateBefore);
      if (leastLate > slot.late) break;
      if (leastLate === slot.late) {
        const most = share * (FACTOR_WEIGHT.promptness * this.promptAt(first) + this.ceiling[task]!);
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
    if (pieces.length === 0) this.totals.unplaced -= this.demands[task]!.weight;
    this.pieceStart[piece] = start;
    this.pieceRun[piece] = run;
    pieces.push(piece);
    list.splice(position, 0, piece);
    const project = this.projectOf[task]!;
    if (project >= 0) this.joinProject(project, piece);
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
    list.splice(position, 1);
    pieces.splice(pieces.indexOf(piece), 1);
    const project = this.projectOf[task]!;
    if (project >= 0) this.onProject[project]!.splice(this.onProject[project]!.indexOf(piece), 1);
    this.pieceRun[piece] = -1;
    this.totals.preference -= this.gainBetween(task, this.pieceMinutes[piece]!, run, start, position);
    if (pieces.length === 0) this.totals.unplaced += this.demands[task]!.weight;
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

  localMinute(at: number): number {
    const offset = this.constantOffset ?? offsetMinutesAt(this.frame.clock, at);
    return (at + offset) % MINUTES_PER_DAY;
  }

  /** The first minute at or after `at` on the grid. */
  gridFrom(at: number): number {
    const past = this.localMinute(at) % this.frame.gridMinutes;
    return past === 0 ? at : at + this.frame.gridMinutes - past;
  }

  /** Weighted own value of a piece if it had room on both sides: what a place could be worth once others made way. */
  valueAlone(task: number, minutes: number, start: number): number {
    const demand = this.demands[task]!;
    const share = (demand.weight * minutes) / demand.minutes / TOTAL_WEIGHT;
    const local = this.localMinute(start);
    const value =
      FACTOR_WEIGHT.promptness * this.promptAt(start) +
      FACTOR_WEIGHT.energy * meanOver(this.energy[task]!, local, minutes) +
      FACTOR_WEIGHT.partOfDay * meanOver(this.part[task]!, local, minutes) +
      FACTOR_WEIGHT.buffer;
    return share * (value + this.stayAt(demand, start, minutes));
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
    const demand = this.demands[task]!;
    const list = this.onRun[run]!;
    const buffer = this.frame.bufferMinutes;
    const grid = this.frame.gridMinutes;
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
        const late = this.lateAt(demand, start + minutes, lateBefore);
        if (late > slot.late) return;
        this.candidates += 1;
        const gain = this.gainBetween(task, minutes, run, start, position);
        if (late < slot.late || gain > slot.gain + TINY) {
          slot.run = run;
          slot.start = start;
          slot.late = late;
          slot.gain = gain;
        }
      }
    }
  }

  private lateAt(demand: TaskDemand, end: number, lateBefore: number): number {
    return demand.due === null || end <= demand.due
      ? lateBefore
      : Math.max(lateBefore, (end - demand.due) * demand.weight);
  }

  private promptAt(start: number): number {
    const ahead = start - this.frame.now;
    if (ahead <= 0) return 1;
    const days = Math.floor(ahead / MINUTES_PER_DAY);
    return this.dayFade[days]! * this.minuteFade[ahead - days * MINUTES_PER_DAY]!;
  }

  private stayAt(demand: TaskDemand, start: number, minutes: number): number {
    for (const span of demand.present) {
      if (span.start === start && span.end - span.start === minutes) return STAY_BONUS * TOTAL_WEIGHT;
    }
    return 0;
  }

  private gainBetween(task: number, minutes: number, run: number, start: number, position: number): number {
    const demand = this.demands[task]!;
    const list = this.onRun[run]!;
    const share = (demand.weight * minutes) / demand.minutes;
    const buffer = this.frame.bufferMinutes;
    const end = start + minutes;
    const before = position > 0 ? list[position - 1]! : -1;
    const after = position < list.length ? list[position]! : -1;
    const left = before >= 0 ? this.pieceStart[before]! + this.pieceMinutes[before]! : this.free.rawStart[run]!;
    const right = after >= 0 ? this.pieceStart[after]! : this.free.rawEnd[run]!;
    const local = this.localMinute(start);
    let value =
      FACTOR_WEIGHT.promptness * this.promptAt(start) +
      FACTOR_WEIGHT.energy * meanOver(this.energy[task]!, local, minutes) +
      FACTOR_WEIGHT.partOfDay * meanOver(this.part[task]!, local, minutes) +
      FACTOR_WEIGHT.buffer * bufferFactor(start - left, right - end, buffer);
    if (demand.present.length > 0) value += this.stayAt(demand, start, minutes);
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
    sum +=
      project < 0
        ? share * FACTOR_WEIGHT.project * NEUTRAL
        : FACTOR_WEIGHT.project * this.projectGain(project, share, start, end);
    return sum / TOTAL_WEIGHT;
  }

  /** Own nearness to the project and what the new block adds for the blocks beside it; the nearest block of any is one of its two neighbours. */
  private projectGain(project: number, share: number, start: number, end: number): number {
    const list = this.onProject[project]!;
    const position = this.positionInProject(list, start);
    const left = position > 0 ? list[position - 1]! : -1;
    const right = position < list.length ? list[position]! : -1;
    const toLeft = left < 0 ? Number.POSITIVE_INFINITY : Math.max(0, start - this.endOf(left));
    const toRight = right < 0 ? Number.POSITIVE_INFINITY : Math.max(0, this.pieceStart[right]! - end);
    const nearest = Math.min(toLeft, toRight);
    let sum = share * projectFactor(nearest === Number.POSITIVE_INFINITY ? null : nearest);
    const between =
      left < 0 || right < 0 ? Number.POSITIVE_INFINITY : Math.max(0, this.pieceStart[right]! - this.endOf(left));
    if (left >= 0) {
      const beyond =
        position > 1 ? Math.max(0, this.pieceStart[left]! - this.endOf(list[position - 2]!)) : Number.POSITIVE_INFINITY;
      sum += this.shareOf(left) * (nearness(Math.min(beyond, toLeft)) - nearness(Math.min(beyond, between)));
    }
    if (right >= 0) {
      const next = list[position + 1];
      const beyond =
        next === undefined ? Number.POSITIVE_INFINITY : Math.max(0, this.pieceStart[next]! - this.endOf(right));
      sum += this.shareOf(right) * (nearness(Math.min(beyond, toRight)) - nearness(Math.min(beyond, between)));
    }
    return sum;
  }

  /** Weight of a piece: its task's, by its part of the task's minutes; 0 for fixed blocks. */
  private shareOf(piece: number): number {
    const task = this.pieceTask[piece]!;
    if (task < 0) return 0;
    const demand = this.demands[task]!;
    return (demand.weight * this.pieceMinutes[piece]!) / demand.minutes;
  }

  private endOf(piece: number): number {
    return this.pieceStart[piece]! + this.pieceMinutes[piece]!;
  }

  private positionOn(run: number, start: number): number {
    return this.positionInProject(this.onRun[run]!, start);
  }

  private positionInProject(list: readonly number[], start: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieceStart[list[middle]!]! < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private joinProject(project: number, piece: number): void {
    const list = this.onProject[project]!;
    list.splice(this.positionInProject(list, this.pieceStart[piece]!), 0, piece);
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

function nearness(minutes: number): number {
  return projectFactor(minutes === Number.POSITIVE_INFINITY ? null : minutes);
}

function remembered<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

/** The greatest value of any minute. */
function steepest(sums: DaySums): number {
  let most = 0;
  for (let minute = 1; minute < sums.length; minute += 1) most = Math.max(most, sums[minute]! - sums[minute - 1]!);
  return most;
}
