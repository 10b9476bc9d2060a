import type { Match, Slot } from '../document';

export interface KnockoutNames {
  /** Before every id: empty, or the category with a dash. */
  readonly prefix: string;
  /** `r` for the main draw, `c` for the consolation: ids read `r1m2`. */
  readonly stem: string;
  readonly category: string | null;
  /** The number of the first round. */
  readonly firstRound: number;
}

/** A line of the draw: a slot, or a bye. */
export type Line = { readonly slot: Slot } | 'bye';

export interface Knockout {
  readonly matches: Match[];
  /** Who is left: the winner of the final, or the only entry. */
  readonly winner: Slot;
}

/**
 * The matches of a knockout over lines, whose number is a power of two, round by round from the top.
 * Whoever meets a bye goes on without a match, so a draw of n entries always has n - 1 matches.
 */
export function knockout(lines: readonly Line[], names: KnockoutNames): Knockout {
  const matches: Match[] = [];
  let open = lines;
  for (let round = 1; open.length > 1; round += 1) {
    const next: Line[] = [];
    let number = 0;
    for (let top = 0; top < open.length; top += 2) {
      const one = open[top]!;
      const other = open[top + 1]!;
      if (one === 'bye' || other === 'bye') {
        next.push(one === 'bye' ? other : one);
        continue;
      }
      number += 1;
      const id = `${names.prefix}${names.stem}${round}m${number}`;
      matches.push({
        id,
        round: names.firstRound + round - 1,
        entries: [one.slot, other.slot],
        category: names.category,
        group: null,
      });
      next.push({ slot: { winnerOf: id } });
    }
    open = next;
  }
  const last = open[0];
  return { matches, winner: last === undefined || last === 'bye' ? null : last.slot };
}

/** The losers of the semi-finals, or null when there are not two of them. It is played in the round of the final. */
export function thirdPlaceMatch(matches: readonly Match[], prefix: string): Match | null {
  const final = matches.at(-1);
  const semiFinals = (final?.entries ?? []).flatMap((slot) =>
    slot !== null && typeof slot === 'object' && typeof slot.winnerOf === 'string' ? [slot.winnerOf] : [],
  );
  if (!final || semiFinals.length < 2) return null;
  return {
    id: `${prefix}third`,
    round: final.round,
    entries: [{ loserOf: semiFinals[0]! }, { loserOf: semiFinals[1]! }],
    category: final.category,
    group: null,
  };
}

/** Lines of the consolation: the losers of the first round in its order; a bye where nobody lost. */
export function consolationLines(lines: readonly Line[], matches: readonly Match[]): Line[] {
  let played = 0;
  const losers: Line[] = [];
  for (let top = 0; top + 1 < lines.length; top += 2) {
    if (lines[top] === 'bye' || lines[top + 1] === 'bye') losers.push('bye');
    else losers.push({ slot: { loserOf: matches[played++]!.id } });
  }
  return losers;
}
