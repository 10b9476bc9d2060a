import { type Infer, s } from '../base/schema';
import { dayField } from '../time/fields';
import { request } from './definition';

/** What the tray and the notices need to know; the renderer pushes it on each change. */
export const agendaEntrySchema = s.object({
  kind: s.enum(['event', 'task', 'habit']),
  id: s.string(),
  title: s.string(),
  start: s.string(),
  end: s.string(),
  done: s.boolean(),
});

export const hostRequests = {
  'host.describe': request(
    s.object({}),
    s.object({
      door: s.enum(['desktop', 'browser', 'test']),
      version: s.string(),
      platform: s.string(),
      dataFolder: s.string(),
    }),
  ),
  /** The sample workspace document, calendars and tournament of `resources/`, with dates moved to a week mostly ahead of `now`, the one of `monday`. */
  'host.samples': request(
    s.object({ now: s.string() }),
    s.object({
      workspace: s.string(),
      /** A `daywright.tournament` document in the same week. */
      tournament: s.string(),
      calendars: s.array(s.object({ name: s.string(), bytes: s.instanceof(Uint8Array) })),
      monday: dayField,
    }),
  ),
  'agenda.push': request(
    s.object({
      entries: s.array(agendaEntrySchema),
      state: s.enum(['calm', 'tight', 'slipping']),
      notices: s.boolean(),
    }),
    s.object({}),
  ),
  /** Shows a notice through the host; `shown` is false where the host leaves it to the page (browser front door). */
  'notice.show': request(
    s.object({ title: s.string(), body: s.string(), tag: s.string() }),
    s.object({ shown: s.boolean() }),
  ),
  'window.control': request(s.object({ action: s.enum(['minimize', 'toggleMaximize', 'close']) }), s.object({})),
} as const;

/** Events from the host to the page. */
export const hostEvents = {
  /** Files opened with the application or given on its command line. */
  'files.opened': s.object({ files: s.array(s.object({ name: s.string(), bytes: s.instanceof(Uint8Array) })) }),
  /** The tray's quick actions. */
  'tray.action': s.discriminatedUnion('kind', [
    s.object({ kind: s.literal('plan') }),
    s.object({ kind: s.literal('newTask') }),
    s.object({ kind: s.literal('open'), section: s.string() }),
    s.object({ kind: s.literal('complete'), entryKind: s.enum(['task', 'habit']), id: s.string(), done: s.boolean() }),
  ]),
} as const;

export type AgendaEntry = Infer<typeof agendaEntrySchema>;
