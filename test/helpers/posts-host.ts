// A host that plans, trains and imports posts for real, in this thread.
import { postsHandlers } from '#main/services/posts/posts';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { SETTINGS_ID } from '#renderer/db/rows';
import { commit } from '#renderer/state/commit';
import { workspaceNow } from '#renderer/state/workspace';
import { writeCalendar } from '#shared/calendar/write';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import type { RequestOptions } from '#shared/ipc/client-port';
import { parseZone } from '#shared/time/zone';
import { FakeHost } from './fake-host';
import { handClock } from './hand-clock';
import { type Started, start } from './started-workspace';

export function postsHost(): FakeHost {
  const jobs = inProcessRunner((message, stack) => {
    throw new Error(`${message}\n${stack}`);
  });
  const handlers = postsHandlers({ jobs, clock: handClock('2026-11-24T09:42:00Z') });
  const context = ({ signal = NEVER_CANCELLED, onProgress = () => {} }: RequestOptions) => ({
    signal,
    progress: onProgress,
    part: () => {},
  });
  return new FakeHost({
    'posts.plan': (input, options) => handlers['posts.plan'](input, context(options)),
    'posts.train': (input, options) => handlers['posts.train'](input, context(options)),
    'posts.import': (input, options) => handlers['posts.import'](input, context(options)),
    'calendar.write': (input) => ({ ics: writeCalendar(input) }),
  });
}

/** A started workspace of somebody in Berlin, on such a host. */
export async function startWithPosts(): Promise<Started> {
  const started = await start({ host: postsHost() });
  const value = { ...workspaceNow().settings, timeZone: parseZone('Europe/Berlin')! };
  await commit(null, () => ({ puts: { settings: [{ id: SETTINGS_ID, value }] } }));
  return started;
}
