// What a start is worth to a task by itself: promptness, energy and part of day, which no other placement changes. Computed once per slot and read from a table.
import type { FreeTime } from '../engine/free-time';
import { offsetMinutesAt } from '../engine/local-clock';
import { MINUTES_PER_DAY } from '../time/instant';
import { type DaySums, energySums, FACTOR_WEIGHT, meanOver, partSums, promptness } from './factors';
import type { TaskDemand, TaskFrame } from './task-demand';

/** Promptness lost over the minutes of a day; the same for every plan. */
const FADE_OVER_A_DAY = new Float64Array(MINUTES_PER_DAY);
for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1) FADE_OVER_A_DAY[minute] = promptness(0, minute);

/** Longer horizons are computed slot by slot: their tables would cost more than they save. */
const MOST_SLOTS = 8_000;

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
  private readonly minuteFade: Float64Array;
  /** Where no clock changes, local time is one addition and slots have numbers. */
  private readonly constantOffset: number | null;
  private readonly base: number;
  private readonly slots: number;
  private readonly tables: (Float64Array | undefined)[];
  private readonly tableKeys: string[];
  private readonly shared = new Map<string, Float64Array>();

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
    const runs = free.usableStart.length;
    const last = runs === 0 ? frame.now : free.usableEnd[runs - 1]!;
    const days = Math.max(1, Math.ceil((last - frame.now) / MINUTES_PER_DAY) + 1);
    this.dayFade = new Float64Array(days + 1);
    for (let day = 0; day <= days; day += 1) this.dayFade[day] = promptness(0, day * MINUTES_PER_DAY);
    this.minuteFade = FADE_OVER_A_DAY;
    const steep = new Map<DaySums, number>();
    const most = (sums: DaySums) => remembered(steep, sums, () => steepest(sums));
    this.ceiling = new Float64Array(demands.length);
    for (let task = 0; task < demands.length; task += 1) {
      this.ceiling[task] =
        FACTOR_WEIGHT.energy * most(this.energy[task]!) + FACTOR_WEIGHT.partOfDay * most(this.part[task]!);
    }
    this.constantOffset = frame.clock.transitions.length === 0 ? frame.clock.offsets[0]! : null;
    this.base = runs === 0 ? frame.now : this.gridFrom(free.usableStart[0]!);
    this.slots = Math.max(0, Math.ceil((last - this.base) / frame.gridMinutes));
    this.tables = new Array(demands.length);
  }

  /** Promptness, energy and part of day of a block, in weights. */
  at(task: number, minutes: number, start: number): number {
    if (this.constantOffset !== null && this.slots <= MOST_SLOTS && minutes === this.demands[task]!.minutes) {
      const slot = (start - this.base) / this.frame.gridMinutes;
      if (slot >= 0 && slot < this.slots && (slot | 0) === slot) {
        const table = this.tables[task] ?? this.tableOf(task);
        const known = table[slot]!;
        if (known >= 0) return known;
        const value = this.computed(task, minutes, start);
        table[slot] = value;
        return value;
      }
    }
    return this.computed(task, minutes, start);
  }

  promptAt(start: number): number {
    const ahead = start - this.frame.now;
    if (ahead <= 0) return 1;
    const days = Math.floor(ahead / MINUTES_PER_DAY);
    return this.dayFade[days]! * this.minuteFade[ahead - days * MINUTES_PER_DAY]!;
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

  private tableOf(task: number): Float64Array {
    // Filled as slots are asked for: most never are. A value is never negative.
    const known = this.shared.get(this.tableKeys[task]!);
    if (known) this.uses.hits += 1;
    else this.uses.misses += 1;
    const table = known ?? new Float64Array(this.slots).fill(-1);
    if (!known) this.shared.set(this.tableKeys[task]!, table);
    this.tables[task] = table;
    return table;
  }

  private computed(task: number, minutes: number, start: number): number {
    const local = this.localMinute(start);
    return (
      FACTOR_WEIGHT.promptness * this.promptAt(start) +
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
