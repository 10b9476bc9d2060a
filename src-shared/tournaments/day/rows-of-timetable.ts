import { formatInstant, type Instant, parseInstant } from '../../time/instant';
import type { Match, TimetableRow, TournamentDocument } from '../document';
import { fixedPlaceOf } from '../fixed-place';
import type { TournamentProblem } from '../problem';
import type { ScheduledMatch } from '../timetable';

/** The timetable in force as rows, for every match of the draw; those that are not in it have no place. */
export function rowsInForce(document: TournamentDocument, matches: readonly Match[]): ScheduledMatch[] {
  const rowOf = new Map(document.timetable.map((row) => [row.match, row]));
  return matches.map((match) => {
    const row = rowOf.get(match.id);
    return {
      match,
      court: row?.court ?? null,
      umpire: row?.umpire ?? null,
      start: instantOrNull(row?.start),
      end: instantOrNull(row?.end),
    };
  });
}

/** The timetable in force with the real times of what was played or is running. */
export function rowsAsPlayed(problem: TournamentProblem, rows: readonly ScheduledMatch[]): ScheduledMatch[] {
  return rows.map((row) => {
    const own = problem.matches[problem.indexOf.get(row.match.id)!]!;
    if (own.state !== 'played' && own.state !== 'running') return row;
    const { start, end } = fixedPlaceOf(problem, own);
    return start === null ? row : { ...row, start, end };
  });
}

/** Rows as they stand in the document. */
export function timetableRows(rows: readonly ScheduledMatch[]): TimetableRow[] {
  const text = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
  return rows.map(({ match, court, umpire, start, end }) => ({
    match: match.id,
    court,
    umpire,
    start: text(start),
    end: text(end),
  }));
}

function instantOrNull(text: string | null | undefined): Instant | null {
  return text ? parseInstant(text) : null;
}
