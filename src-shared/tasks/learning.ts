// What moves by hand tell about the work of a project or tag: when in the day, at which energy, and how long after it was written down. Tasks that say nothing themselves are drawn there.
import { storedInstant } from '../engine/epoch-minute';
import type { EnergyLevel, Learned, LearnedLeanings } from '../engine/settings';
import { plusDays } from '../time/day';
import { formatInstant } from '../time/instant';
import { dayAt, instantAtMinute, type ZoneId } from '../time/zone';
import { partWindow } from './part-of-day';
import type { Task } from './task';

export type PartName = 'morning' | 'afternoon' | 'evening';

/** Where a hand put a task. */
export interface Sample {
  /** Minute of the local day its middle lies at. */
  readonly minuteOfDay: number;
  /** Energy of that minute; `null` outside every band. */
  readonly energy: EnergyLevel | null;
  /** Days from writing the task down to the day it was put on; null for a move within its day, and where that is not known. */
  readonly daysAfter: number | null;
}

/** What is known about one project or tag well enough to be used. */
export interface Leaning {
  readonly part: PartName | null;
  readonly energy: EnergyLevel | null;
  /** Whole days a task is left after it was written down. */
  readonly waitDays: number | null;
}

/** How far one move pulls a weight towards it. */
const PULL = 0.25;
/** No weight gets past this: a few moves the other way always turn it. */
const MOST = 0.9;
/** Days count as alike within this many of each other. */
const ALIKE_DAYS = 1;
const MOST_DAYS = 7;
const ALIKE_ENOUGH = 3;
/** More agreement than this is not remembered: a few moves the other way always turn it. */
const ALIKE_MOST = 4;
/** Three moves in a row reach it, two do not. */
const ENOUGH = 0.5;
const PARTS: readonly PartName[] = ['morning', 'afternoon', 'evening'];
const LEVELS: readonly EnergyLevel[] = ['high', 'medium', 'low'];

/** What a task teaches and is taught by: its project first, then its tags. */
export function learningKeys(task: Pick<Task, 'projectId' | 'tags'>): string[] {
  const project = task.projectId === null ? [] : [`project:${task.projectId}`];
  return [...project, ...task.tags.map((tag) => `tag:${tag}`)];
}

/** The memory after one more move. A wish the task states itself is no news and teaches nothing. */
export function learnFromMove(learned: Learned, task: Task, sample: Sample): Learned {
  const next: Record<string, LearnedLeanings> = { ...learned };
  const part = PARTS.find((name) => isInside(partWindow(name)!, sample.minuteOfDay)) ?? null;
  for (const key of learningKeys(task)) {
    const before = learned[key] ?? { moves: 0, parts: {}, energies: {} };
    next[key] = {
      ...before,
      moves: before.moves + 1,
      parts: task.partOfDay === null ? pulled(before.parts, PARTS, part) : before.parts,
      energies: task.energy === null ? pulled(before.energies, LEVELS, sample.energy) : before.energies,
      ...waited(before.wait, task.notBefore === null ? sample.daysAfter : null),
    };
  }
  return next;
}

function pulled<Name extends string>(
  weights: Readonly<Partial<Record<Name, number>>>,
  names: readonly Name[],
  towards: Name | null,
): Partial<Record<Name, number>> {
  if (towards === null) return weights;
  const next: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const before = weights[name] ?? 0;
    next[name] = Math.min(MOST, before + PULL * ((name === towards ? 1 : 0) - before));
  }
  return next;
}

/** The wait after one more move: towards days near it, and one agreement less for days that are not. */
function waited(before: LearnedLeanings['wait'], daysAfter: number | null): Pick<LearnedLeanings, 'wait'> {
  if (daysAfter === null) return before ? { wait: before } : {};
  const days = Math.max(0, Math.min(MOST_DAYS, daysAfter));
  if (!before || before.alike === 0) return { wait: { days, alike: 1 } };
  if (Math.abs(days - before.days) > ALIKE_DAYS) {
    return { wait: before.alike === 1 ? { days, alike: 1 } : { ...before, alike: before.alike - 1 } };
  }
  return {
    wait: { days: before.days + PULL * (days - before.days), alike: Math.min(ALIKE_MOST, before.alike + 1) },
  };
}

/** What of a memory counts: the weight that is large enough; two can never be. */
export function leaningOf(leanings: LearnedLeanings): Leaning {
  return {
    part: PARTS.find((name) => (leanings.parts[name] ?? 0) >= ENOUGH) ?? null,
    energy: LEVELS.find((name) => (leanings.energies[name] ?? 0) >= ENOUGH) ?? null,
    waitDays: leanings.wait && leanings.wait.alike >= ALIKE_ENOUGH ? Math.round(leanings.wait.days) : null,
  };
}

/** The tasks as planning sees them: what a task leaves open is filled by what was learned about its project, else its first tag that knows. */
export function withLearned(tasks: readonly Task[], learned: Learned | undefined, zone: ZoneId): Task[] {
  if (learned === undefined || Object.keys(learned).length === 0) return [...tasks];
  return tasks.map((task) => {
    let { partOfDay, energy, ratherFrom } = task;
    for (const key of learningKeys(task)) {
      const leanings = learned[key];
      if (leanings === undefined) continue;
      const leaning = leaningOf(leanings);
      partOfDay ??= leaning.part;
      energy ??= leaning.energy;
      ratherFrom ??= ratherFromOf(task, leaning.waitDays, zone);
    }
    if (partOfDay === task.partOfDay && energy === task.energy && ratherFrom === task.ratherFrom) return task;
    return { ...task, partOfDay, energy, ...(ratherFrom === undefined ? {} : { ratherFrom }) };
  });
}

/** The day a task is rather left until: so many days after it was written down, which stays the same day as time goes on. Urgent work and what has an earliest start of its own waits for nothing. */
function ratherFromOf(task: Task, waitDays: number | null, zone: ZoneId): string | undefined {
  if (waitDays === null || waitDays === 0 || task.createdAt === null) return undefined;
  if (task.priority === 1 || task.notBefore !== null) return undefined;
  return formatInstant(instantAtMinute(zone, plusDays(dayAt(zone, storedInstant(task.createdAt)), waitDays), 0));
}

function isInside(window: { readonly from: number; readonly to: number }, minute: number): boolean {
  return window.from <= minute && minute < window.to;
}
