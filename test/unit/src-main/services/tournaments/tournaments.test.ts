import { beforeEach, describe, expect, it } from 'vitest';
import type { JobRunner } from '#main/ports/job-runner';
import { tournamentHandlers } from '#main/services/tournaments/tournaments';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { cancellation } from '#shared/ipc/cancellation';
import type { RequestContext } from '#shared/ipc/handlers';
import type { Progress } from '#shared/ipc/outcome';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import { handClock } from '../../../../helpers/hand-clock';
import { okValue } from '../../../../helpers/ok-value';
import { at, inForce } from '../../../../helpers/tournament-day';
import { courts, entries, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

const CUP = tournament({
  type: 'knockout',
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2'),
  participants: entries(4),
});

let told: Progress[];
let context: RequestContext & { readonly abort: () => void };

beforeEach(() => {
  told = [];
  const { signal, cancel } = cancellation();
  context = { signal, abort: cancel, progress: (progress) => void told.push(progress), part() {} };
});

const real = inProcessRunner((message) => {
  throw new Error(message);
});

function service(jobs: JobRunner = real) {
  return tournamentHandlers({ jobs, clock: handClock('2026-11-28T08:00:00Z') });
}

/** A pool whose answer to one job is this. */
function answering(value: unknown): JobRunner {
  return { threads: 1, run: async () => ({ kind: 'ok', value }) as never, close: async () => {} };
}

describe('the tournament service', () => {
  it('draws, schedules and tells how far it is', async () => {
    const made = okValue(await service()['tournament.schedule']({ document: CUP, mode: 'best' }, context));
    expect(made.matches.map(({ id }) => id)).toEqual(['r1m1', 'r1m2', 'r2m1']);
    expect(made.timetable[2]).toEqual({
      match: 'r2m1',
      court: 'A',
      umpire: 'u1',
      start: '2026-11-28T10:15:00Z',
      end: '2026-11-28T11:15:00Z',
    });
    expect(made).toMatchObject({ bound: { minutes: 135 }, fewestBreaches: 0, violations: [] });
    expect(told.at(-1)).toEqual({ fraction: 1, phase: 'Checking' });
  });

  it('hands on what pins force, and drops a timetable that breaks a rule without need', async () => {
    const pinned = tournament({
      courts: courts('A'),
      participants: entries(4),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
      pins: [
        { match: 'm1', start: '2026-11-28T09:00:00Z', court: 'A' },
        { match: 'm2', start: '2026-11-28T09:30:00Z', court: 'A' },
      ],
    });
    const made = okValue(await service()['tournament.schedule']({ document: pinned, mode: 'best' }, context));
    expect(made.violations).toMatchObject([{ rule: 'tournament.oneMatchPerCourt', amount: 30, parties: ['m2', 'm1'] }]);

    const free = { ...pinned, pins: [] };
    const start = at('09:00');
    const rows = free.matches.map((match) => ({ match, court: 'A', umpire: null, start, end: at('10:00') }));
    const bad = { kind: 'ok', value: { rows, quality: { bound: null, fewestBreaches: null } } };
    expect(
      await service(answering(bad))['tournament.schedule']({ document: free, mode: 'best' }, context),
    ).toMatchObject({
      kind: 'failed',
      error: { code: 'invalidPlan', message: expect.stringContaining('A is not free for m2') },
    });
    expect(
      await service(answering(rows))['tournament.repair']({ document: free, now: '2026-11-28T08:00:00Z' }, context),
    ).toMatchObject({
      kind: 'failed',
      error: { code: 'invalidPlan' },
    });
  });

  it('follows the source in the classic mode, where hours are no rule', async () => {
    const closed = { ...CUP, breaks: [{ from: '2026-11-28T09:00', to: '2026-11-28T20:00' }] } as typeof CUP;
    const made = okValue(await service()['tournament.schedule']({ document: closed, mode: 'classic' }, context));
    expect(made.timetable.map(({ start }) => start)).toEqual([
      '2026-11-28T09:00:00Z',
      '2026-11-28T09:00:00Z',
      '2026-11-28T10:15:00Z',
    ]);
    expect(made).toMatchObject({ bound: null, violations: [] });
  });

  it('ends as cancelled and nothing else', async () => {
    context.abort();
    expect(await service()['tournament.schedule']({ document: CUP, mode: 'best' }, context)).toEqual({
      kind: 'cancelled',
    });
    expect(
      await service(answering({ kind: 'cancelled' }))['tournament.schedule']({ document: CUP, mode: 'best' }, context),
    ).toEqual({
      kind: 'cancelled',
    });
  });

  it('repairs the timetable in force from now on', async () => {
    const day = tournament({
      courts: courts('A', 'B'),
      participants: entries(4),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
      timetable: inForce('m1 09:00 A -', 'm2 09:00 B -'),
      closures: [{ court: 'B', from: '2026-11-28T08:00' }],
    });
    const made = okValue(await service()['tournament.repair']({ document: day, now: '2026-11-28T08:30:00Z' }, context));
    expect(made.timetable.map(({ match, court, start }) => `${match} ${court} ${start}`)).toEqual([
      'm1 A 2026-11-28T09:00:00Z',
      'm2 A 2026-11-28T10:00:00Z',
    ]);
  });

  it('[TRN-67] schedules a large tournament in lanes, to the same timetable as in one thread', async () => {
    const large = tournament({
      type: 'knockout',
      courts: courts('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
      participants: entries(320, ['X', 'Y', 'Z']),
      options: { rounds: 'dependency' },
    });
    const hands: unknown[] = [];
    const counting: JobRunner = {
      ...real,
      threads: 2,
      run: (name, input, options) => {
        hands.push((input as { readonly lanes?: unknown }).lanes);
        return real.run(name, input, options);
      },
    };
    const made = okValue(await service(counting)['tournament.schedule']({ document: large, mode: 'best' }, context));
    expect(hands).toEqual([
      [
        { index: 0, of: 4 },
        { index: 1, of: 4 },
      ],
      [
        { index: 2, of: 4 },
        { index: 3, of: 4 },
      ],
    ]);
    const here = await bestTimetable(large);
    if (here.kind !== 'ok') throw new Error('cancelled');
    expect(made.timetable).toEqual(timetableRows(here.value.matches));
    expect(made.bound).toEqual(here.value.quality.bound);
    const told4 = told.map(({ fraction }) => fraction);
    expect(told4).toEqual([...told4].sort((one, other) => one - other));
    expect(told4.at(-1)).toBe(1);
  }, 60_000);

  it('answers what another number of courts would do', async () => {
    const answer = await service()['tournament.capacity'](
      { document: CUP, question: { courts: 1, umpires: 0 } },
      context,
    );
    expect(okValue(answer)).toMatchObject({ matches: 3, end: '2026-11-28T12:15:00Z', unplaced: 0 });
  });
});
