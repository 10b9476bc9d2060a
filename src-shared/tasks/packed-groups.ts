// How groups cross to a worker and their pieces back: one array of numbers instead of some ten thousand small objects, which cost more to copy than many a group to solve.
// What all groups of a plan share crosses once. Ids stay behind: the search knows tasks by position.
import type { MinuteSpan } from '../engine/epoch-minute';
import { FigureWriter } from './figures';
import { noEffort, type SearchEffort } from './search-effort';
import type { TaskDemand, TaskGroupJob, TaskGroupResult } from './task-demand';

type Shared = Pick<TaskGroupJob, 'frame' | 'projectBlocks' | 'algorithm' | 'seed'>;

export interface PackedGroups extends Shared {
  readonly projects: readonly string[];
  readonly figures: Float64Array;
}

const ENERGIES = ['low', 'medium', 'high'] as const;
const NONE = Number.NaN;

/** Groups of one plan. */
export function packGroups(jobs: readonly TaskGroupJob[]): PackedGroups {
  const { frame, projectBlocks, algorithm, seed } = jobs[0]!;
  const projects = new Map<string, number>();
  const figures = new FigureWriter();
  figures.add(jobs.length);
  for (const { free, demands, begin, steps } of jobs) {
    figures.add(steps);
    figures.add(free.usableStart.length);
    for (const column of [free.rawStart, free.rawEnd, free.usableStart, free.usableEnd]) figures.addAll(column);
    figures.add(demands.length);
    for (const demand of demands) packDemand(figures, demand, projects);
    // Absent is not the same as empty.
    figures.add(begin ? 1 : 0);
    for (const spans of begin ?? []) packSpans(figures, spans);
  }
  return { frame, projectBlocks, algorithm, seed, projects: [...projects.keys()], figures: figures.written() };
}

export function unpackGroups({ projects, figures, ...shared }: PackedGroups): TaskGroupJob[] {
  const next = reader(figures);
  return times(next(), () => {
    const steps = next();
    const runs = next();
    const column = () => Int32Array.from({ length: runs }, next);
    const free = { rawStart: column(), rawEnd: column(), usableStart: column(), usableEnd: column() };
    const demands = times(next(), () => unpackDemand(next, projects));
    const begin = next() === 1 ? { begin: demands.map(() => unpackSpans(next)) } : {};
    return { ...shared, free, demands, ...begin, steps };
  });
}

export function packResults(results: readonly TaskGroupResult[]): Float64Array {
  const figures = new FigureWriter();
  figures.add(results.length);
  for (const { pieces, effort } of results) {
    figures.add(pieces.length);
    for (const spans of pieces) packSpans(figures, spans);
    packEffort(figures, effort);
  }
  return figures.written();
}

export function unpackResults(figures: Float64Array): TaskGroupResult[] {
  const next = reader(figures);
  return times(next(), () => ({ pieces: times(next(), () => unpackSpans(next)), effort: unpackEffort(next) }));
}

function packEffort(figures: FigureWriter, effort: SearchEffort): void {
  figures.addAll([effort.candidates, effort.steps, effort.skippedRuns, effort.improveMilliseconds]);
  figures.addAll([effort.moves.tried, effort.moves.kept, effort.swaps.tried, effort.swaps.kept]);
  figures.addAll([effort.slotValues.hits, effort.slotValues.misses]);
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

function packDemand(figures: FigureWriter, demand: TaskDemand, projects: Map<string, number>): void {
  const { chunk, part, project, energy } = demand;
  if (project !== null && !projects.has(project)) projects.set(project, projects.size);
  figures.add(demand.minutes);
  figures.add(demand.weight);
  figures.add(demand.earliest);
  figures.add(demand.latestEnd);
  figures.add(demand.due ?? NONE);
  figures.add(chunk?.min ?? NONE);
  figures.add(chunk?.max ?? NONE);
  figures.add(part?.from ?? NONE);
  figures.add(part?.to ?? NONE);
  figures.add(energy === null ? NONE : ENERGIES.indexOf(energy));
  figures.add(demand.ratherFrom ?? NONE);
  figures.add(project === null ? NONE : projects.get(project)!);
  figures.add(demand.dependsOn.length);
  figures.addAll(demand.dependsOn);
  packSpans(figures, demand.present);
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
    ratherFrom,
    project: project === null ? null : projects[project]!,
    dependsOn,
    present,
  };
}

function packSpans(figures: FigureWriter, spans: readonly MinuteSpan[]): void {
  figures.add(spans.length);
  for (const { start, end } of spans) {
    figures.add(start);
    figures.add(end);
  }
}

function unpackSpans(next: () => number): MinuteSpan[] {
  return times(next(), () => ({ start: next(), end: next() }));
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
