import { groupBy } from '../../base/group-by';
// Everyone against everyone by the circle method, with the canonical sides (D. de Werra, "Scheduling in sports", 1981): over the
// whole event nobody stands on the same side more than once oftener than on the other, with the fewest breaks possible.

/** Rounds of pairs. An odd number leaves one out each round. No two pairs of a round share anyone; every pair appears once. */
export function roundRobin<T>(entries: readonly T[]): (readonly [T, T])[][] {
  const count = entries.length + (entries.length % 2);
  const turning = count - 1;
  const rounds: (readonly [T, T])[][] = [];
  for (let round = 0; round < turning; round += 1) {
    const pairs: (readonly [number, number])[] = [round % 2 === 0 ? [round, turning] : [turning, round]];
    for (let step = 1; step < count / 2; step += 1) {
      const ahead = (round + step) % turning;
      const behind = (round - step + turning) % turning;
      pairs.push(step % 2 === 1 ? [ahead, behind] : [behind, ahead]);
    }
    rounds.push(
      pairs
        .filter(([one, other]) => one < entries.length && other < entries.length)
        .map(([one, other]) => [entries[one]!, entries[other]!] as const),
    );
  }
  return rounds;
}

/**
 * The pairs of a round in an order in which the same two clubs follow each other as seldom as possible, so that matches that
 * run side by side need different umpires. Otherwise the order is kept.
 */
export function spreadClubs<T>(
  pairs: readonly (readonly [T, T])[],
  clubOf: (entry: T) => string | null,
): (readonly [T, T])[] {
  const waiting = groupBy(pairs, (pair) => JSON.stringify(pair.map(clubOf).sort()));
  const spread: (readonly [T, T])[] = [];
  let last = '';
  while (spread.length < pairs.length) {
    let best = '';
    for (const [key, open] of waiting)
      if (open.length > 0 && key !== last && open.length > (waiting.get(best)?.length ?? 0)) best = key;
    last = best === '' ? last : best;
    spread.push(waiting.get(last)!.shift()!);
  }
  return spread;
}
