// What moves by hand tell about the work of a project or tag: when in the day, and at which energy. Tasks that say nothing themselves are drawn there.
import type { EnergyLevel, Learned, LearnedLeanings } from '../engine/settings';
import { partWindow } from './part-of-day';
import type { Task } from './task';

export type PartName = 'morning' | 'afternoon' | 'evening';

/** Where a hand put a task. */
export interface Sample {
  /** Minute of the local day its middle lies at. */
  readonly minuteOfDay: number;
  /** Energy of that minute; `null` outside every band. */
  readonly energy: EnergyLevel | null;
}

/** What is known about one project or tag well enough to be used. */
export interface Leaning {
  readonly part: PartName | null;
  readonly energy: EnergyLevel | null;
}

/** How far one move pulls a weight towards it. */
const PULL = 0.25;
/** No weight gets past this: a few moves the other way always turn it. */
const MOST = 0.9;
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

/** What of a memory counts: the weight that is large enough; two can never be. */
export function leaningOf(leanings: LearnedLeanings): Leaning {
  return {
    part: PARTS.find((name) => (leanings.parts[name] ?? 0) >= ENOUGH) ?? null,
    energy: LEVELS.find((name) => (leanings.energies[name] ?? 0) >= ENOUGH) ?? null,
  };
}

/** The tasks as planning sees them: what a task leaves open is filled by what was learned about its project, else its first tag that knows. */
export function withLearned(tasks: readonly Task[], learned: Learned | undefined): Task[] {
  if (learned === undefined || Object.keys(learned).length === 0) return [...tasks];
  return tasks.map((task) => {
    if (task.partOfDay !== null && task.energy !== null) return task;
    let { partOfDay, energy } = task;
    for (const key of learningKeys(task)) {
      const leanings = learned[key];
      if (leanings === undefined) continue;
      const leaning = leaningOf(leanings);
      partOfDay ??= leaning.part;
      energy ??= leaning.energy;
    }
    return partOfDay === task.partOfDay && energy === task.energy ? task : { ...task, partOfDay, energy };
  });
}

function isInside(window: { readonly from: number; readonly to: number }, minute: number): boolean {
  return window.from <= minute && minute < window.to;
}
