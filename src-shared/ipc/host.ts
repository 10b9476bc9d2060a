import { s } from '../base/schema';
import { dayField } from '../time/fields';
import { request } from './definition';

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
  'window.control': request(s.object({ action: s.enum(['minimize', 'toggleMaximize', 'close']) }), s.object({})),
} as const;

/** Events from the host to the page. */
export const hostEvents = {
  /** Files opened with the application or given on its command line. */
  'files.opened': s.object({ files: s.array(s.object({ name: s.string(), bytes: s.instanceof(Uint8Array) })) }),
} as const;
