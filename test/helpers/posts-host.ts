// A host that plans, trains and imports posts for real, in this thread.
import { postsHandlers } from '#main/services/posts/posts';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { writeCalendar } from '#shared/calendar/write';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import type { RequestOptions } from '#shared/ipc/client-port';
import { FakeHost } from './fake-host';
import { handClock } from './hand-clock';

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
