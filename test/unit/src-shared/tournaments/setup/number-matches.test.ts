import { expect, it } from 'vitest';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { numberMatches } from '#shared/tournaments/setup/number-matches';
import { inForce } from '../../../../helpers/tournament-day';
import { courts, entries, matches, tournament } from '../../../../helpers/tournament-documents';

it('[TRN-97] numbers follow time and court at first, stay, and go on behind', () => {
  const document = tournament({
    courts: courts('B', 'A'),
    participants: entries(6),
    matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 2 p1 p3'),
    timetable: inForce('m1 10:00 A -', 'm2 09:00 A -', 'm3 09:00 B -'),
  });
  const rows = rowsInForce(document, document.matches);
  const numbered = numberMatches(document.matches, rows, ['B', 'A']);
  expect(numbered.map(({ id, number }) => `${id} ${number}`)).toEqual(['m1 3', 'm2 2', 'm3 1', 'm4 4']);
  const later = numberMatches([{ ...document.matches[0]!, id: 'm0' }, ...numbered], [], []);
  expect(later.map(({ number }) => number)).toEqual([5, 3, 2, 1, 4]);
});
