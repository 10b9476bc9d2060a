// What a start is worth to a task by itself: promptness, energy and part of day, which no other placement changes.
// On the grid it is the sum of two look-ups: promptness by slot, the same for all tasks, and energy with part of day by time of day, shared by tasks alike.
import type { FreeTime } from '../engine/free-time';
import { offsetMinutesAt } from '../engine/local-clock';
import { MINUTES_PER_DAY } from '../time/instant';
import { type DaySums, energySums, FACTOR_WEIGHT, meanOver, partSums, promptness, tooEarly } from './factors';
import type { TaskDemand, TaskFrame } from './task-demand';

/** Promptness lost over the minutes of a day; the same for every plan. */
const FADE_OVER_A_DAY = new Float64Array(MINUTES_PER_DAY);
for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1) FADE_OVER_A_DAY[minute] = promptness(0, minute);

/** The grid over the horizon, made when the first value is asked for. */
interface Slots {
  /** Minute of the first. */
  readonly base: number;
  readonly count: number;
  /** Promptness of a start at each slot, in weights. */
  readonly prompt: Float64Array;
  /** Which grid step of the local day each slot is; -1 where a clock change has shifted the grid. */
  readonly timeOfDay: Int16Array;
}

export class SlotValues {
  /** The most a minute's energy and part of day can be worth to each task, in weights. */
  readonly ceiling: Float64Array;
  /** Tables shared between tasks alike. */
  readonly uses: { hits: number; misses: number };
  private readonly frame: TaskFrame;
  private readonly demands: readonly TaskDemand[];
  private readonly energy: DaySums[];
  private readonly part: DaySums[];
  private readonly dayFade: Float64Array;
  /** Where no clock changes, local time is one addition. */
  private readonly constantOffset: number | null;
  /** Whether a start on the grid stays on the grid of the local day when clocks change. */
  private readonly gridKept: boolean;
  private readonly first: number;
  private readonly last: number;
  private slots: Slots | null = null;
  /** Energy and part of day by grid step of the local day, in weights. */
  private readonly tables: (Float64Array | undefined)[];
  private readonly tableKeys: string[];
  private readonly shared = new Map<string, Float64Array>();
  /** See `mostOfDay`; not a number while nobody has asked. */
  private readonly mosts: Float64Array;
  /** Before it promptness counts less; minus infinity for most tasks. */
  private readonly ratherFrom: Float64Array;

  constructor(
    frame: TaskFrame,
    free: FreeTime,
    demands: readonly TaskDemand[],
    uses: { hits: number; misses: number } = { hits: 0, misses: 0 },
  ) {
    this.uses = uses;
    this.frame = frame;
    this.demands = demands;
    const energy = new Map<string | null, DaySums>();
    const part = new Map<string, DaySums>();
    const partKey = (demand: TaskDemand) => (demand.part ? `${demand.part.from}-${demand.part.to}` : '');
    this.energy = demands.map((demand) =>
      remembered(energy, demand.energy, () => energySums(frame.energy, demand.energy)),
    );
    this.part = demands.map((demand) => remembered(part, partKey(demand), () => partSums(demand.part)));
    this.tableKeys = demands.map((demand) => `${demand.energy} ${partKey(demand)} ${demand.minutes}`);
    this.ratherFrom = Float64Array.from(demands, (demand) => demand.ratherFrom ?? -Infinity);
    const runs = free.usableStart.length;
    this.constantOffset = frame.clock.transitions.length === 0 ? frame.clock.offsets[0]! : null;
    this.gridKept = frame.clock.offsets.every((offset) => (offset - frame.clock.offsets[0]!) % frame.gridMinutes === 0);
    this.first = runs === 0 ? frame.now : this.gridFrom(free.usableStart[0]!);
    this.last = runs === 0 ? frame.now : free.usableEnd[runs - 1]!;
    const days = Math.max(1, Math.ceil((this.last - frame.now) / MINUTES_PER_DAY) + 1);
    this.dayFade = new Float64Array(days + 1);
    for (let day = 0; day <= days; day += 1) this.dayFade[day] = promptness(0, day * MINUTES_PER_DAY);
    const steep = new Map<DaySums, number>();
    const most = (sums: DaySums) => remembered(steep, sums, () => steepest(sums));
    this.ceiling = new Float64Array(demands.length);
    for (let task = 0; task < demands.length; task += 1) {
      this.ceiling[task] =
        FACTOR_WEIGHT.energy * most(this.energy[task]!) + FACTOR_WEIGHT.partOfDay * most(this.part[task]!);
    }
    this.tables = new Array(demands.length).fill(undefined);
    this.mosts = new Float64Array(demands.length).fill(Number.NaN);
  }

  /** Promptness, energy and part of day of a block, in weights. */
  at(task: number, minutes: number, start: number): number {
    const slots = this.slots ?? this.makeSlots();
    const slot = (start - slots.base) / this.frame.gridMinutes;
    if (slot >= 0 && slot < slots.count && (slot | 0) === slot && minutes === this.demands[task]!.minutes) {
      const timeOfDay = slots.timeOfDay[slot]!;
      if (timeOfDay >= 0) {
        const ofDay = (this.tables[task] ?? this.tableOf(task))[timeOfDay]!;
        return this.notTooEarly(task, start, slots.prompt[slot]!) + ofDay;
      }
    }
    const prompt = this.notTooEarly(task, start, FACTOR_WEIGHT.promptness * this.promptAt(start));
    return prompt + this.ofDay(task, minutes, this.localMinute(start));
  }

  /** The most energy and part of day can be worth to a block of the task at any time of day, in weights. */
  mostOfDay(task: number, minutes: number): number {
    // Another length, or a grid that clocks shift against the day, is not in the tables.
    if (minutes !== this.demands[task]!.minutes || !this.gridKept) return this.ceiling[task]!;
    const known = this.mosts[task]!;
    if (!Number.isNaN(known)) return known;
    let most = 0;
    for (const value of this.tables[task] ?? this.tableOf(task)) if (value > most) most = value;
    this.mosts[task] = most;
    return most;
  }

  private notTooEarly(task: number, start: number, prompt: number): number {
    const from = this.ratherFrom[task]!;
    return start < from ? prompt * tooEarly(start, from) : prompt;
  }

  promptAt(start: number): number {
    const ahead = start - this.frame.now;
    if (ahead <= 0) return 1;
    const days = Math.floor(ahead / MINUTES_PER_DAY);
    return this.dayFade[days]! * FADE_OVER_A_DAY[ahead - days * MINUTES_PER_DAY]!;
  }

  /** The first minute at or after `at` on the grid of the local day. */
  gridFrom(at: number): number {
    const past = this.localMinute(at) % this.frame.gridMinutes;
    return past === 0 ? at : at + this.frame.gridMinutes - past;
  }

  private localMinute(at: number): number {
    const local = at + (this.constantOffset ?? offsetMinutesAt(this.frame.clock, at));
    return ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  }

  private makeSlots(): Slots {
    const { gridMinutes: grid } = this.frame;
    const count = Math.max(0, Math.ceil((this.last - this.first) / grid));
    const prompt = new Float64Array(count);
    const timeOfDay = new Int16Array(count);
    for (let slot = 0, start = this.first; slot < count; slot += 1, start += grid) {
      prompt[slot] = FACTOR_WEIGHT.promptness * this.promptAt(start);
      const local = this.localMinute(start);
      timeOfDay[slot] = local % grid === 0 ? local / grid : -1;
    }
    this.slots = { base: this.first, count, prompt, timeOfDay };
    return this.slots;
  }

  private tableOf(task: number): Float64Array {
    const known = this.shared.get(this.tableKeys[task]!);
    if (known) this.uses.hits += 1;
    else this.uses.misses += 1;
    const table = known ?? this.newTable(task);
    if (!known) this.shared.set(this.tableKeys[task]!, table);
    this.tables[task] = table;
    return table;
  }

  private newTable(task: number): Float64Array {
    const { gridMinutes: grid } = this.frame;
    const { minutes } = this.demands[task]!;
    const table = new Float64Array(Math.ceil(MINUTES_PER_DAY / grid));
    for (let step = 0; step < table.length; step += 1) table[step] = this.ofDay(task, minutes, step * grid);
    return table;
  }

  /** Energy and part of day of a block that starts at a local minute of day, in weights. */
  private ofDay(task: number, minutes: number, local: number): number {
    return (
      FACTOR_WEIGHT.energy * meanOver(this.energy[task]!, local, minutes) +
      FACTOR_WEIGHT.partOfDay * meanOver(this.part[task]!, local, minutes)
    );
  }
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
