// A page's host that really schedules: the tournament services over jobs in this thread.

import { tournamentHandlers } from '#main/services/tournaments/tournaments';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import type { RequestInput, RequestName } from '#shared/ipc/contract';
import { instant } from '#shared/time/instant';
import { type Answer, FakeHost } from './fake-host';

export function schedulingHost(): FakeHost {
  const jobs = inProcessRunner((message) => {
    throw new Error(message);
  });
  const handlers = tournamentHandlers({ jobs, clock: { now: () => instant(0), elapsed: () => 0 } });
  const answers = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      ((input: never, { signal = NEVER_CANCELLED, onProgress = () => {} }) =>
        handler(input, { signal, progress: onProgress, part: () => {} } as never)) as Answer<RequestName>,
    ]),
  );
  return new FakeHost({
    ...answers,
    'calendar.write': (input: RequestInput<'calendar.write'>) => jobs.run('calendar.write', input),
  });
}
