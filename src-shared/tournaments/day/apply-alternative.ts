import { failed, ok, type Result } from '../../base/result';
import { plusMinutes } from '../../time/instant';
import type { TournamentProblem } from '../problem';
import type { ScheduledMatch } from '../timetable';
import { verifyTimetable } from '../verify';
import type { Alternative } from '../warning';

/** The rows with an alternative carried out for a match: what the button beside a warning does. */
export function applyAlternative(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  id: string,
  alternative: Alternative,
): ScheduledMatch[] {
  const own = rows.find(({ match }) => match.id === id);
  return rows.map((row) => {
    if (alternative.kind === 'swap' && row.match.id === alternative.withMatch)
      return { ...row, umpire: own?.umpire ?? null };
    if (row.match.id !== id) return row;
    if (alternative.kind !== 'move') return { ...row, umpire: alternative.umpire };
    const start = alternative.start ?? row.start;
    const minutes = problem.matches[problem.indexOf.get(id)!]!.minutes;
    return { ...row, court: alternative.court, start, end: start === null ? null : plusMinutes(start, minutes) };
  });
}

/** Two matches exchange their umpires by hand; refused with the words of the first rule that this would break. */
export function swapUmpires(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  one: string,
  other: string,
): Result<ScheduledMatch[], string> {
  const theirs = rows.find(({ match }) => match.id === other)?.umpire ?? null;
  const swap: Alternative = { kind: 'swap', umpire: theirs, withMatch: other, court: null, start: null };
  const after = applyAlternative(problem, rows, one, swap);
  const key = ({ rule, parties }: { rule: string; parties: readonly string[] }): string =>
    `${rule} ${parties.join(' ')}`;
  const before = new Set(verifyTimetable(problem, rows).map(key));
  const broken = verifyTimetable(problem, after).find((violation) => !before.has(key(violation)));
  return broken ? failed(broken.message) : ok(after);
}
