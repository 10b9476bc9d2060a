import { by, inOrder } from '../../base/ordering';
import type { Entrant } from './entrant';

/**
 * Entrants into groups whose sizes differ by one at most: seeds in a snake (1 2 3 3 2 1 ...), then everyone else, each into the group
 * with the fewest clubmates among those that have the fewest members.
 */
export function groupsOf(entrants: readonly Entrant[], count: number, separateClubs: boolean): Entrant[][] {
  const groups: Entrant[][] = Array.from({ length: count }, () => []);
  const seeded = entrants.filter(({ seed }) => seed !== null).sort(by(({ seed }) => seed!));
  seeded.forEach((entrant, index) => {
    const turn = index % (2 * count);
    groups[turn < count ? turn : 2 * count - 1 - turn]!.push(entrant);
  });
  for (const entrant of entrants.filter(({ seed }) => seed === null)) {
    const mates = (group: readonly Entrant[]): number =>
      separateClubs && entrant.club !== null ? group.filter(({ club }) => club === entrant.club).length : 0;
    [...groups]
      .sort(
        inOrder(
          by((group) => group.length),
          by(mates),
        ),
      )[0]!
      .push(entrant);
  }
  return groups;
}

/** "A" to "Z", then "A2" and so on. */
export function groupName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
