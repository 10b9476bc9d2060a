import { by, descending, inOrder } from '../base/ordering';
import type { Match, MatchResult } from './document';
import { entryOfSlot } from './slot';

export interface Standing {
  readonly entry: string;
  readonly played: number;
  readonly won: number;
  /** A win is one point, a drawn match half a point for both. */
  readonly points: number;
}

/**
 * The table of a group or of a Swiss category: points, then points among those level, then the order in `entries`.
 * Matches without a result, or still running, do not count.
 */
export function standingsOf(
  entries: readonly string[],
  matches: readonly Match[],
  resultOf: (match: string) => MatchResult | undefined,
): Standing[] {
  const counted = matches.flatMap((match) => {
    const result = resultOf(match.id);
    const [one, other] = match.entries.map(entryOfSlot);
    return result && result.kind !== 'running' && one && other ? [{ one, other, winner: result.winner }] : [];
  });
  const pointsOf = (entry: string, among: (opponent: string) => boolean): number =>
    counted.reduce((sum, { one, other, winner }) => {
      if ((one !== entry && other !== entry) || !among(one === entry ? other : one)) return sum;
      return sum + (winner === entry ? 1 : winner === null ? 0.5 : 0);
    }, 0);
  const points = new Map(entries.map((entry) => [entry, pointsOf(entry, () => true)]));
  const level = new Map(
    entries.map((entry) => [entry, pointsOf(entry, (opponent) => points.get(opponent) === points.get(entry))]),
  );
  return entries
    .map((entry, order) => ({ entry, order }))
    .sort(
      inOrder(
        descending(by(({ entry }) => points.get(entry)!)),
        descending(by(({ entry }) => level.get(entry)!)),
        by(({ order }) => order),
      ),
    )
    .map(({ entry }) => {
      const own = counted.filter(({ one, other }) => one === entry || other === entry);
      return {
        entry,
        played: own.length,
        won: own.filter(({ winner }) => winner === entry).length,
        points: points.get(entry)!,
      };
    });
}
