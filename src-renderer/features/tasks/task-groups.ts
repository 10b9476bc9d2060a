// Tasks under headings: by project, due, priority or standing. The board's columns are the same groups. Pure.
import type { Project, Task } from '#shared/tasks/task';
import { type Day, daysBetween } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { readDue } from '../../state/due';
import { PRIORITY_WORDS } from '../../state/task-words';
import type { TaskRow, TaskStanding } from './task-list';

export type TaskGrouping = 'none' | 'project' | 'priority' | 'due' | 'standing';

export interface TaskGroup {
  readonly key: string;
  readonly title: string;
  /** In the order they were given. */
  readonly rows: readonly TaskRow[];
  readonly minutes: number;
}

export interface GroupingContext {
  readonly projects: readonly Project[];
  readonly zone: ZoneId;
  readonly today: Day;
}

/** Tasks without a project stand under this key. */
export const NO_PROJECT = '';

const STANDINGS: readonly { readonly key: TaskStanding; readonly title: string }[] = [
  { key: 'toPlace', title: 'To place' },
  { key: 'placed', title: 'Planned' },
  { key: 'late', title: 'Late' },
  { key: 'done', title: 'Done' },
];

const DUES = ['Overdue', 'Today', 'Tomorrow', 'Within a week', 'Later', 'No date'] as const;

/** `empty` keeps groups without rows: a column to drop on. Groups stand in a fixed order, projects by name. */
export function taskGroups(
  rows: readonly TaskRow[],
  grouping: Exclude<TaskGrouping, 'none'>,
  context: GroupingContext,
  empty: 'keep' | 'drop',
): TaskGroup[] {
  const groups = headings(grouping, context).map((heading) => ({ ...heading, rows: [] as TaskRow[], minutes: 0 }));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  for (const row of rows) {
    const group = byKey.get(groupKeyOf(row, grouping, context));
    if (!group) continue;
    group.rows.push(row);
    group.minutes += Math.max(0, row.task.durationMinutes - row.task.doneMinutes);
  }
  if (empty === 'drop') return groups.filter((group) => group.rows.length > 0);
  // An empty column for what belongs nowhere does not stand in front of the others.
  const [first] = groups;
  return first?.key === NO_PROJECT && first.rows.length === 0 ? [...groups.slice(1), first] : groups;
}

function headings(
  grouping: Exclude<TaskGrouping, 'none'>,
  { projects }: GroupingContext,
): readonly { readonly key: string; readonly title: string }[] {
  switch (grouping) {
    case 'project':
      return [{ key: NO_PROJECT, title: 'No project' }, ...projects.map(({ id, name }) => ({ key: id, title: name }))];
    case 'priority':
      return ([1, 2, 3, 4] as const).map((priority) => ({ key: String(priority), title: PRIORITY_WORDS[priority] }));
    case 'due':
      return DUES.map((title) => ({ key: title, title }));
    case 'standing':
      return STANDINGS;
  }
}

export function groupKeyOf(
  row: TaskRow,
  grouping: Exclude<TaskGrouping, 'none'>,
  { projects, zone, today }: GroupingContext,
): string {
  switch (grouping) {
    case 'project':
      // A project that is gone leaves its tasks without one.
      return row.projectName === null || !projects.some(({ id }) => id === row.task.projectId)
        ? NO_PROJECT
        : row.task.projectId!;
    case 'priority':
      return String(row.task.priority);
    case 'due':
      return dueGroup(row.task, zone, today);
    case 'standing':
      return row.standing;
  }
}

function dueGroup(task: Task, zone: ZoneId, today: Day): (typeof DUES)[number] {
  const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
  if (due === null) return 'No date';
  const ahead = daysBetween(today, due.day);
  if (ahead < 0) return 'Overdue';
  if (ahead === 0) return 'Today';
  if (ahead === 1) return 'Tomorrow';
  return ahead < 7 ? 'Within a week' : 'Later';
}

/** What a task becomes when it is put under another heading; null where that is nothing a person can decide. */
export function patchForGroup(
  task: Task,
  grouping: TaskGrouping,
  key: string,
): Pick<Partial<Task>, 'projectId' | 'priority' | 'status'> | null {
  switch (grouping) {
    case 'project':
      return { projectId: key === NO_PROJECT ? null : key };
    case 'priority':
      return { priority: Number(key) as Task['priority'] };
    case 'standing':
      // Whether an open task is placed or late is the plan's matter.
      if ((key === 'done') === (task.status === 'done')) return null;
      return { status: key === 'done' ? 'done' : 'open' };
    default:
      return null;
  }
}
