// Saving a whole task, from the editor or a quick add line, as one undo step: a project it names for the first time
// comes with it, and a start that was fixed or let go shows at once in the plan in force.
import { ok, type Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import type { Project, Task } from '#shared/tasks/task';
import { taskSchema } from '#shared/tasks/task';
import { type Instant, parseInstant } from '#shared/time/instant';
import type { Change } from '../db/change';
import { nowText } from './clock';
import { commit } from './commit';
import type { TaskDraft } from './edit-tasks';
import { newId } from './new-id';
import { pinnedPlacement } from './pinned-placement';
import { fixAndPush } from './real-time';
import { offerUndo } from './run-edit';
import { movedWords } from './say-moved';
import { type WorkspaceState, workspaceNow } from './workspace';

/** `id` of a known task changes it, otherwise a task is added. The value is the task's id. */
export async function saveTask(
  draft: TaskDraft,
  options: { readonly id?: string | null; readonly projectName?: string | null } = {},
): Promise<Result<string, string>> {
  const id = options.id ?? draft.id ?? newId('task');
  const title = draft.title.trim();
  const label = `${options.id ? 'Change' : 'Add'} “${title}”`;
  const build = (state: WorkspaceState): Change | string => {
    const before = state.tasks.find((task) => task.id === id);
    if (options.id && !before) return `There is no task ${id}.`;
    const project = projectNamed(state, options.projectName);
    const projectId = project ? { projectId: project.id } : {};
    const parsed = parseWith(taskSchema, { createdAt: nowText(), ...before, ...draft, ...projectId, title, id });
    if (!parsed.ok) return parsed.error.map(describeProblem).join('\n');
    const isNewProject = project && !state.projects.some((known) => known.id === project.id);
    return {
      puts: {
        tasks: [parsed.value],
        ...(isNewProject ? { projects: [project] } : {}),
        ...pinnedPlacement(state, before, parsed.value),
      },
    };
  };
  const fixedAt = newlyFixed(
    workspaceNow().tasks.find((task) => task.id === id),
    draft,
  );
  if (fixedAt === null) {
    const done = await commit(label, build);
    return done.ok ? ok(id) : done;
  }
  const done = await fixAndPush({ label, title }, id, fixedAt, build);
  if (!done.ok) return done;
  if (done.value.length > 0) {
    offerUndo(`Saved “${title}”`, movedWords(done.value, workspaceNow().settings.timeZone));
  }
  return ok(id);
}

/** The start that the draft gives and the task did not have. */
function newlyFixed(before: Task | undefined, { pinnedStart }: TaskDraft): Instant | null {
  const start = pinnedStart == null ? null : parseInstant(pinnedStart);
  return start === null || (before?.pinnedStart != null && parseInstant(before.pinnedStart) === start) ? null : start;
}

function projectNamed(state: WorkspaceState, name: string | null | undefined): Project | null {
  const wanted = name?.trim() ?? '';
  if (wanted === '') return null;
  const known = state.projects.find((project) => project.name.toLowerCase() === wanted.toLowerCase());
  return known ?? { id: newId('project'), name: wanted };
}
