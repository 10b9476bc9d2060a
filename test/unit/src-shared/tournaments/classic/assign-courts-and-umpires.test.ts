import { describe, expect, it } from 'vitest';
import { parseInstant } from '#shared/time/instant';
import {
  assignCourtsAndUmpires,
  type ClassicAssignment,
  type ClassicInput,
  type ClassicMatch,
} from '#shared/tournaments/classic/assign-courts-and-umpires';
import { clock } from '../../../../helpers/tournament-documents';

const NINE = parseInstant('2026-11-28T09:00:00Z')!;

/** "1 X Y": round 1, clubs X and Y; "-" is no club, "?" is not decided yet. */
function pairings(...texts: readonly string[]): ClassicMatch[] {
  const club = (text: string | undefined): string | null | undefined =>
    text === '?' ? undefined : text === '-' || text === undefined ? null : text;
  return texts.map((text, index) => {
    const [round, one, other] = text.split(' ');
    return { id: `m${index + 1}`, round: Number(round), clubs: [club(one), club(other)] };
  });
}

function assign(fields: Partial<ClassicInput<ClassicMatch>>): ClassicAssignment<ClassicMatch>[] {
  return assignCourtsAndUmpires({
    matches: [],
    courts: ['A', 'B'],
    umpires: [
      { id: 'u1', club: null },
      { id: 'u2', club: null },
    ],
    startTime: NINE,
    slotMinutes: 90,
    batchSize: 2,
    respectClubNeutrality: true,
    ...fields,
  });
}

const rows = (assigned: readonly ClassicAssignment<ClassicMatch>[]): string[] =>
  assigned.map(({ match, start, court, umpire }) => `${match.id} ${clock(start)} ${court} ${umpire}`);

describe('assignCourtsAndUmpires', () => {
  it('[TRN-10] takes a round in waves: six matches in batches of three', () => {
    const assigned = assign({ matches: pairings('1', '1', '1', '1', '1', '1'), courts: ['A', 'B', 'C'], batchSize: 3 });
    expect(assigned.map(({ start }) => clock(start))).toEqual(['09:00', '09:00', '09:00', '10:30', '10:30', '10:30']);
  });

  it('[TRN-10] takes the lowest round first, whatever the order of the list', () => {
    const assigned = assign({ matches: pairings('2', '1', '10', '1'), batchSize: 2 });
    expect(assigned.map(({ match, start }) => `${match.id} ${clock(start)}`)).toEqual([
      'm2 09:00',
      'm4 09:00',
      'm1 10:30',
      'm3 12:00',
    ]);
  });

  it('[TRN-11] starts the next round after the last wave, also when that is not full', () => {
    // Source: round 1 of five matches in batches of two lasts three waves.
    const assigned = assign({ matches: pairings('1', '1', '1', '1', '1', '2') });
    expect(assigned.map(({ start }) => clock(start))).toEqual(['09:00', '09:00', '10:30', '10:30', '12:00', '13:30']);
  });

  it('[TRN-12] rotates courts over the whole event', () => {
    const assigned = assign({ matches: pairings('1', '1', '1', '2', '2'), courts: ['A', 'B'], batchSize: 2 });
    expect(assigned.map(({ court }) => court)).toEqual(['A', 'B', 'A', 'B', 'A']);
  });

  it('[TRN-12] leaves the court open when there is none', () => {
    expect(rows(assign({ matches: pairings('1', '1', '1'), courts: [] }))).toEqual([
      'm1 09:00 null u1',
      'm2 09:00 null u2',
      'm3 10:30 null u1',
    ]);
  });

  it('[TRN-13] leaves the umpire open when all are taken (source: batch larger than umpires)', () => {
    expect(rows(assign({ matches: pairings('1', '1', '1', '1'), courts: ['A', 'B', 'C'], batchSize: 3 }))).toEqual([
      'm1 09:00 A u1',
      'm2 09:00 B u2',
      'm3 09:00 C null',
      'm4 10:30 A u1',
    ]);
  });

  it('[TRN-13] leaves the umpire open when there is none', () => {
    expect(rows(assign({ matches: pairings('1'), umpires: [] }))).toEqual(['m1 09:00 A null']);
  });

  it('[TRN-14] takes a neutral umpire before one with fewer matches', () => {
    // Source: X against Y with umpires of X, Y, Z and W; Z comes before W in the list.
    const umpires = ['X', 'Y', 'Z', 'W'].map((club) => ({ id: `of${club}`, club }));
    expect(
      assign({ matches: pairings('1 X Y', '1 X Y', '1 X Y'), umpires, batchSize: 1 }).map(({ umpire }) => umpire),
    ).toEqual(['ofZ', 'ofW', 'ofZ']);
  });

  it('[TRN-14] compares to the letter: no club equals no club, an undecided side equals nothing', () => {
    const umpires = [
      { id: 'none', club: null },
      { id: 'ofX', club: 'X' },
    ];
    const chosen = (text: string): string | null => assign({ matches: pairings(text), umpires })[0]!.umpire;
    expect(chosen('1 - Y')).toBe('ofX');
    expect(chosen('1 ? ?')).toBe('none');
    expect(chosen('1 X ?')).toBe('none');
  });

  it('[TRN-15] falls back to a free umpire when none is neutral', () => {
    const umpires = [
      { id: 'ofX', club: 'X' },
      { id: 'ofY', club: 'Y' },
    ];
    const [first, second] = assign({ matches: pairings('1 X Y', '1 Z Z'), umpires });
    expect(first).toMatchObject({ umpire: 'ofX', fellBack: true });
    expect(second).toMatchObject({ umpire: 'ofY', fellBack: false });
  });

  it('[TRN-16] balances: five matches over three umpires are 2, 2 and 1', () => {
    // Source: A, B, C, A, then B or C; the list order says B.
    const umpires = ['A', 'B', 'C'].map((id) => ({ id, club: null }));
    const assigned = assign({ matches: pairings('1 ? ?', '1 ? ?', '1 ? ?', '1 ? ?', '1 ? ?'), umpires, batchSize: 1 });
    expect(assigned.map(({ umpire }) => umpire)).toEqual(['A', 'B', 'C', 'A', 'B']);
  });

  it('[TRN-16] gives ten matches over three umpires 4, 3 and 3', () => {
    const umpires = ['A', 'B', 'C'].map((id) => ({ id, club: null }));
    const assigned = assign({ matches: pairings(...new Array<string>(10).fill('1 ? ?')), umpires, batchSize: 2 });
    const load = (id: string): number => assigned.filter(({ umpire }) => umpire === id).length;
    expect(['A', 'B', 'C'].map(load)).toEqual([4, 3, 3]);
  });

  it('[TRN-17] looks at the load alone when neutrality is not asked for', () => {
    const umpires = [
      { id: 'ofX', club: 'X' },
      { id: 'ofZ', club: 'Z' },
    ];
    const [only] = assign({ matches: pairings('1 X Y'), umpires, respectClubNeutrality: false });
    expect(only).toMatchObject({ umpire: 'ofX', fellBack: false });
  });

  it('[TRN-18] runs a whole round at once when nothing limits it', () => {
    const assigned = assign({
      matches: pairings('1', '1', '1', '2'),
      courts: [],
      umpires: [],
      batchSize: Number.POSITIVE_INFINITY,
    });
    expect(rows(assigned)).toEqual([
      'm1 09:00 null null',
      'm2 09:00 null null',
      'm3 09:00 null null',
      'm4 10:30 null null',
    ]);
  });
});
