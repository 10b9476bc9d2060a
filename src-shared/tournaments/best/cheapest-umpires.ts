import { cheapestAssignment } from './assignment';
import type { Chosen } from './choose-wave';
import type { Field } from './field';

/** Dearer than every assignment of a wave that keeps everyone's umpire. */
const NO_UMPIRE = 1e12;
const NOT_ELIGIBLE = 1e14;

/**
 * Umpires for matches that start together, -1 for none: fewest breaches; among those least load so far, then fewest rows that grow too
 * long, then fewest who may meet their own club. One level is a digit of the cost: a load is below 10,000 and a wave below 1,000 matches,
 * so no lower level can outweigh a higher one. `rows`: matches without a pause that every umpire has had up to now.
 */
export function cheapestUmpires(
  field: Field,
  chosen: readonly Pick<Chosen, 'match' | 'umpires'>[],
  loads: Int32Array,
  rows: Int32Array,
): number[] {
  const umpires = field.problem.umpires.length;
  if (umpires === 0 || chosen.length === 0) return chosen.map(() => -1);
  const most = field.problem.document.options.umpireMaxInRow;
  const columns = umpires + chosen.length;
  const cost = chosen.map(({ match, umpires: eligible }) => {
    const line = new Array<number>(columns).fill(NOT_ELIGIBLE);
    for (const umpire of eligible) {
      const load = Math.min(loads[umpire]!, 9_999);
      const tooLong = rows[umpire]! >= most ? 1 : 0;
      line[umpire] = ((match.breach[umpire]! * 10_000 + load) * 2 + tooLong) * 2 + match.mayBreach[umpire]!;
    }
    line.fill(NO_UMPIRE, umpires);
    return line;
  });
  return cheapestAssignment(cost).map((column, index) => (cost[index]![column]! >= NO_UMPIRE ? -1 : column));
}
