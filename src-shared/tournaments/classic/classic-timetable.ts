import { plusMinutes } from '../../time/instant';
import type { Match, TournamentDocument } from '../document';
import { drawTournament } from '../draws/draw-tournament';
import { problemOf } from '../problem';
import { qualityOf } from '../quality';
import { entryOfSlot } from '../slot';
import { startOf } from '../start-time';
import type { ScheduledMatch, Timetable } from '../timetable';
import type { Warning } from '../warning';
import { warningsOf } from '../warnings-of';
import { assignCourtsAndUmpires, type ClassicAssignment, type ClassicMatch } from './assign-courts-and-umpires';
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
  const warnings = withFallbacks(warningsOf(problem, rows), assigned);
  return { matches: rows, warnings, quality: qualityOf(problem, rows), violations: [] };
}

/** To the letter an umpire without a club is not neutral to a player without one: that the source fell back there is said too. */
function withFallbacks(warnings: readonly Warning[], assigned: readonly ClassicAssignment<ClassicMatch>[]): Warning[] {
  const told = new Set(warnings.filter(({ kind }) => kind === 'noNeutralUmpire').map(({ match }) => match));
  const missing = assigned
    .filter(({ match, fellBack }) => fellBack && !told.has(match.id))
    .map(
      ({ match, umpire, start }): Warning => ({
        kind: 'noNeutralUmpire',
        match: match.id,
        who: umpire === null ? [] : [umpire],
        when: start,
        message: `No neutral umpire was free for match ${match.id}: here no club counts as the same club.`,
        alternative: null,
      }),
    );
  const order = new Map(assigned.map(({ match }, index) => [match.id, index]));
  return [...warnings, ...missing].sort((one, other) => order.get(one.match)! - order.get(other.match)!);
}
