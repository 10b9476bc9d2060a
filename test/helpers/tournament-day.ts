// A tournament on its day: a document with a timetable in force, and clock times for instants.
import { type Instant, parseInstant } from '#shared/time/instant';
import type { ScheduledMatch } from '#shared/tournaments/timetable';
import { clock, type Json } from './tournament-documents';

export function at(time: string): Instant {
  return parseInstant(`2026-11-28T${time}:00Z`)!;
}

/** "m1 09:00 A u1" as a row of the timetable in force; "-" is none; matches of 60 minutes. */
export function inForce(...texts: readonly string[]): Json[] {
  return texts.map((text) => {
    const [match, time, court, umpire] = text.split(' ');
    const start = at(time!);
    const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000', '');
    return {
      match,
      court: court === '-' ? null : court,
      umpire: umpire === '-' ? null : umpire,
      start: iso(start),
      end: iso(start + 3_600_000),
    };
  });
}

/** "m1 09:00 A u1" for every row. */
export function lines(rows: readonly ScheduledMatch[]): string[] {
  return rows.map(({ match, start, court, umpire }) => `${match.id} ${clock(start)} ${court ?? '-'} ${umpire ?? '-'}`);
}
