// The rows of the task table and what its filter, search and sort do. Pure, so that the screen only draws.
import { by, descending, inOrder, type Ordering } from '#shared/base/ordering';
import type { Placement, Unplaced } from '#shared/engine/plan';
import type { Project, Task } from '#shared/tasks/task';
import { type Instant, parseInstant } from '#shared/time/instant';

/** `toPlace`: open and nowhere in the plan. `late`: planned to end after its due, or the due has passed. */
export type TaskStanding = 'placed' | 'late' | 'toPlace' | 'done';

export interface TaskRow {
  readonly task: Task;
  readonly standing: TaskStanding;
  /** By start; several when the task is split. */
  readonly placements: readonly Placement[];
  /** The last plan's reason, while the task has no place. */
  readonly unplaced: Unplaced | null;
  readonly projectName: string | null;
}

export type TaskFilter = 'open' | 'toPlace' | 'late' | 'done';
export type TaskSortKey = 'title' | 'project' | 'duration' | 'due' | 'priority' | 'energy' | 'part' | 'placed';

export interface TaskSort {
  readonly key: TaskSortKey;
  readonly descending: boolean;
}

export interface TaskWorld {
  readonly tasks: readonly Task[];
  readonly projects: readonly Project[];
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  readonly now: Instant;
}

export function taskRows(world: TaskWorld): TaskRow[] {
  const placements = new Map<string, Placement[]>();
  for (const placement of world.placements) {
    if (placement.kind !== 'task') continue;
    const known = placements.get(placement.id);
    if (known) known.push(placement);
    else placements.set(placement.id, [placement]);
  }
  const unplaced = new Map(world.unplaced.filter((one) => one.kind === 'task').map((one) => [one.id, one]));
  const projects = new Map(world.projects.map((project) => [project.id, project.name]));
  return world.tasks.map((task) => {
    const own = (placements.get(task.id) ?? []).sort(by((one) => one.start));
    return {
      task,
      standing: standingOf(task, own, world.now),
      placements: own,
      unplaced: own.length === 0 ? (unplaced.get(task.id) ?? null) : null,
      projectName: task.projectId === null ? null : (projects.get(task.projectId) ?? null),
    };
  });
}

function standingOf(task: Task, placements: readonly Placement[], now: Instant): TaskStanding {
  if (task.status === 'done') return 'done';
  const dueAt = task.dueAt === null ? null : parseInstant(task.dueAt);
  if (dueAt !== null && dueAt <= now) return 'late';
  if (placements.length === 0) return 'toPlace';
  return placements.some((one) => one.lateMinutes > 0) ? 'late' : 'placed';
}

/** A late task without a place is also a task to place. */
export function matchesFilter(row: TaskRow, filter: TaskFilter): boolean {
  switch (filter) {
    case 'open':
      return row.standing !== 'done';
    case 'toPlace':
      return row.standing !== 'done' && row.placements.length === 0;
    case 'late':
      return row.standing === 'late';
    case 'done':
      return row.standing === 'done';
  }
}

/** Which tasks besides the filter: null is all. An empty `projectId` is those without a project. */
export interface TaskScope {
  readonly projectId: string | null;
  readonly priority: Task['priority'] | null;
}

export const EVERYTHING: TaskScope = { projectId: null, priority: null };

export function matchesScope({ task }: TaskRow, { projectId, priority }: TaskScope): boolean {
  return (
    (projectId === null || (task.projectId ?? '') === projectId) && (priority === null || task.priority === priority)
  );
}

/** Every word of the query must be in the title, the project, the tags or the notes. */
export function matchesSearch(row: TaskRow, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [row.task.title, row.projectName ?? '', ...row.task.tags, row.task.notes].join('\n').toLowerCase();
  return words.every((word) => text.includes(word.replace(/^#/, '')));
}

const ENERGY_ORDER = { high: 0, medium: 1, low: 2 } as const;
const PART_ORDER = { morning: 0, afternoon: 1, evening: 2 } as const;

/** Rows without the value come last in both directions; equal rows stand by priority, due, title, id. */
export function sortTasks(rows: readonly TaskRow[], sort: TaskSort): TaskRow[] {
  // Keys once a row: comparing asks for them n log n times.
  const keyed = rows.map((row) => ({
    row,
    value: sortValue(row, sort.key),
    due: dueValue(row) ?? Number.MAX_SAFE_INTEGER,
    title: row.task.title.toLowerCase(),
  }));
  type Keyed = (typeof keyed)[number];
  const value = by<Keyed>((one) => one.value ?? 0);
  const directed: Ordering<Keyed> = sort.descending ? descending(value) : value;
  return keyed
    .sort(
      inOrder<Keyed>(
        by((one) => (one.value === null ? 1 : 0)),
        directed,
        by((one) => one.row.task.priority),
        by((one) => one.due),
        by((one) => one.title),
        by((one) => one.row.task.id),
      ),
    )
    .map((one) => one.row);
}

function sortValue(row: TaskRow, key: TaskSortKey): number | string | null {
  switch (key) {
    case 'title':
      return row.task.title.toLowerCase();
    case 'project':
      return row.projectName?.toLowerCase() ?? null;
    case 'duration':
      return row.task.durationMinutes;
    case 'due':
      return dueValue(row);
    case 'priority':
      return row.task.priority;
    case 'energy':
      return row.task.energy === null ? null : ENERGY_ORDER[row.task.energy];
    case 'part':
      return partValue(row.task.partOfDay);
    case 'placed':
      return row.placements[0] ? parseInstant(row.placements[0].start) : null;
  }
}

function dueValue(row: TaskRow): number | null {
  return row.task.dueAt === null ? null : parseInstant(row.task.dueAt);
}

function partValue(part: Task['partOfDay']): number | null {
  if (part === null) return null;
  return typeof part === 'string' ? PART_ORDER[part] : 3;
}

/** How many rows each filter would show. */
export function filterCounts(rows: readonly TaskRow[]): Readonly<Record<TaskFilter, number>> {
  const counts = { open: 0, toPlace: 0, late: 0, done: 0 };
  for (const row of rows) {
    for (const filter of ['open', 'toPlace', 'late', 'done'] as const) {
      if (matchesFilter(row, filter)) counts[filter] += 1;
    }
  }
  return counts;
}
