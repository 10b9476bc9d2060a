import { failed, ok, type Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import { nextOccurrence } from '#shared/tasks/repeat';
import { type Project, projectSchema, type Task, taskSchema } from '#shared/tasks/task';
import type { Change } from '../db/change';
import type { PlacementRow } from '../db/rows';
import { counted } from '../ui/format-count';
import { now, nowText } from './clock';
import { commit } from './commit';
import { newId } from './new-id';
import { pinnedPlacement } from './pinned-placement';
import { placementKey } from './placement-key';
import { type WorkspaceState, workspaceNow } from './workspace';

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
    if (task.status === (done ? 'done' : 'open')) return {};
    return done ? doneChange([task], state) : { puts: { tasks: [{ ...task, status: 'open', doneAt: null }] } };
  });
}

/** The open ones of several tasks are done, as one undo step. */
export function completeTasks(ids: readonly string[]): Promise<Result<void, string>> {
  return commit(`Complete ${naming(ids)}`, (state) => {
    const wanted = new Set(ids);
    return doneChange(
      state.tasks.filter((task) => wanted.has(task.id) && task.status === 'open'),
      state,
    );
  });
}

/** A repeating task goes on to its next time without being done; its place in the plan is let go. */
export function skipTask(id: string): Promise<Result<void, string>> {
  return commit(`Skip ${naming([id])}`, (state) => {
    const task = state.tasks.find((x) => x.id === id);
    const next = task ? nextOccurrence(task, { zone: state.settings.timeZone, now: now(), id }) : null;
    if (!task || next === null) return 'It does not come again.';
    const placements = pinnedPlacement(state, undefined, next).placements ?? [];
    const kept = new Set(placements.map(({ key }) => key));
    return {
      puts: { tasks: [{ ...next, dependsOn: task.dependsOn, createdAt: task.createdAt }], placements },
      deletes: {
        placements: state.placements
          .filter((x) => x.kind === 'task' && x.id === id)
          .map(placementKey)
          .filter((key) => !kept.has(key)),
      },
    };
  });
}

/** Tasks done, and those that take over the rule of a repeating one; a fixed start shows at once. */
function doneChange(tasks: readonly Task[], state: WorkspaceState): Change {
  const context = { zone: state.settings.timeZone, now: now() };
  const puts: Task[] = [];
  const placements: PlacementRow[] = [];
  for (const task of tasks) {
    const next = nextOccurrence(task, { ...context, id: newId('task') });
    const done: Task = { ...task, status: 'done', doneAt: nowText() };
    puts.push(...(next === null ? [done] : [{ ...done, repeat: null }, next]));
    if (next !== null) placements.push(...(pinnedPlacement(state, undefined, next).placements ?? []));
  }
  return { puts: { tasks: puts, placements } };
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
