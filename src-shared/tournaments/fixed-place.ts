import { type Instant, parseInstant } from '../time/instant';
import { endOf, type ProblemMatch, type TournamentProblem } from './problem';

/** Where a match must be; null parts are free. */
export interface FixedPlace {
  readonly start: Instant | null;
  /** Exclusive; null with `start`. */
  readonly end: Instant | null;
  readonly court: string | null;
  readonly umpire: string | null;
  /** Played or running: a fact, which no rule can forbid. */
  readonly isFact: boolean;
}

const FREE: FixedPlace = { start: null, end: null, court: null, umpire: null, isFact: false };

/** What was played stays where it was played, as recorded or else as in the timetable in force; what is pinned stays where it is pinned. */
export function fixedPlaceOf(problem: TournamentProblem, match: ProblemMatch): FixedPlace {
  if (match.state === 'played' || match.state === 'running') {
    const row = problem.document.timetable.find((one) => one.match === match.id);
    const start = instantOf(match.result?.start) ?? instantOf(row?.start);
    const planned = start === null ? null : endOf(match, start);
    const recorded = instantOf(match.result?.end);
    return {
      start,
      end: start === null ? null : (recorded ?? planned),
      court: row?.court ?? null,
      umpire: row?.umpire ?? null,
      isFact: true,
    };
  }
  if (match.pin === null) return FREE;
  const start = instantOf(match.pin.start);
  return {
    start,
    end: start === null ? null : endOf(match, start),
    court: match.pin.court,
    umpire: match.pin.umpire,
    isFact: false,
  };
}

function instantOf(text: string | null | undefined): Instant | null {
  return text ? parseInstant(text) : null;
}
