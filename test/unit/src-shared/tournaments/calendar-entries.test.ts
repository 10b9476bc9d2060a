import { describe, expect, it } from 'vitest';
import { writeCalendar } from '#shared/calendar/write';
import { type CalendarOf, calendarEntriesOf } from '#shared/tournaments/calendar-entries';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { problemOf } from '#shared/tournaments/problem';
import { inForce } from '../../../helpers/tournament-day';
import { courts, entries, matches, tournament } from '../../../helpers/tournament-documents';

const document = tournament({
  name: 'Harbour Cup',
  courts: courts('A', 'B'),
  umpires: [
    { id: 'u1', name: 'Brenner' },
    { id: 'u2', player: 'p1' },
  ],
  participants: entries(4),
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2'),
  timetable: inForce('m1 09:00 A u1', 'm2 10:00 B u2', 'm3 11:15 A u1'),
});
const drawn = drawTournament(document);
const of = (who: CalendarOf) => calendarEntriesOf(problemOf(document, drawn), rowsInForce(document, drawn), who);

describe('calendars of a tournament', () => {
  it('[TRN-93] hold the matches of a court, an umpire or a player', () => {
    expect(of({ kind: 'court', id: 'A' }).map(({ title }) => title)).toEqual([
      'p1 v p2 (Harbour Cup, Semi-final)',
      'Winner of m1 v Winner of m2 (Harbour Cup, Final)',
    ]);
    expect(of({ kind: 'umpire', id: 'u1' })).toHaveLength(2);
    expect(of({ kind: 'player', id: 'p1' }).map(({ title }) => title)).toEqual([
      'p1 v p2 (Harbour Cup, Semi-final, A)',
      'p3 v p4 (Harbour Cup, Semi-final, B, as umpire)',
    ]);
  });

  it('[TRN-93] are written as a file that keeps its UIDs', () => {
    const ics = writeCalendar({
      entries: of({ kind: 'court', id: 'B' }),
      events: [],
      zone: document.timeZone,
      now: '2026-11-27T12:00:00Z',
    });
    expect(ics).toContain('UID:match-Harbour Cup-m2@daywright');
    expect(ics).toContain('DTSTART:20261128T100000Z');
  });
});
