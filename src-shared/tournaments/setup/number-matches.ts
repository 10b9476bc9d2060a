import { by, inOrder } from '../../base/ordering';
import type { Match } from '../document';
import type { ScheduledMatch } from '../timetable';

/** Gives matches the numbers people call them by: in order of time and court at first; numbers once given stay, later matches go on behind them. */
export function numberMatches(
  matches: readonly Match[],
  rows: readonly ScheduledMatch[],
  courts: readonly string[],
): Match[] {
  const rowOf = new Map(rows.map((row) => [row.match.id, row]));
  const court = ({ id }: Match): number => courts.indexOf(rowOf.get(id)?.court ?? '');
  const indexOf = new Map(matches.map((match, index) => [match.id, index]));
  let next = matches.reduce((highest, { number }) => Math.max(highest, number ?? 0), 0);
  const numbers = new Map<string, number>();
  const unnumbered = matches
    .filter(({ number }) => number === undefined)
    .sort(
      inOrder(
        by((match) => rowOf.get(match.id)?.start ?? Number.MAX_SAFE_INTEGER),
        by(court),
        by((match) => indexOf.get(match.id)!),
      ),
    );
  for (const { id } of unnumbered) {
    next += 1;
    numbers.set(id, next);
  }
  return matches.map((match) => ({ ...match, number: match.number ?? numbers.get(match.id)! }));
}
