// What the tray and the notices need to know, and what they ask back.
import { type Infer, s } from '../base/schema';
import { noticeSchema, occurrenceRefSchema } from '../habits/notices';
import { habitAgendaSchema } from '../habits/open-habit';
import { reminderAgendaSchema } from '../posts/reminders';
import { request } from './definition';

/** An item of the tray's menu. */
export const agendaEntrySchema = s.object({
  kind: s.enum(['event', 'task', 'habit', 'post']),
  id: s.string(),
  title: s.string(),
  start: s.string(),
  end: s.string(),
  done: s.boolean(),
  /** Habits only: the local day it belongs to. */
  day: s.string().nullable().default(null),
});

export const agendaRequests = {
  /** The renderer pushes it on each change; from then on the host keeps time by itself. */
  'agenda.push': request(
    s.object({
      entries: s.array(agendaEntrySchema),
      /** Of the plan; the host makes it worse where an open habit is. */
      state: s.enum(['calm', 'tight', 'slipping']),
      habits: habitAgendaSchema,
      /** When to call which post. */
      posts: reminderAgendaSchema.optional(),
    }),
    s.object({}),
  ),
} as const;

export const agendaEvents = {
  /** A notice that the page is to show, where the host has no notices of the system (browser front door). */
  'notice.due': noticeSchema,
  /** The tray's and the notices' quick actions. */
  'tray.action': s.discriminatedUnion('kind', [
    s.object({ kind: s.literal('plan') }),
    s.object({ kind: s.literal('newTask') }),
    /** With the habit that the notice was about. */
    s.object({ kind: s.literal('open'), section: s.string(), habit: occurrenceRefSchema.optional() }),
    s.object({
      kind: s.literal('complete'),
      entryKind: s.enum(['task', 'habit', 'post']),
      id: s.string(),
      day: s.string().nullable(),
      done: s.boolean(),
    }),
    /** A notice's button, for all the occurrences it was about. */
    s.object({ kind: s.literal('habits'), action: s.enum(['done', 'move', 'skip']), of: s.array(occurrenceRefSchema) }),
    /** The text of a post into the clipboard. */
    s.object({ kind: s.literal('copyText'), id: s.string() }),
  ]),
} as const;

export type AgendaEntry = Infer<typeof agendaEntrySchema>;
