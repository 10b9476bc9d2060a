// What the list, the cards and the editor do to tasks, with the notice that offers to take it back.
import type { Task } from '#shared/tasks/task';
import { announce } from '../../state/announce';
import { doneWords, skippedWords } from '../../state/done-words';
import { completeTask, completeTasks, removeTasks, skipTask, updateTasks } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { counted } from '../../ui/format-count';
import { patchForGroup, type TaskGrouping } from './task-groups';

export async function toggleDone(task: Task): Promise<void> {
  const done = task.status !== 'done';
  const stored = await runEdit(completeTask(task.id, done), done ? doneWords(task) : undefined);
  if (stored && !done) announce(`${task.title} is open again`);
}

/** A repeating task goes on to its next time without being done. */
export function skipToNext(task: Task): Promise<boolean> {
  return runEdit(skipTask(task.id), skippedWords(task));
}

export function deleteTasks(tasks: readonly Task[]): Promise<boolean> {
  return runEdit(removeTasks(tasks.map((task) => task.id)), `Deleted ${naming(tasks)}`);
}

/** Gives tasks one value more: a project, a due, a length. */
export function changeAll(tasks: readonly Task[], patch: Partial<Task>): Promise<boolean> {
  return runEdit(
    updateTasks(
      tasks.map((task) => task.id),
      patch,
    ),
  );
}

/** Puts a task under another heading of the board. Returns whether that changed it. */
export async function moveToGroup(task: Task, grouping: TaskGrouping, key: string): Promise<boolean> {
  const patch = patchForGroup(task, grouping, key);
  if (patch === null) {
    announce('Whether an open task is planned or late is decided by the plan.');
    return false;
  }
  if (patch.status !== undefined) {
    await toggleDone(task);
    return true;
  }
  return runEdit(updateTasks([task.id], patch));
}

export function completeAll(tasks: readonly Task[]): Promise<boolean> {
  const open = tasks.filter((task) => task.status !== 'done');
  if (open.length === 0) return Promise.resolve(true);
  const said = open.length === 1 ? doneWords(open[0]!) : `Done: ${naming(open)}`;
  return runEdit(completeTasks(open.map((task) => task.id)), said);
}

function naming(tasks: readonly Task[]): string {
  return tasks.length === 1 ? `“${tasks[0]!.title}”` : counted(tasks.length, 'task');
}
