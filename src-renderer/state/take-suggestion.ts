// Doing what an explanation suggests for a task without a place: the change as one undo step, then the plan it was tried with.
import type { SuggestedChange } from '#shared/planning/explanation';
import { updateSettings, updateTask } from './edit';
import { planNow } from './planning';
import { runEdit } from './run-edit';
import { workspaceNow } from './workspace';

/** Returns whether it was done. */
export async function takeSuggestion(taskId: string, change: SuggestedChange): Promise<boolean> {
  const task = workspaceNow().tasks.find(({ id }) => id === taskId);
  if (!task || change.kind === 'habit') return false;
  const edit = change.kind === 'task' ? updateTask(taskId, change.patch) : updateSettings(change.patch);
  if (!(await runEdit(edit))) return false;
  await planNow(`A place for ${task.title}`);
  return true;
}
