import { plusMinutes } from '../../time/instant';
import type { Match, TournamentDocument } from '../document';
import { drawTournament } from '../draws/draw-tournament';
import { problemOf } from '../problem';
import { qualityOf } from '../quality';
import { entryOfSlot } from '../slot';
import { startOf } from '../start-time';
import type { ScheduledMatch, Timetable } from '../timetable';
import { warningsOf } from '../warnings-of';
import { assignCourtsAndUmpires } from './assign-courts-and-umpires';
import { batchSizeOf } from './batch-size';

/** The timetable of the source's algorithm. Pins, results, hours and the changeover are unknown to it; rounds of several categories run together. */
export function classicTimetable(document: TournamentDocument, matches = drawTournament(document)): Timetable {
  const { courts, umpires, options, matchMinutes, restMinutes } = document;
  const clubOf = new Map(document.participants.map(({ id, club }) => [id, club]));
  const sideClub = (match: Match, side: 0 | 1): string | null | undefined => {
    const entry = entryOfSlot(match.entries[side]);
    return entry === null ? undefined : clubOf.get(entry);
  };
  const assigned = assignCourtsAndUmpires({
    matches: matches.map((match) => ({
      id: match.id,
      round: match.round,
      clubs: [sideClub(match, 0), sideClub(match, 1)] as const,
      match,
    })),
    courts: courts.map(({ id }) => id),
    umpires: umpires.map(({ id, club }) => ({ id, club })),
    startTime: startOf(document),
    slotMinutes: matchMinutes + restMinutes,
    batchSize: batchSizeOf(courts.length, umpires.length, options.maxParallelMatchesOverride),
    respectClubNeutrality: options.respectClubNeutrality,
  });
  const rows = assigned.map(
    ({ match, court, umpire, start }): ScheduledMatch => ({
      match: match.match,
      court,
      umpire,
      start,
      end: plusMinutes(start, matchMinutes),
    }),
  );
  const problem = problemOf(document, matches);
  return { matches: rows, warnings: warningsOf(problem, rows), quality: qualityOf(problem, rows), violations: [] };
}
