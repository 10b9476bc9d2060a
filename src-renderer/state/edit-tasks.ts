import { failed, ok, type Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import { type Project, projectSchema, type Task, taskSchema } from '#shared/tasks/task';
import type { PlacementRow } from '../db/rows';
import { counted } from '../ui/format-count';
import { nowText } from './clock';
import { commit } from './commit';
import { newId } from './new-id';
import { placementKey } from './placement-key';
import { workspaceNow } from './workspace';

/** What a new task needs; everything else has its default. */
export type TaskDraft = Pick<Task, 'title' | 'durationMinutes'> & Partial<Task>;

/** The value is the new task's id. */
export async function addTask(draft: TaskDraft): Promise<Result<string, string>> {
  const id = draft.id ?? newId('task');
  const task = parseTask({ createdAt: nowText(), ...draft, title: draft.title.trim(), id });
  if (!task.ok) return task;
  const done = await commit(`Add ${quoted(task.value.title)}`, () => ({ puts: { tasks: [task.value] } }));
  return done.ok ? ok(id) : done;
}

export function updateTask(id: string, patch: Partial<Task>): Promise<Result<void, string>> {
  return updateTasks([id], patch);
}

/** Gives several tasks the same new values, as one undo step. */
export function updateTasks(ids: readonly string[], patch: Partial<Task>): Promise<Result<void, string>> {
  return commit(`Change ${naming(ids)}`, (state) => {
    const tasks: Task[] = [];
    for (const id of ids) {
      const before = state.tasks.find((task) => task.id === id);
      if (!before) return `There is no task ${id}.`;
      const after = parseTask({ ...before, ...patch, id });
      if (!after.ok) return after.error;
      tasks.push(after.value);
    }
    return { puts: { tasks } };
  });
}

/** Removes tasks with their placements; other tasks no longer wait for them. */
export function removeTasks(ids: readonly string[]): Promise<Result<void, string>> {
  return commit(`Delete ${naming(ids)}`, (state) => {
    const gone = new Set(ids);
    return {
      puts: {
        tasks: state.tasks
          .filter((task) => !gone.has(task.id) && task.dependsOn.some((id) => gone.has(id)))
          .map((task) => ({ ...task, dependsOn: task.dependsOn.filter((id) => !gone.has(id)) })),
      },
      deletes: {
        tasks: ids,
        placements: state.placements.filter((x) => x.kind === 'task' && gone.has(x.id)).map(placementKey),
      },
    };
  });
}

/** Its block stays where it is until the next plan, so that taking the tick back loses nothing. */
export function completeTask(id: string, done: boolean): Promise<Result<void, string>> {
  return commit(`${done ? 'Complete' : 'Reopen'} ${naming([id])}`, (state) => {
    const task = state.tasks.find((x) => x.id === id);
    if (!task) return `There is no task ${id}.`;
    return {
      puts: { tasks: [{ ...task, status: done ? 'done' : 'open', doneAt: done ? nowText() : null }] },
    };
  });
}

/** The value is the id of the project of that name, new or already there. */
export async function addProject(name: string): Promise<Result<string, string>> {
  const wanted = name.trim();
  const known = workspaceNow().projects.find((project) => project.name.toLowerCase() === wanted.toLowerCase());
  if (known) return ok(known.id);
  const parsed = parseWith(projectSchema, { id: newId('project'), name: wanted });
  if (!parsed.ok) return failed('A project needs a name.');
  const project: Project = parsed.value;
  const done = await commit(`Add project ${quoted(wanted)}`, () => ({ puts: { projects: [project] } }));
  return done.ok ? ok(project.id) : done;
}

/** The rows that put placements where they are. */
export function placementRows(placements: readonly PlacementRow['placement'][]): PlacementRow[] {
  return placements.map((placement) => ({ key: placementKey(placement), placement }));
}

function parseTask(value: unknown): Result<Task, string> {
  const parsed = parseWith(taskSchema, value);
  return parsed.ok ? parsed : failed(parsed.error.map(describeProblem).join('\n'));
}

function naming(ids: readonly string[]): string {
  if (ids.length !== 1) return counted(ids.length, 'task');
  return quoted(workspaceNow().tasks.find((task) => task.id === ids[0])?.title ?? 'task');
}

function quoted(title: string): string {
  return `“${title}”`;
}
