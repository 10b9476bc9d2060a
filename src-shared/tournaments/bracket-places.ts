// Where a match stands in its bracket: how far from the title, and in which bracket of its category.

import { assertNever } from '../base/assert-never';
import { groupBy } from '../base/group-by';
import { categoriesOf } from './categories';
import type { DrawType, Match, TournamentDocument } from './document';
import { feederOfSlot } from './slot';

export interface BracketPlace {
  readonly kind: 'main' | 'third' | 'consolation';
  /** The last match of the bracket it belongs to. */
  readonly final: string;
  /** Matches after it on the way to the title: 0 = final, 1 = semi-final. */
  readonly depth: number;
}

/** The place of every match that stands in a bracket; matches of groups, round robins and Swiss rounds are not in it. */
export function bracketPlaces(document: TournamentDocument, matches: readonly Match[]): Map<string, BracketPlace> {
  const types = new Map(categoriesOf(document).map(({ id, type }) => [id, type]));
  const goesTo = winnersGoTo(matches);
  const chains = new Map<string, { final: string; depth: number }>();
  const chainOf = (id: string): { final: string; depth: number } => {
    const known = chains.get(id);
    if (known) return known;
    const next = goesTo.get(id);
    const after = next === undefined ? null : chainOf(next);
    const chain = after === null ? { final: id, depth: 0 } : { final: after.final, depth: after.depth + 1 };
    chains.set(id, chain);
    return chain;
  };
  const inBracket = matches.filter((match) => isKnockout(match, types.get(match.category) ?? document.type, goesTo));
  const members = groupBy(inBracket, ({ id }) => chainOf(id).final);
  return new Map(
    inBracket.map((match) => {
      const chain = chainOf(match.id);
      return [match.id, { ...chain, kind: kindOf(members.get(chain.final)!) }] as const;
    }),
  );
}

function winnersGoTo(matches: readonly Match[]): Map<string, string> {
  const goesTo = new Map<string, string>();
  for (const match of matches)
    for (const slot of match.entries)
      if (slot !== null && typeof slot === 'object' && typeof slot.winnerOf === 'string')
        goesTo.set(slot.winnerOf, match.id);
  return goesTo;
}

/** A given match counts as one of a bracket when winners go on from it or come to it. */
function isKnockout(match: Match, type: DrawType, goesTo: ReadonlyMap<string, string>): boolean {
  if (match.group !== null) return false;
  switch (type) {
    case 'knockout':
    case 'groupsKnockout':
      return true;
    case 'roundRobin':
    case 'swiss':
      return false;
    case 'given':
      return goesTo.has(match.id) || match.entries.some((slot) => feederOfSlot(slot) !== null);
    default:
      return assertNever(type);
  }
}

function kindOf(bracket: readonly Match[]): BracketPlace['kind'] {
  const takesLosers = bracket.some(({ entries }) =>
    entries.some((slot) => slot !== null && typeof slot === 'object' && 'loserOf' in slot),
  );
  if (!takesLosers) return 'main';
  return bracket.length === 1 ? 'third' : 'consolation';
}
