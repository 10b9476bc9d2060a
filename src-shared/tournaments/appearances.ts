// Who may play an undecided match. A person who may reach two matches on one way through the draw meets them one after the other or only
// one of them; two ways (two events, two groups) may really happen both. So every possible player carries the ways by which he comes.
import type { Slot } from './document';
import { entryIn, type ResolvedMatch } from './resolve';
import { feederOfSlot, groupOfSlot, isOfGroup } from './slot';

/** Person -> the ways that lead him there, as numbers. */
export type Appearances = ReadonlyMap<string, ReadonlySet<number>>;

export interface MayPlay {
  readonly people: Appearances;
  readonly entries: ReadonlySet<string>;
}

interface Collected {
  readonly people: Map<string, Set<number>>;
  readonly entries: Set<string>;
}

/** For every match, in its order. A way is a certain place in a match, or a group whose places are open. */
export function appearancesOf(
  matches: readonly ResolvedMatch[],
  peopleOf: (entry: string) => readonly string[],
): MayPlay[] {
  const indexOf = new Map(matches.map(({ match }, index) => [match.id, index]));
  const namedWays = new Map<string, number>();
  const wayNamed = (name: string): number => {
    const way = namedWays.get(name) ?? matches.length * 2 + namedWays.size;
    namedWays.set(name, way);
    return way;
  };
  const takers = takersOfOutcomes(matches);
  const found = new Map<number, Collected>();

  const mayPlay = (index: number): Collected => {
    const known = found.get(index);
    if (known) return known;
    const own: Collected = { people: new Map(), entries: new Set() };
    found.set(index, own);
    const { match, slots } = matches[index]!;
    for (const [side, slot] of slots.entries()) {
      const entry = entryIn(slot);
      const feeder = slot === 'nobody' ? undefined : indexOf.get(feederOfSlot(slot as Slot) ?? '');
      const group = slot === 'nobody' ? null : groupOfSlot(slot as Slot);
      if (entry !== null) admit(own, entry, index * 2 + side);
      else if (feeder !== undefined) join(own, mayPlay(feeder), takers.get(JSON.stringify(slot))! > 1 ? index : null);
      else if (group !== null) admitGroup(own, match.category, group);
    }
    return own;
  };

  const admitGroup = (own: Collected, category: string | null, group: string): void => {
    const way = wayNamed(JSON.stringify([category, group]));
    for (const other of matches) {
      if (!isOfGroup(other.match, group, category)) continue;
      for (const slot of other.slots) {
        const member = entryIn(slot);
        if (member !== null) admit(own, member, way);
      }
    }
  };

  const admit = (own: Collected, entry: string, way: number): void => {
    own.entries.add(entry);
    for (const person of peopleOf(entry)) {
      const ways = own.people.get(person) ?? new Set();
      own.people.set(person, ways.add(way));
    }
  };

  /** The loser of one match may have to play two others (third place and consolation): from there on he comes on ways of their own. */
  const join = (own: Collected, from: MayPlay, forkedAt: number | null): void => {
    for (const entry of from.entries) own.entries.add(entry);
    for (const [person, ways] of from.people) {
      const mine = own.people.get(person) ?? new Set();
      for (const way of ways) mine.add(forkedAt === null ? way : wayNamed(`${way} from ${forkedAt}`));
      own.people.set(person, mine);
    }
  };

  return matches.map((_, index) => mayPlay(index));
}

/** How many slots wait for the same winner or loser. */
function takersOfOutcomes(matches: readonly ResolvedMatch[]): Map<string, number> {
  const takers = new Map<string, number>();
  for (const { slots } of matches)
    for (const slot of slots) {
      const outcome = JSON.stringify(slot);
      takers.set(outcome, (takers.get(outcome) ?? 0) + 1);
    }
  return takers;
}

/** Somebody may have to play both, on two different ways; null when nobody. */
export function sharedPlayer(one: Appearances, other: Appearances): string | null {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const [person, ways] of small) {
    const others = large.get(person);
    if (!others) continue;
    if (ways.size > 1 || others.size > 1) return person;
    for (const way of ways) if (!others.has(way)) return person;
  }
  return null;
}
