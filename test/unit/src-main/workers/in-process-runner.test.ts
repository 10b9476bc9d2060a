import { describe, expect, it } from 'vitest';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { cancellation } from '#shared/ipc/cancellation';
import { parseZone } from '#shared/time/zone';

const calendar = { entries: [], events: [], zone: parseZone('UTC')!, now: '2026-11-23T07:00:00Z' };

describe('in-process runner', () => {
  it('runs the same jobs as the pool', async () => {
    const outcome = await inProcessRunner(() => {}).run('calendar.write', calendar);
    expect(outcome.kind === 'ok' && outcome.value.ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('answers a bug as a failure and reports it', async () => {
    const bugs: string[] = [];
    const runner = inProcessRunner((message) => bugs.push(message));
    expect(await runner.run('no.job' as 'calendar.write', calendar)).toMatchObject({ error: { code: 'internal' } });
    expect(bugs).toEqual(['Job no.job failed by a bug: There is no job named no.job']);
  });

  it('does not start a job that is cancelled', async () => {
    const { signal, cancel } = cancellation();
    cancel();
    const outcome = await inProcessRunner(() => {}).run('calendar.write', calendar, { signal });
    expect(outcome).toEqual({ kind: 'cancelled' });
  });
});
