// What people call a round: "Quarter-final" and "QF" rather than round 3.
import type { Match } from './document';
import { feederOfSlot } from './slot';

export interface RoundName {
  /** "Quarter-final", "Round of 16", "Third place", "Group A, round 2", "Round 2", "Consolation semi-final". */
  readonly long: string;
  /** "QF", "R16", "3rd", "A2", "R2", "C SF". */
  readonly short: string;
}

const LAST_ROUNDS: readonly RoundName[] = [
  { long: 'Final', short: 'F' },
  { long: 'Semi-final', short: 'SF' },
  { long: 'Quarter-final', short: 'QF' },
];

/** By the id of the match. */
export function roundNames(matches: readonly Match[]): Map<string, RoundName> {
  const names = new Map<string, RoundName>();
  const byId = new Map(matches.map((match) => [match.id, match]));
  const isFed = new Set(matches.flatMap(({ entries }) => entries.flatMap((slot) => feederOfSlot(slot) ?? [])));
  const isKnockout = (match: Match): boolean =>
    isFed.has(match.id) || match.entries.some((slot) => feederOfSlot(slot) !== null) || isGroupPlace(match);
  for (const match of matches) {
    if (match.group !== null) {
      names.set(match.id, {
        long: `Group ${match.group}, round ${match.round}`,
        short: `${match.group}${match.round}`,
      });
    } else if (!isKnockout(match)) names.set(match.id, { long: `Round ${match.round}`, short: `R${match.round}` });
  }
  // From every last match back along the winners: a bracket of its own, as deep as it goes.
  const winnersGoOn = new Set(matches.flatMap(({ entries }) => entries.flatMap((slot) => winnerOf(slot) ?? [])));
  for (const last of matches) {
    if (names.has(last.id) || winnersGoOn.has(last.id)) continue;
    const bracket = bracketOf(last, byId);
    const takesLosers = bracket.some(({ match }) => match.entries.some((slot) => loserOf(slot) !== null));
    const isThirdPlace = bracket.length === 1 && last.entries.every((slot) => loserOf(slot) !== null);
    for (const { match, depth } of bracket) {
      if (isThirdPlace && feedsOfFinal(match, matches)) names.set(match.id, { long: 'Third place', short: '3rd' });
      else {
        const name = LAST_ROUNDS[depth] ?? { long: `Round of ${2 ** (depth + 1)}`, short: `R${2 ** (depth + 1)}` };
        names.set(match.id, takesLosers ? consolation(name) : name);
      }
    }
  }
  return names;
}

function bracketOf(last: Match, byId: ReadonlyMap<string, Match>): { readonly match: Match; readonly depth: number }[] {
  const found = [{ match: last, depth: 0 }];
  for (let at = 0; at < found.length; at += 1) {
    const { match, depth } = found[at]!;
    for (const slot of match.entries) {
      const feeder = byId.get(winnerOf(slot) ?? '');
      if (feeder) found.push({ match: feeder, depth: depth + 1 });
    }
  }
  return found;
}

/** Its losers come from the two matches whose winners meet in one match: the semi-finals. */
function feedsOfFinal(match: Match, matches: readonly Match[]): boolean {
  const semis = match.entries.map(loserOf);
  return matches.some(({ entries }) => {
    const winners = entries.map(winnerOf);
    return semis.every((semi) => winners.includes(semi));
  });
}

function consolation({ long, short }: RoundName): RoundName {
  return { long: `Consolation ${long.charAt(0).toLowerCase()}${long.slice(1)}`, short: `C ${short}` };
}

function winnerOf(slot: Match['entries'][number]): string | null {
  return slot !== null && typeof slot === 'object' && 'winnerOf' in slot ? feederOfSlot(slot) : null;
}

function loserOf(slot: Match['entries'][number]): string | null {
  return slot !== null && typeof slot === 'object' && 'loserOf' in slot ? feederOfSlot(slot) : null;
}

function isGroupPlace({ entries }: Match): boolean {
  return entries.some((slot) => slot !== null && typeof slot === 'object' && 'group' in slot);
}
