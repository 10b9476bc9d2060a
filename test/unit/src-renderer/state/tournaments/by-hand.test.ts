import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stopWorkspace } from '#renderer/state/start';
import {
  assignUmpire,
  importTournament,
  judgeMove,
  moveMatch,
  openTournamentNow,
  pinMatch,
  pinOf,
  scheduleTournament,
  swapUmpires,
  takeAlternative,
  unpinMatch,
} from '#renderer/state/tournaments';
import { closePage, start } from '../../../../helpers/started-workspace';
import { at, lines } from '../../../../helpers/tournament-day';
import { courts, matches, tournament, umpires } from '../../../../helpers/tournament-documents';
import { schedulingHost } from '../../../../helpers/tournament-host';

const ID = 'tournament-1';
const CUP = tournament({
  courts: courts('A', 'B'),
  umpires: umpires('u1:X', 'u2:Y', 'u3:Z'),
  participants: [
    { id: 'p1', club: 'X' },
    { id: 'p2', club: 'Y' },
    { id: 'p3', club: 'Z' },
    { id: 'p4', club: 'W' },
  ],
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
});
const view = () => openTournamentNow()!;
const times = () => lines(view().rows);

beforeEach(async () => {
  await start({ host: schedulingHost(), at: '2026-11-28T08:00:00Z' });
  await importTournament(JSON.stringify(CUP));
  await scheduleTournament(ID);
  expect(times()).toEqual(['m1 09:00 A u3', 'm2 09:00 B u1']);
});

afterEach(() => {
  stopWorkspace();
  closePage();
});

describe('work by hand', () => {
  it('moves a match to a legal place, pins it there, and the next timetable keeps it', async () => {
    expect(judgeMove(view(), { match: 'm1', court: 'A', start: at('11:00') })).toMatchObject({ legal: true });
    expect(await moveMatch(ID, { match: 'm1', court: 'A', start: at('11:00') })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(times()[0]).toBe('m1 11:00 A u3');
    expect(pinOf(view(), 'm1')).toEqual({ time: true, court: true, umpire: false });
    await moveMatch(ID, { match: 'm1', court: 'B', start: at('11:30') });
    await scheduleTournament(ID);
    expect(times()[0]).toBe('m1 11:30 B u3');
  });

  it('refuses an illegal place with the reason and offers others', async () => {
    const verdict = judgeMove(view(), { match: 'm1', court: 'B', start: at('09:30') });
    expect(verdict).toMatchObject({ legal: false, reasons: [{ rule: 'tournament.oneMatchPerCourt' }] });
    expect(verdict.legal ? [] : verdict.alternatives[0]).toMatchObject({ court: 'A', start: at('09:30') });
    const refused = await moveMatch(ID, { match: 'm1', court: 'B', start: at('09:30') });
    expect(refused).toEqual({ ok: false, error: 'B is not free for m1 until 30 min later, because of m2.' });
    expect(times()[0]).toBe('m1 09:00 A u3');
  });

  it('assigns an umpire who can, takes one off, and refuses one who is elsewhere', async () => {
    expect(await assignUmpire(ID, 'm1', 'u1')).toMatchObject({ ok: false, error: expect.stringContaining('u1') });
    await assignUmpire(ID, 'm1', 'u2');
    expect(times()[0]).toBe('m1 09:00 A u2');
    expect(view().warnings.map(({ kind, match }) => `${kind} ${match}`)).toContain('noNeutralUmpire m1');
    await assignUmpire(ID, 'm1', null);
    expect(times()[0]).toBe('m1 09:00 A -');
    expect(view().document.pins).toEqual([]);
  });

  it('swaps umpires, and takes the alternative a warning offers', async () => {
    await swapUmpires(ID, 'm1', 'm2');
    expect(times()).toEqual(['m1 09:00 A u1', 'm2 09:00 B u3']);
    const warning = view().warnings.find(({ match }) => match === 'm1')!;
    expect(warning).toMatchObject({ kind: 'noNeutralUmpire', alternative: { kind: 'swap', withMatch: 'm2' } });
    await takeAlternative(ID, warning);
    expect(times()).toEqual(['m1 09:00 A u3', 'm2 09:00 B u1']);
    expect(view().warnings).toEqual([]);
  });

  it('pins what is named where it is, and lets it go', async () => {
    await pinMatch(ID, 'm2', { umpire: true });
    expect(view().document.pins).toEqual([{ match: 'm2', court: null, start: null, umpire: 'u1' }]);
    await swapUmpires(ID, 'm1', 'm2');
    expect(view().document.pins).toEqual([{ match: 'm2', court: null, start: null, umpire: 'u3' }]);
    await unpinMatch(ID, 'm2');
    expect(pinOf(view(), 'm2')).toEqual({ time: false, court: false, umpire: false });
  });
});
