import { afterEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import { stopWorkspace } from '#renderer/state/start';
import {
  cancelScheduling,
  changeTournament,
  importTournament,
  openTournamentNow,
  recordResult,
  scheduleStatus,
  scheduleTournament,
  schedulingNow,
} from '#renderer/state/tournaments';
import { workspaceNow } from '#renderer/state/workspace';
import { closePage, start } from '../../../../helpers/started-workspace';
import { lines } from '../../../../helpers/tournament-day';
import { courts, entries, tournament, umpires } from '../../../../helpers/tournament-documents';
import { schedulingHost } from '../../../../helpers/tournament-host';

afterEach(() => {
  stopWorkspace();
  closePage();
});

const CUP = tournament({
  name: 'Cup',
  type: 'knockout',
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2'),
  participants: entries(4),
});
const ID = 'tournament-1';

async function startCup(at?: string, host = schedulingHost()) {
  const started = await start({ host, ...(at === undefined ? {} : { at }) });
  const made = await importTournament(JSON.stringify(CUP));
  if (!made.ok) throw new Error(made.error);
  return started;
}

describe('scheduling', () => {
  it('draws, schedules, numbers the matches and stores all of it as one step', async () => {
    await startCup();
    expect(await scheduleTournament(ID)).toEqual({ ok: true, value: undefined });
    const view = openTournamentNow()!;
    expect(lines(view.rows)).toEqual(['r1m1 09:00 A u1', 'r1m2 09:00 B u2', 'r2m1 10:15 A u1']);
    expect(view.matches.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(view.document.lastRun).toMatchObject({ mode: 'best', bound: { minutes: 135 }, fewestBreaches: 0 });
    expect(scheduleStatus(view.document)).toBe('Scheduled in 0 ms, no clash');
    expect(workspaceNow().undoLabel).toBe('Schedule 3 matches');
    await undo();
    expect(openTournamentNow()!.document).toMatchObject({ matches: [], timetable: [] });
    expect(scheduleStatus(openTournamentNow()!.document)).toBeNull();
  });

  it('follows the source in the classic mode', async () => {
    await startCup();
    await changeTournament(ID, { options: { ...CUP.options, maxParallelMatchesOverride: 1 } });
    await scheduleTournament(ID, 'classic');
    expect(lines(openTournamentNow()!.rows)).toEqual(['r1m1 09:00 A u1', 'r1m2 10:15 B u2', 'r2m1 11:30 A u1']);
  });

  it('puts nothing new into the past once something was played', async () => {
    await startCup('2026-11-28T10:20:00Z');
    await scheduleTournament(ID);
    const played = { kind: 'played', start: null, end: null } as const;
    await recordResult(ID, { match: 'r1m1', winner: 'p1', ...played });
    await recordResult(ID, { match: 'r1m2', winner: 'p4', ...played });
    await scheduleTournament(ID);
    expect(lines(openTournamentNow()!.rows)).toEqual(['r1m1 09:00 A u1', 'r1m2 09:00 B u2', 'r2m1 10:20 A u1']);
  });

  it('stores nothing when it is cancelled, fails, or the tournament changed meanwhile', async () => {
    const host = schedulingHost();
    await startCup(undefined, host);
    host.answer('tournament.schedule', (_, { signal, onProgress }) => {
      onProgress?.({ fraction: 0.5, phase: 'Scheduling' });
      expect(schedulingNow()).toMatchObject({ id: ID, phase: 'scheduling', progress: { fraction: 0.5 } });
      cancelScheduling();
      expect(signal?.aborted).toBe(true);
      return { kind: 'cancelled' };
    });
    expect(await scheduleTournament(ID)).toEqual({ ok: true, value: undefined });
    expect(schedulingNow()).toMatchObject({ phase: 'idle', problem: null });

    host.answer('tournament.schedule', () => ({
      kind: 'failed',
      error: { code: 'invalidPlan', message: 'broken', advice: 'Nothing was changed.' },
    }));
    expect(await scheduleTournament(ID)).toEqual({ ok: false, error: 'broken\nNothing was changed.' });
    expect(schedulingNow()).toMatchObject({ id: ID, phase: 'idle', problem: 'broken\nNothing was changed.' });

    const real = schedulingHost();
    host.answer('tournament.schedule', async (input, options) => {
      await changeTournament(ID, { name: 'Other cup' });
      return real.request('tournament.schedule', input, options);
    });
    expect(await scheduleTournament(ID)).toMatchObject({
      ok: false,
      error: expect.stringContaining('changed meanwhile'),
    });
    expect(openTournamentNow()!.isScheduled).toBe(false);
  });

  it('keeps the organiser’s own appointments free when that is wanted', async () => {
    await startCup();
    const { importWorkspace, exportWorkspace } = await import('#renderer/state/backup');
    const document = JSON.parse(await exportWorkspace());
    await importWorkspace(
      JSON.stringify({
        ...document,
        calendars: [{ id: 'work', name: 'Work' }],
        events: [
          {
            id: 'e1',
            calendarId: 'work',
            uid: 'u1',
            title: 'Dentist',
            start: '2026-11-28T09:30:30Z',
            end: '2026-11-28T10:30:30Z',
          },
        ],
      }),
    );
    await changeTournament(ID, { me: ['p4', 'u2'], avoidOwnEvents: true });
    await scheduleTournament(ID);
    const view = openTournamentNow()!;
    expect(view.document.absences).toEqual([
      { who: 'p4', from: '2026-11-28T09:30', to: '2026-11-28T10:31', fromCalendar: true },
      { who: 'u2', from: '2026-11-28T09:30', to: '2026-11-28T10:31', fromCalendar: true },
    ]);
    expect(view.violations).toEqual([]);
    const own = view.rows.filter(({ match, umpire }) => umpire === 'u2' || match.entries.includes('p4'));
    expect(own.length).toBeGreaterThan(0);
    for (const { start } of own) expect(start).toBeGreaterThanOrEqual(Date.parse('2026-11-28T10:31:00Z'));
    await changeTournament(ID, { avoidOwnEvents: false });
    await scheduleTournament(ID);
    expect(openTournamentNow()!.document.absences).toEqual([]);
  });
});
