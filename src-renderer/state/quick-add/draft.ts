import { formatInstant, type Minutes } from '#shared/time/instant';
import type { TaskDraft } from '../edit';
import { parseQuickAdd, type QuickAddContext, quickAddFields } from './quick-add';

/** The length of a task whose line names none. */
export const DEFAULT_MINUTES: Minutes = 30;

export interface QuickAddDraft {
  readonly draft: TaskDraft;
  readonly projectName: string | null;
}

/** The task that a line would add; null while it has no title. */
export function quickAddDraft(
  text: string,
  context: QuickAddContext,
  dismissed: ReadonlySet<string> = new Set(),
): QuickAddDraft | null {
  const fields = quickAddFields(parseQuickAdd(text, context, dismissed), context);
  if (fields.title === '') return null;
  return {
    projectName: fields.projectName ?? null,
    draft: {
      title: fields.title,
      durationMinutes: fields.durationMinutes ?? DEFAULT_MINUTES,
      ...(fields.priority ? { priority: fields.priority } : {}),
      ...(fields.energy ? { energy: fields.energy } : {}),
      ...(fields.partOfDay ? { partOfDay: fields.partOfDay } : {}),
      ...(fields.dueAt === undefined ? {} : { dueAt: formatInstant(fields.dueAt), dueHard: fields.dueHard ?? false }),
      ...(fields.notBefore === undefined ? {} : { notBefore: formatInstant(fields.notBefore) }),
      ...(fields.pinnedStart === undefined ? {} : { pinnedStart: formatInstant(fields.pinnedStart) }),
      ...(fields.repeat ? { repeat: fields.repeat } : {}),
      ...(fields.tags ? { tags: [...fields.tags] } : {}),
    },
  };
}
