// The order of play: what hangs on the wall. Day by day, by time or court by court.
import { by, inOrder } from '../base/ordering';
import type { Day } from '../time/day';
import type { Instant } from '../time/instant';
import { dayAt } from '../time/zone';
import type { MatchWords } from './match-words';
import type { TournamentProblem } from './problem';
import type { ScheduledMatch } from './timetable';

export type OrderOfPlayBy = 'time' | 'court';

export interface OrderOfPlay {
  readonly days: readonly OrderOfPlayDay[];
  /** Matches without a time, in the order of the draw; those nobody has to play are left out. */
  readonly withoutTime: readonly OrderOfPlayLine[];
}

export interface OrderOfPlayDay {
  readonly day: Day;
  /** By time: one a start. By court: one a court, in the order of the courts; those without a court come last. */
  readonly groups: readonly OrderOfPlayGroup[];
}

export interface OrderOfPlayGroup {
  /** Null when it is a court. */
  readonly start: Instant | null;
  /** The court's name; "No court" without one; null when it is a time. */
  readonly court: string | null;
  readonly lines: readonly OrderOfPlayLine[];
}

export interface OrderOfPlayLine {
  readonly id: string;
  readonly words: MatchWords;
  readonly start: Instant | null;
  /** Names; null = none. */
  readonly court: string | null;
  readonly umpire: string | null;
  /** Clubs of the two sides, as far as they are certain. */
  readonly clubs: readonly [string | null, string | null];
  /** "Haas, 6:4 6:2" once it was played, "playing" while it is; null before. */
  readonly result: string | null;
}

export function orderOfPlay(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  words: ReadonlyMap<string, MatchWords>,
  order: OrderOfPlayBy,
): OrderOfPlay {
  const clubOf = new Map(problem.document.participants.map(({ id, club }) => [id, club]));
  const lineOf = ({ match, start, court, umpire }: ScheduledMatch): OrderOfPlayLine => {
    const own = words.get(match.id)!;
    const club = (side: 0 | 1): string | null => clubOf.get(own.sides[side].entry ?? '') ?? null;
    return {
      id: match.id,
      words: own,
      start,
      court: court === null ? null : problem.nameOf(court),
      umpire: umpire === null ? null : problem.nameOf(umpire),
      clubs: [club(0), club(1)],
      result: resultOf(problem, match.id),
    };
  };
  const toPlay = rows.filter(({ match }) => problem.matches[problem.indexOf.get(match.id)!]!.state !== 'free');
  const courtAt = ({ court }: ScheduledMatch): number => {
    const at = problem.courts.findIndex(({ id }) => id === court);
    return at < 0 ? problem.courts.length : at;
  };
  const timed = toPlay
    .filter(({ start }) => start !== null)
    .sort(inOrder(...(order === 'court' ? [by(dayOf), by(courtAt), by(startOf)] : [by(startOf), by(courtAt)])));

  function dayOf({ start }: ScheduledMatch): Day {
    return dayAt(problem.zone, start!);
  }

  const days: { day: Day; groups: { start: Instant | null; court: string | null; lines: OrderOfPlayLine[] }[] }[] = [];
  for (const row of timed) {
    const line = lineOf(row);
    if (days.at(-1)?.day !== dayOf(row)) days.push({ day: dayOf(row), groups: [] });
    const { groups } = days.at(-1)!;
    const key = order === 'time' ? { start: row.start, court: null } : { start: null, court: line.court ?? 'No court' };
    const last = groups.at(-1);
    if (last && last.start === key.start && last.court === key.court) last.lines.push(line);
    else groups.push({ ...key, lines: [line] });
  }
  return { days, withoutTime: toPlay.filter(({ start }) => start === null).map(lineOf) };
}

function startOf({ start }: ScheduledMatch): number {
  return start!;
}

function resultOf(problem: TournamentProblem, id: string): string | null {
  const result = problem.matches[problem.indexOf.get(id)!]!.result;
  if (!result) return null;
  if (result.kind === 'running') return 'playing';
  const winner = result.winner === null ? 'drawn' : problem.nameOf(result.winner);
  return result.score === undefined || result.score === '' ? winner : `${winner}, ${result.score}`;
}
