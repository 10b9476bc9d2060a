import { describe, expect, it } from 'vitest';
import { umpireLoads } from '#renderer/features/tournaments/umpire-load';
import type { Day } from '#shared/time/day';
import { inForce } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

const SATURDAY = '2026-11-28' as Day;

describe('umpire load', () => {
  it('has a cell a wave, the busiest first', () => {
    const table = umpireLoads(viewOf(), SATURDAY);
    expect(table.waves).toBe(2);
    expect(table.cap).toBeNull();
    expect(
      table.rows.map(({ name, club, matches, cells }) => [name, club, matches, cells.map(({ match }) => match)]),
    ).toEqual([
      ['Tarek Haddad', 'Independent', 2, ['s2', 'f']],
      ['Kaja Brenner', 'X', 1, ['s1', null]],
    ]);
  });

  it('marks who umpires the own club, and the pause between two waves', () => {
    const view = viewOf({
      timetable: inForce('s1 09:00 A brenner', 's2 10:00 A haddad', 'f 14:00 A haddad'),
    });
    const { rows } = umpireLoads(view, SATURDAY);
    expect(rows.map(({ name, tone }) => [name, tone])).toEqual([
      ['Tarek Haddad', null],
      ['Kaja Brenner', 'bad'],
    ]);
    expect(rows[0]!.cells.map(({ afterPause }) => afterPause)).toEqual([false, false, true]);
  });

  it('the user stands last, and plays where he plays', () => {
    const view = viewOf({
      me: ['haddad'],
      umpires: [
        { id: 'haddad', name: 'Tarek Haddad', player: 'voss', maxPerDay: 2 },
        {
          id: 'brenner',
          name: 'Kaja Brenner',
          club: 'X',
          maxPerDay: 2,
          available: [{ from: '2026-11-28T10:00', to: '2026-11-28T18:00' }],
        },
      ],
      timetable: inForce('s1 09:00 A -', 's2 09:00 B brenner', 'f 10:30 A brenner'),
    });
    const table = umpireLoads(view, SATURDAY);
    expect(table.cap).toBe(2);
    expect(table.rows.map(({ umpire, isMe }) => [umpire, isMe])).toEqual([
      ['brenner', false],
      ['haddad', true],
    ]);
    expect(table.rows[1]!.cells.map(({ plays }) => plays)).toEqual([true, false]);
    expect(table.rows[0]!.cells.map(({ isOffDuty }) => isOffDuty)).toEqual([true, false]);
  });
});
