// A cell of the task table as text, and back. What is typed is read as in the quick add line.
import { failed, ok, type Result } from '#shared/base/result';
import type { Task } from '#shared/tasks/task';
import { formatInstant } from '#shared/time/instant';
import { dueInstant, readDue } from '../../state/due';
import { dayForTime, type MomentContext, readDay, readTime } from '../../state/quick-add/moment';
import { ENERGY_WORDS, PART_WORDS, PRIORITY_WORDS } from '../../state/task-words';
import { formatDayShort, formatMinuteOfDay } from '../../ui/format-time';
import { formatLength, readLength } from '../../ui/length';
import type { TaskRow } from './task-list';

/** In the order Tab walks them. */
export const INLINE_FIELDS = ['title', 'project', 'duration', 'due', 'priority', 'energy', 'part'] as const;
export type InlineField = (typeof INLINE_FIELDS)[number];

export interface InlineChange {
  readonly patch: Partial<Task>;
  /** A project by its name; one that is not known is made. */
  readonly projectName?: string;
}

export function inlineText({ task, projectName }: TaskRow, field: InlineField, context: MomentContext): string {
  switch (field) {
    case 'title':
      return task.title;
    case 'project':
      return projectName ?? '';
    case 'duration':
      return formatLength(task.durationMinutes);
    case 'due':
      return dueText(task, context);
    case 'priority':
      return PRIORITY_WORDS[task.priority];
    case 'energy':
      return task.energy === null ? '' : ENERGY_WORDS[task.energy];
    case 'part':
      return typeof task.partOfDay === 'string' ? PART_WORDS[task.partOfDay] : '';
  }
}

/** What is typed into a field, as a change; the error says what would be understood. */
export function readInline(field: InlineField, text: string, context: MomentContext): Result<InlineChange, string> {
  const typed = text.trim();
  switch (field) {
    case 'title':
      return typed === '' ? failed('A task needs a title.') : ok({ patch: { title: typed } });
    case 'project':
      return ok(typed === '' ? { patch: { projectId: null } } : { patch: {}, projectName: typed.replace(/^#/, '') });
    case 'duration': {
      const minutes = readLength(typed);
      return minutes === null
        ? failed(`“${typed}” is no length. Write 90m or 1h30.`)
        : ok({ patch: { durationMinutes: minutes } });
    }
    case 'due':
      return readDueText(typed, context);
    case 'priority': {
      const priority = word(typed, PRIORITY_WORDS) ?? /^p?([1-4])$/i.exec(typed)?.[1];
      return priority === undefined
        ? failed(`“${typed}” is no priority. Write p1 to p4, or urgent, high, normal, low.`)
        : ok({ patch: { priority: Number(priority) as Task['priority'] } });
    }
    case 'energy': {
      if (typed === '') return ok({ patch: { energy: null } });
      const energy = word(typed, ENERGY_WORDS);
      return energy === undefined ? failed('Write high, medium or low.') : ok({ patch: { energy } });
    }
    case 'part': {
      if (typed === '') return ok({ patch: { partOfDay: null } });
      const part = word(typed, PART_WORDS);
      return part === undefined ? failed('Write morning, afternoon or evening.') : ok({ patch: { partOfDay: part } });
    }
  }
}

/** A word, or its beginning, of a list of words. */
function word<Key extends string | number>(typed: string, words: Readonly<Record<Key, string>>): `${Key}` | undefined {
  const begun = typed.toLowerCase();
  if (begun === '') return undefined;
  const entries = Object.entries(words) as [`${Key}`, string][];
  return entries.find(([, name]) => name.toLowerCase().startsWith(begun))?.[0];
}

function dueText(task: Task, { zone }: MomentContext): string {
  const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
  if (!due) return '';
  return due.minutes === null
    ? formatDayShort(due.day)
    : `${formatDayShort(due.day)} ${formatMinuteOfDay(due.minutes)}`;
}

function readDueText(typed: string, context: MomentContext): Result<InlineChange, string> {
  if (typed === '') return ok({ patch: { dueAt: null } });
  const words = typed.toLowerCase().split(/[\s,]+/);
  // "Tue 24 Nov" as the field itself writes it: the date says it all.
  const from = words.length > 2 && /^\d/.test(words[1] ?? '') && !/[:]/.test(words[1] ?? '') ? 1 : 0;
  const day = readDay(words, from, context);
  const time = readTime(words, from + (day?.words ?? 0));
  const read = from + (day?.words ?? 0) + (time?.words ?? 0);
  if ((!day && !time) || read !== words.length) {
    return failed(`“${typed}” is no day. Write fri, fri 16:00, 24 nov or tomorrow.`);
  }
  const due = { day: day?.value ?? dayForTime(time!.value, context), minutes: time?.value ?? null };
  return ok({ patch: { dueAt: formatInstant(dueInstant(context.zone, due)) } });
}
