// What a start is worth to a task by itself: promptness, energy and part of day, which no other placement changes.
// On the grid it is the sum of two look-ups: promptness by slot, the same for all tasks, and energy with part of day by time of day, shared by tasks alike.
import type { FreeTime } from '../engine/free-time';
import { offsetMinutesAt } from '../engine/local-clock';
import { MINUTES_PER_DAY } from '../time/instant';
import { type DayKind, type DayTable, dayKindsOf, newDayTable, valueOfDay } from './day-tables';
import { FACTOR_WEIGHT, promptness, tooEarly } from './factors';
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
  /** Tables shared between tasks alike. */
  readonly uses: { hits: number; misses: number };
  private readonly frame: TaskFrame;
  private readonly demands: readonly TaskDemand[];
  private readonly kinds: readonly DayKind[];
  private readonly dayFade: Float64Array;
  /** Where no clock changes, local time is one addition. */
  private readonly constantOffset: number | null;
  /** Whether a start on the grid stays on the grid of the local day when clocks change. */
  private readonly gridKept: boolean;
  private readonly first: number;
  private readonly last: number;
  private slots: Slots | null = null;
  /** Energy and part of day by grid step of the local day, in weights. */
  private readonly tables: (DayTable | undefined)[];
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
    this.kinds = dayKindsOf(frame, demands);
    this.ratherFrom = Float64Array.from(demands, (demand) => demand.ratherFrom ?? -Infinity);
    const runs = free.usableStart.length;
    this.constantOffset = frame.clock.transitions.length === 0 ? frame.clock.offsets[0]! : null;
    this.gridKept = frame.clock.offsets.every((offset) => (offset - frame.clock.offsets[0]!) % frame.gridMinutes === 0);
    this.first = runs === 0 ? frame.now : this.gridFrom(free.usableStart[0]!);
    this.last = runs === 0 ? frame.now : free.usableEnd[runs - 1]!;
    const days = Math.max(1, Math.ceil((this.last - frame.now) / MINUTES_PER_DAY) + 1);
    this.dayFade = new Float64Array(days + 1);
    for (let day = 0; day <= days; day += 1) this.dayFade[day] = promptness(0, day * MINUTES_PER_DAY);
    this.tables = new Array(demands.length).fill(undefined);
  }

  /** Promptness, energy and part of day of a block, in weights. */
  at(task: number, minutes: number, start: number): number {
    const slots = this.slots ?? this.makeSlots();
    const slot = (start - slots.base) / this.frame.gridMinutes;
    if (slot >= 0 && slot < slots.count && (slot | 0) === slot && minutes === this.demands[task]!.minutes) {
      const timeOfDay = slots.timeOfDay[slot]!;
      if (timeOfDay >= 0) {
        const ofDay = (this.tables[task] ?? this.tableOf(task)).values[timeOfDay]!;
        return this.notTooEarly(task, start, slots.prompt[slot]!) + ofDay;
      }
    }
    const prompt = this.notTooEarly(task, start, FACTOR_WEIGHT.promptness * this.promptAt(start));
    return prompt + valueOfDay(this.kinds[task]!, minutes, this.localMinute(start));
  }

  /** The same of so many starts, a grid step apart from `start` on, into `values`. */
  along(task: number, minutes: number, start: number, count: number, values: Float64Array): void {
    const { base, count: all, prompt, timeOfDay } = this.slots ?? this.makeSlots();
    const { gridMinutes: grid } = this.frame;
    const first = (start - base) / grid;
    const isInTables = minutes === this.demands[task]!.minutes && start >= this.ratherFrom[task]!;
    if (!isInTables || first < 0 || first + count > all || (first | 0) !== first) {
      for (let step = 0; step < count; step += 1) values[step] = this.at(task, minutes, start + step * grid);
      return;
    }
    const ofDay = (this.tables[task] ?? this.tableOf(task)).values;
    for (let step = 0; step < count; step += 1) {
      const at = timeOfDay[first + step]!;
      values[step] = at < 0 ? this.at(task, minutes, start + step * grid) : prompt[first + step]! + ofDay[at]!;
    }
  }

  /** The most energy and part of day can be worth to a block of the task at any time of day, in weights. */
  mostOfDay(task: number, minutes: number): number {
    // Another length, or a grid that clocks shift against the day, is not in the tables.
    if (minutes !== this.demands[task]!.minutes || !this.gridKept) return this.kinds[task]!.ceiling;
    return (this.tables[task] ?? this.tableOf(task)).most;
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

  private tableOf(task: number): DayTable {
    const kind = this.kinds[task]!;
    const { minutes } = this.demands[task]!;
    let table = kind.tables.get(minutes);
    if (table) {
      this.uses.hits += 1;
    } else {
      this.uses.misses += 1;
      table = newDayTable(this.frame, kind, minutes);
      kind.tables.set(minutes, table);
    }
    this.tables[task] = table;
    return table;
  }
}
