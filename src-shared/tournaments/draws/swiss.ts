// The Swiss system: everybody plays every round against somebody with about as many points, nobody twice.
import { by, descending, inOrder } from '../../base/ordering';
import type { Match, Slot } from '../document';
import type { Entrant } from './entrant';
import { bracketSize } from './seeded-lines';

export interface SwissNames {
  readonly prefix: string;
  readonly category: string | null;
  /** Null = as many as a knockout of that size has. */
  readonly rounds: number | null;
}

/** One who is to be paired. */
export interface SwissPlayer {
  readonly id: string;
  readonly points: number;
  /** The order among equal points; 0 is first. */
  readonly rank: number;
  readonly club: string | null;
  readonly met: ReadonlySet<string>;
  readonly hadBye: boolean;
}

export interface SwissRound {
  readonly pairs: readonly (readonly [string, string])[];
  readonly bye: string | null;
  /** Pairs that met before, because nobody else was left. */
  readonly repeated: number;
}

/** Round 1 with its pairs, the later ones with both sides still to be drawn. */
export function swissDraw(entrants: readonly Entrant[], names: SwissNames): Match[] {
  const perRound = Math.floor(entrants.length / 2);
  const wanted = names.rounds ?? Math.max(1, Math.log2(bracketSize(entrants.length)));
  const rounds = Math.min(wanted, entrants.length - 1 + (entrants.length % 2));
  const rank = new Map(
    [...entrants].sort(by(({ seed }) => seed ?? Number.MAX_SAFE_INTEGER)).map((entrant, index) => [entrant, index]),
  );
  const first = pairSwissRound(
    entrants.map((entrant) => ({
      id: entrant.slot as string,
      points: 0,
      rank: rank.get(entrant)!,
      club: entrant.club,
      met: new Set<string>(),
      hadBye: false,
    })),
  );
  const matches: Match[] = [];
  for (let round = 1; round <= rounds; round += 1)
    for (let number = 1; number <= perRound; number += 1) {
      const entries: [Slot, Slot] = round === 1 ? [...first.pairs[number - 1]!] : [null, null];
      matches.push({ id: `${names.prefix}r${round}m${number}`, round, entries, category: names.category, group: null });
    }
  return matches;
}

/**
 * Pairs a round: within equal points the upper half meets the lower half, clubmates later if it can be helped, nobody twice while that
 * is possible. With an odd number the last in the standings who had no bye yet rests. Searches back at most `patience` times.
 */
export function pairSwissRound(players: readonly SwissPlayer[], patience = 20_000): SwissRound {
  const standing = [...players].sort(
    inOrder(
      descending(by(({ points }) => points)),
      by(({ rank }) => rank),
    ),
  );
  let bye: SwissPlayer | undefined;
  if (standing.length % 2 === 1) {
    bye = standing.findLast(({ hadBye }) => !hadBye) ?? standing.at(-1)!;
    standing.splice(standing.indexOf(bye), 1);
  }
  const search = { left: patience };
  const strict = pairFrom(standing, search, false);
  const pairs = strict ?? pairFrom(standing, { left: Number.POSITIVE_INFINITY }, true)!;
  return {
    pairs: pairs.map(([one, other]) => [one.id, other.id] as const),
    bye: bye?.id ?? null,
    repeated: pairs.filter(([one, other]) => one.met.has(other.id)).length,
  };
}

/** Depth first from the top of the standings; null when every way ends in a repetition (or patience does). */
function pairFrom(
  open: readonly SwissPlayer[],
  search: { left: number },
  repeatAllowed: boolean,
): [SwissPlayer, SwissPlayer][] | null {
  const top = open[0];
  if (!top) return [];
  for (const opponent of opponentsInOrder(top, open)) {
    if (search.left <= 0) return null;
    search.left -= 1;
    if (!repeatAllowed && top.met.has(opponent.id)) continue;
    const rest = pairFrom(
      open.filter((player) => player !== top && player !== opponent),
      search,
      repeatAllowed,
    );
    if (rest) return [[top, opponent], ...rest];
  }
  return null;
}

/** The opponent half a point group below comes first; then the nearest to it, clubmates and old opponents behind all others of the group. */
function opponentsInOrder(top: SwissPlayer, open: readonly SwissPlayer[]): SwissPlayer[] {
  const others = open.slice(1);
  const sameGroup = others.filter(({ points }) => points === top.points).length;
  const ideal = Math.floor((sameGroup + 1) / 2) - 1;
  return others
    .map((player, index) => ({ player, index }))
    .sort(
      inOrder(
        by(({ player }) => (top.met.has(player.id) ? 1 : 0)),
        by(({ player }) => top.points - player.points),
        by(({ player }) => (player.club !== null && player.club === top.club ? 1 : 0)),
        by(({ index }) => Math.abs(index - Math.max(ideal, 0))),
        by(({ index }) => index),
      ),
    )
    .map(({ player }) => player);
}
