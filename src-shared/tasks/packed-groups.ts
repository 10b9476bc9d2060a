// How groups cross to a worker and their pieces back: one array of numbers instead of some ten thousand small objects, which cost more to copy than many a group to solve.
// What all groups of a plan share crosses once. Ids stay behind: the search knows tasks by position.
import type { MinuteSpan } from '../engine/epoch-minute';
import { noEffort, type SearchEffort } from './search-effort';
import type { TaskDemand, TaskGroupJob, TaskGroupResult } from './task-demand';

type Shared = Pick<TaskGroupJob, 'frame' | 'projectBlocks' | 'algorithm' | 'seed'>;

export interface PackedGroups extends Shared {
  readonly projects: readonly string[];
  readonly figures: Float64Array;
}

const ENERGIES = ['low', 'medium', 'high'] as const;
const NONE = Number.NaN;
/** `begin` may be absent, which is not the same as an empty one. */
const ABSENT = -1;

/** Groups of one plan. */
export function packGroups(jobs: readonly TaskGroupJob[]): PackedGroups {
  const { frame, projectBlocks, algorithm, seed } = jobs[0]!;
  const projects = new Map<string, number>();
  const figures: number[] = [jobs.length];
  for (const { free, demands, steps } of jobs) {
    figures.push(steps, free.usableStart.length);
    for (const column of [free.rawStart, free.rawEnd, free.usableStart, free.usableEnd]) {
      for (const minute of column) figures.push(minute);
    }
    figures.push(demands.length);
    for (const demand of demands) packDemand(figures, demand, projects);
  }
  return { frame, projectBlocks, algorithm, seed, projects: [...projects.keys()], figures: new Float64Array(figures) };
}

export function unpackGroups({ projects, figures, ...shared }: PackedGroups): TaskGroupJob[] {
  const next = reader(figures);
  return times(next(), () => {
    const steps = next();
    const runs = next();
    const column = () => Int32Array.from({ length: runs }, next);
    const free = { rawStart: column(), rawEnd: column(), usableStart: column(), usableEnd: column() };
    return { ...shared, free, demands: times(next(), () => unpackDemand(next, projects)), steps };
  });
}

export function packResults(results: readonly TaskGroupResult[]): Float64Array {
  const figures: number[] = [results.length];
  for (const { pieces, effort } of results) {
    figures.push(pieces.length);
    for (const spans of pieces) packSpans(figures, spans);
    figures.push(effort.candidates, effort.steps, effort.skippedRuns, effort.improveMilliseconds);
    figures.push(effort.moves.tried, effort.moves.kept, effort.swaps.tried, effort.swaps.kept);
    figures.push(effort.slotValues.hits, effort.slotValues.misses);
  }
  return new Float64Array(figures);
}

export function unpackResults(figures: Float64Array): TaskGroupResult[] {
  const next = reader(figures);
  return times(next(), () => ({ pieces: times(next(), () => unpackSpans(next)), effort: unpackEffort(next) }));
}

function unpackEffort(next: () => number): SearchEffort {
  const effort = noEffort();
  effort.candidates = next();
  effort.steps = next();
  effort.skippedRuns = next();
  effort.improveMilliseconds = next();
  for (const counted of [effort.moves, effort.swaps]) {
    counted.tried = next();
    counted.kept = next();
  }
  effort.slotValues.hits = next();
  effort.slotValues.misses = next();
  return effort;
}

function packDemand(figures: number[], demand: TaskDemand, projects: Map<string, number>): void {
  const { chunk, part, project, energy } = demand;
  if (project !== null && !projects.has(project)) projects.set(project, projects.size);
  figures.push(demand.minutes, demand.weight, demand.earliest, demand.latestEnd, demand.due ?? NONE);
  figures.push(chunk?.min ?? NONE, chunk?.max ?? NONE, part?.from ?? NONE, part?.to ?? NONE);
  figures.push(energy === null ? NONE : ENERGIES.indexOf(energy), demand.ratherFrom ?? NONE);
  figures.push(project === null ? NONE : projects.get(project)!, demand.dependsOn.length, ...demand.dependsOn);
  packSpans(figures, demand.present);
  if (demand.begin) packSpans(figures, demand.begin);
  else figures.push(ABSENT);
}

function unpackDemand(next: () => number, projects: readonly string[]): TaskDemand {
  const [minutes, weight, earliest, latestEnd] = [next(), next(), next(), next()];
  const due = orNull(next());
  const [min, max] = [orNull(next()), next()];
  const [from, to] = [orNull(next()), next()];
  const energy = orNull(next());
  const ratherFrom = orNull(next());
  const project = orNull(next());
  const dependsOn = times(next(), next);
  const present = unpackSpans(next);
  const begun = next();
  return {
    id: '',
    minutes,
    weight,
    earliest,
    latestEnd,
    due,
    chunk: min === null ? null : { min, max },
    energy: energy === null ? null : ENERGIES[energy]!,
    part: from === null ? null : { from, to },
    ...(ratherFrom === null ? {} : { ratherFrom }),
    project: project === null ? null : projects[project]!,
    dependsOn,
    present,
    ...(begun === ABSENT ? {} : { begin: spansOf(begun, next) }),
  };
}

function packSpans(figures: number[], spans: readonly MinuteSpan[]): void {
  figures.push(spans.length);
  for (const { start, end } of spans) figures.push(start, end);
}

function unpackSpans(next: () => number): MinuteSpan[] {
  return spansOf(next(), next);
}

function spansOf(count: number, next: () => number): MinuteSpan[] {
  return times(count, () => ({ start: next(), end: next() }));
}

function orNull(figure: number): number | null {
  return Number.isNaN(figure) ? null : figure;
}

function reader(figures: Float64Array): () => number {
  let at = 0;
  return () => {
    at += 1;
    return figures[at - 1]!;
  };
}

function times<T>(count: number, make: () => T): T[] {
  const list: T[] = [];
  for (let index = 0; index < count; index += 1) list.push(make());
  return list;
}
