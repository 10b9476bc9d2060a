import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '#renderer/state/clock';
import { undo } from '#renderer/state/commit';
import { stopWorkspace } from '#renderer/state/start';
import {
  addEntryLate,
  applyRepair,
  callMatch,
  checkIn,
  courtIsBack,
  discardRepair,
  importTournament,
  loseCourt,
  markAway,
  markBack,
  openTournamentNow,
  recordOverrun,
  recordResult,
  repairNow,
  scheduleTournament,
  takeBackWithdrawal,
  undoResult,
  withdraw,
} from '#renderer/state/tournaments';
import { closePage, start } from '../../../../helpers/started-workspace';
import { at, lines } from '../../../../helpers/tournament-day';
import { courts, entries, tournament, umpires } from '../../../../helpers/tournament-documents';
import { schedulingHost } from '../../../../helpers/tournament-host';

const ID = 'tournament-1';
const CUP = tournament({
  name: 'Cup',
  type: 'knockout',
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2'),
  participants: entries(4),
});
const PLANNED = ['r1m1 09:00 A u1', 'r1m2 09:00 B u2', 'r2m1 10:15 A u1'];
const view = () => openTournamentNow()!;
const times = () => lines(view().rows);

beforeEach(async () => {
  await start({ host: schedulingHost(), at: '2026-11-28T08:00:00Z' });
  await importTournament(JSON.stringify(CUP));
  await scheduleTournament(ID);
  expect(times()).toEqual(PLANNED);
});

afterEach(() => {
  discardRepair();
  stopWorkspace();
  closePage();
});

describe('the day of play', () => {
  it('shows what an overrun moves before it moves, and applies it as one step', async () => {
    setClock(() => at('10:00'));
    expect(await recordOverrun(ID, 'r1m2', at('10:20'))).toEqual({ ok: true, value: undefined });
    expect(repairNow()).toMatchObject({ phase: 'previewing', preview: { id: ID, clashesLeft: 0 } });
    expect(repairNow().preview!.changes).toMatchObject([{ match: 'r2m1', movedMinutes: 20, time: true, court: false }]);
    expect(times()).toEqual(PLANNED);
    expect(view().violations.map(({ rule }) => rule)).toContain('tournament.waitsForItsFeeders');
    expect(await applyRepair()).toEqual({ ok: true, value: undefined });
    expect(times().at(-1)).toBe('r2m1 10:35 A u1');
    expect(view().violations).toEqual([]);
    expect(repairNow()).toMatchObject({ phase: 'idle', preview: null });
    await undo();
    expect(times()).toEqual(PLANNED);
  });

  it('drops a repair that is shown once its tournament is another', async () => {
    setClock(() => at('10:00'));
    await recordOverrun(ID, 'r1m2', at('10:20'));
    expect(repairNow().phase).toBe('previewing');
    await undo();
    expect(repairNow()).toMatchObject({ phase: 'idle', preview: null });
    expect(await applyRepair()).toEqual({ ok: false, error: 'There is no repair to apply.' });
  });

  it('sends the winner on, says nothing when nothing moves, and takes a result back', async () => {
    setClock(() => at('10:00'));
    await recordResult(ID, { match: 'r1m1', winner: 'p1', kind: 'played', score: '2:0', start: null, end: null });
    expect(repairNow().phase).toBe('idle');
    expect(
      view()
        .words.get('r2m1')!
        .sides.map(({ text }) => text),
    ).toEqual(['p1', 'Winner of 2']);
    expect(
      await recordResult(ID, { match: 'r1m2', winner: 'p1', kind: 'played', start: null, end: null }),
    ).toMatchObject({
      ok: false,
    });
    await undoResult(ID, 'r1m1');
    expect(view().words.get('r2m1')!.sides[0]).toEqual({ text: 'Winner of 1', entry: null, from: 'r1m1' });
  });

  it('calls a match where and when it really begins, and its result keeps that start', async () => {
    setClock(() => at('09:10'));
    await callMatch(ID, 'r1m1', { court: 'A', umpire: 'u1' });
    expect(times()[0]).toBe('r1m1 09:10 A u1');
    expect(view().document.results).toMatchObject([{ match: 'r1m1', kind: 'running', start: '2026-11-28T09:10:00Z' }]);
    setClock(() => at('10:05'));
    await recordResult(ID, { match: 'r1m1', winner: 'p2', kind: 'played', start: null, end: at('10:05') });
    expect(view().document.results).toMatchObject([
      { kind: 'played', winner: 'p2', start: '2026-11-28T09:10:00Z', end: '2026-11-28T10:05:00Z' },
    ]);
    expect(await recordOverrun(ID, 'r1m1', at('10:30'))).toMatchObject({
      ok: false,
      error: expect.stringContaining('over already'),
    });
  });

  it('offers a repair for a lost court and forgets the closure when it is back', async () => {
    await loseCourt(ID, 'A');
    expect(view().document.closures).toEqual([{ court: 'A', from: '2026-11-28T08:00', to: null }]);
    expect(repairNow().preview!.changes.every(({ to }) => to.court === 'B')).toBe(true);
    await applyRepair();
    expect(times().every((line) => line.includes(' B '))).toBe(true);
    await courtIsBack(ID, 'A');
    expect(view().document.closures).toEqual([]);
  });

  it('replaces an umpire who leaves, in that umpire’s matches only', async () => {
    await markAway(ID, 'u1', at('12:00'));
    expect(repairNow().preview!.changes.map(({ match }) => match)).toEqual(['r1m1', 'r2m1']);
    await markBack(ID, 'u1');
    expect(view().document.absences).toEqual([]);
    expect(repairNow().phase).toBe('idle');
  });

  it('lets an entry leave and come back, and an entry come late', async () => {
    await withdraw(ID, 'p2');
    expect(view().problem.matches[0]).toMatchObject({ id: 'r1m1', state: 'free' });
    await takeBackWithdrawal(ID, 'p2');
    expect(view().problem.matches[0]!.state).toBe('open');
    expect(await addEntryLate(ID, { id: 'p5' })).toEqual({ ok: true, value: undefined });
    expect(view().problem.matches.map(({ id }) => id)).toEqual(['r1m2-late', 'r1m1', 'r1m2', 'r2m1']);
    await undo();
    expect(view().problem.matches.map(({ id }) => id)).toEqual(['r1m1', 'r1m2', 'r2m1']);
    expect(await withdraw(ID, 'p9')).toEqual({ ok: false, error: 'There is no entry p9.' });
  });

  it('counts who is there', async () => {
    await checkIn(ID, 'p1');
    await checkIn(ID, 'p2');
    await checkIn(ID, 'p1', false);
    expect(view().document.checkedIn).toEqual(['p2']);
    expect(view().queue(at('08:00'))[0]).toMatchObject({ waitsFor: { kind: 'notCheckedIn' } });
  });
});
