// The search's board: a layout with level 3 kept up to date at every change, and the best place for a piece found on it.
import type { MinuteSpan } from '../engine/epoch-minute';
import { firstRunEndingAfter } from '../engine/free-time';
import { bufferFactor, FACTOR_WEIGHT, NEUTRAL, TOTAL_WEIGHT } from './factors';
import { Layout } from './layout';
import { LoneValues } from './lone-values';
import { ProjectBlocks } from './project-blocks';
import { noEffort, type SearchEffort } from './search-effort';
import { SlotValues } from './slot-values';
import { STAY_BONUS } from './stay-bonus';
import type { TaskDemand, TaskGroupJob } from './task-demand';

/** A place for a piece, filled in by `bestSlot`. */
export interface Slot {
  run: number;
  start: number;
  /** Weighted late minutes of the task with this piece. */
  late: number;
  /** Change of level 3 by laying the piece here. */
  gain: number;
}

const TINY = 1e-9;

export class Board extends Layout {
  readonly alone: LoneValues;
  /** Boards of one search count together. */
  readonly effort: SearchEffort;

  private readonly values: SlotValues;
  private readonly projects: ProjectBlocks;
  private readonly projectOf: Int32Array;
  /** Project of each of the first pieces, which stand for fixed blocks. */
  private readonly projectOfFixed: number[] = [];
  private isWorthCounted = true;
  /** Runs that changed since `tasksNearChange` was last asked. */
  private readonly touched = new Set<number>();
  /** The most that buffer and staying can add, in weights. */
  private readonly openCeiling: Float64Array;
  /** The most that being next to its project can add: to the task, and to the project's two heaviest, whom a block may bring nearer. */
  private readonly projectCeiling: Float64Array;

  /** Boards of one job may share their table of slot values. */
  constructor(job: TaskGroupJob, values = new SlotValues(job.frame, job.free, job.demands), effort = noEffort()) {
    super(job);
    this.effort = effort;
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
      this.projectOfFixed.push(this.projects.indexOf(block.project));
      this.projects.join(this.projectOfFixed.at(-1)!, piece);
    }
    this.fixed = this.projectOfFixed.length;
    const heaviest = heaviestPairs(job.demands, this.projectOf);
    this.projectCeiling = Float64Array.from(job.demands, (demand, task) => {
      const project = this.projectOf[task]!;
      return FACTOR_WEIGHT.project * (project < 0 ? NEUTRAL : 1 + heaviest[project]! / demand.weight);
    });
    this.openCeiling = Float64Array.from(job.demands, ({ present }) =>
      present.length > 0 ? FACTOR_WEIGHT.buffer + STAY_BONUS * TOTAL_WEIGHT : FACTOR_WEIGHT.buffer,
    );
    this.alone = new LoneValues(this, values);
  }

  /** Says that a change of these runs is meant to last: what was remembered of free places is forgotten. */
  changed(runs: Iterable<number>): void {
    this.alone.forget();
    for (const run of runs) this.touched.add(run);
  }

  /** The tasks whose chances a move of `task` may have changed: itself and all on the runs it and its ejected stand on or left. */
  tasksNearChange(task: number): number[] {
    const near = [task];
    for (const run of this.touched) for (const piece of this.onRun[run]!) near.push(this.pieceTask[piece]!);
    this.touched.clear();
    return near;
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
    const project = this.projectOf[task]!;
    const open = this.openCeiling[task]!;
    const near = this.projectCeiling[task]!;
    const ofDay = this.values.mostOfDay(task, minutes);
    let next = firstRunEndingAfter(this.free, lowest);
    let run = this.nextRunWithGap(next, minutes);
    for (; run >= 0; run = this.nextRunWithGap(next, minutes)) {
      this.effort.skippedRuns += run - next;
      next = run + 1;
      const first = Math.max(this.free.usableStart[run]!, lowest);
      if (first + minutes > highest) break;
      const leastLate = this.lateAt(task, first + minutes, lateBefore);
      if (leastLate > slot.late) break;
      let runOpen = open + near;
      if (leastLate === slot.late) {
        const own = FACTOR_WEIGHT.promptness * this.values.promptAt(first) + ofDay;
        if (share * (own + runOpen) <= slot.gain) break;
        // Most runs lie far from the project; a later one may not.
        if (project >= 0) {
          runOpen = open + near * this.projects.mostNearness(project, first, this.free.usableEnd[run]!);
          if (share * (own + runOpen) <= slot.gain) continue;
        }
      }
      this.scanRun(task, minutes, run, lowest, highest, lateBefore, runOpen, slot);
    }
    return slot.run >= 0;
  }

  /** The first minute at or after `at` on the grid. */
  gridFrom(at: number): number {
    return this.values.gridFrom(at);
  }

  /** What staying exactly there is worth, in weights. */
  stayAt(task: number, start: number, minutes: number): number {
    if (this.columns.stands[task] === 0) return 0;
    for (const span of this.demands[task]!.present) {
      if (span.start === start && span.end - span.start === minutes) return STAY_BONUS * TOTAL_WEIGHT;
    }
    return 0;
  }

  override layOut(order: readonly number[], spans: readonly (readonly MinuteSpan[])[]): void {
    this.isWorthCounted = false;
    super.layOut(order, spans);
    this.isWorthCounted = true;
  }

  override empty(): void {
    super.empty();
    this.alone.forget();
    this.touched.clear();
    this.projects.empty();
    this.projectOfFixed.forEach((project, piece) => {
      this.projects.join(project, piece);
    });
  }

  protected worthOf(piece: number, position: number): number {
    if (!this.isWorthCounted) return 0;
    const run = this.pieceRun[piece]!;
    return this.gainBetween(this.pieceTask[piece]!, this.pieceMinutes[piece]!, run, this.pieceStart[piece]!, position);
  }

  protected joins(piece: number): void {
    const project = this.projectOf[this.pieceTask[piece]!]!;
    if (project >= 0) this.projects.join(project, piece);
  }

  protected leaves(piece: number): void {
    const project = this.projectOf[this.pieceTask[piece]!]!;
    if (project >= 0) this.projects.leave(project, piece);
  }

  private scanRun(
    task: number,
    minutes: number,
    run: number,
    lowest: number,
    highest: number,
    lateBefore: number,
    open: number,
    slot: Slot,
  ): void {
    const list = this.onRun[run]!;
    const buffer = this.frame.bufferMinutes;
    const grid = this.frame.gridMinutes;
    const share = this.shareFor(task, minutes) / TOTAL_WEIGHT;
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
