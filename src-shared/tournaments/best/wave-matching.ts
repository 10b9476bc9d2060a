/**
 * Grows a matching of matches to umpires one match at a time, by augmenting paths (H. W. Kuhn, 1955). A match is taken only when all taken
 * before can keep an umpire, so taking in order of urgency gives the most urgent set that can be served: such sets form a matroid.
 */
export interface WaveMatching {
  /** False, and nothing changes, when no umpire can be found for it. */
  take(match: number, umpires: readonly number[]): boolean;
  readonly size: number;
}

export function waveMatching(umpireCount: number): WaveMatching {
  const matchOf = new Int32Array(umpireCount).fill(-1);
  const choices = new Map<number, readonly number[]>();
  let seen = new Uint8Array(umpireCount);

  const augment = (match: number): boolean => {
    for (const umpire of choices.get(match)!) {
      if (seen[umpire]) continue;
      seen[umpire] = 1;
      if (matchOf[umpire]! < 0 || augment(matchOf[umpire]!)) {
        matchOf[umpire] = match;
        return true;
      }
    }
    return false;
  };

  return {
    take(match, umpires) {
      choices.set(match, umpires);
      seen = new Uint8Array(umpireCount);
      if (augment(match)) return true;
      choices.delete(match);
      return false;
    },
    get size() {
      return choices.size;
    },
  };
}
