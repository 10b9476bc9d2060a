// What energy and part of day are worth by time of day: hangs on the frame of a plan and on what few kinds of tasks there are, so all groups of a plan share it.
import { listOf } from '../base/list-of';
import { MINUTES_PER_DAY } from '../time/instant';
import { type DaySums, energySums, meanOver, partSums } from './day-sums';
import { FACTOR_WEIGHT } from './factors';
import type { TaskDemand, TaskFrame } from './task-demand';

/** Tasks of one energy and one part of day. */
export interface DayKind {
  /** The most any minute can be worth, in weights. */
  readonly ceiling: number;
  /** By length of a block. */
  readonly tables: Map<number, DayTable>;
  readonly energy: DaySums;
  readonly part: DaySums;
}

/** A block of one length. */
export interface DayTable {
  /** By grid step of the local day, in weights. */
  readonly values: Float64Array;
  /** The greatest of them. */
  readonly most: number;
}

type Kinds = Map<string, DayKind>;

/** A memory of pure results: it never changes a plan. */
const kindsOfFrames = new WeakMap<TaskFrame, Kinds>();

export function dayKindsOf(frame: TaskFrame, demands: readonly TaskDemand[]): DayKind[] {
  const kinds: Kinds = kindsOfFrames.get(frame) ?? new Map();
  kindsOfFrames.set(frame, kinds);
  return listOf(demands.length, (task) => {
    const demand = demands[task]!;
    const key = demand.part ? `${demand.energy} ${demand.part.from}-${demand.part.to}` : `${demand.energy}`;
    const known = kinds.get(key);
    if (known) return known;
    const kind = newKind(frame, demand);
    kinds.set(key, kind);
    return kind;
  });
}

export function newDayTable(frame: TaskFrame, kind: DayKind, minutes: number): DayTable {
  const values = new Float64Array(Math.ceil(MINUTES_PER_DAY / frame.gridMinutes));
  let most = 0;
  for (let step = 0; step < values.length; step += 1) {
    const value = valueOfDay(kind, minutes, step * frame.gridMinutes);
    values[step] = value;
    if (value > most) most = value;
  }
  return { values, most };
}

/** A block that starts at a local minute of day, in weights. */
export function valueOfDay({ energy, part }: DayKind, minutes: number, local: number): number {
  return (
    FACTOR_WEIGHT.energy * meanOver(energy, local, minutes) + FACTOR_WEIGHT.partOfDay * meanOver(part, local, minutes)
  );
}

function newKind(frame: TaskFrame, demand: TaskDemand): DayKind {
  const energy = energySums(frame.energy, demand.energy);
  const part = partSums(demand.part);
  const ceiling = FACTOR_WEIGHT.energy * energy.most + FACTOR_WEIGHT.partOfDay * part.most;
  return { ceiling, tables: new Map(), energy, part };
}
