import { cheapestAssignment } from './assignment';
import { type Draft, isPlaced } from './draft';
import type { Field } from './field';
import { breachesOf, type UmpireTable } from './umpire-exchange';

const NO_UMPIRE = 1e9;

/**
 * No umpires at these times have fewer breaches: within matches that overlap each other everyone umpires once at most, so an exact
 * matching of every such set counts its fewest, and the sets share no match. Where times form waves the sum is reached.
 */
export function fewestBreaches(field: Field, draft: Draft, table: UmpireTable): number {
  const umpires = field.problem.umpires.length;
  if (umpires === 0 || breachesOf(field, draft) === 0) return 0;
  let sum = 0;
  for (const clique of table.cliques) {
    const matches = clique.filter((match) => isPlaced(draft, match) && draft.umpire[match]! >= 0);
    if (matches.length === 0) continue;
    const cost = matches.map((match) => {
      const line = new Array<number>(umpires + matches.length).fill(NO_UMPIRE);
      for (const umpire of table.eligible[match]!) line[umpire] = field.matches[match]!.breach[umpire]!;
      return line;
    });
    const columns = cheapestAssignment(cost);
    for (const [row, column] of columns.entries()) sum += cost[row]![column]! === 1 ? 1 : 0;
  }
  return sum;
}
