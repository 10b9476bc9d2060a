import type { Field } from './field';

/** What stands on every court, and how often each was used. Courts are numbers. */
export interface CourtBoard {
  isFree(court: number, start: number, end: number): boolean;
  /** The least used of the free courts, the first of equals; -1 when none is free. */
  leastUsed(start: number, end: number): number;
  /** The free court on which the gap around the match is the shortest, the first of equals; -1 when none is free. */
  tightest(start: number, end: number): number;
  /** How many are free for a match from `start` to `end`. */
  countFree(start: number, end: number): number;
  reserve(court: number, start: number, end: number): void;
}

export function courtBoard(field: Field): CourtBoard {
  const { courts } = field.problem;
  const taken: { start: number; end: number }[][] = courts.map(() => []);
  const isFree = (court: number, start: number, end: number): boolean =>
    courts[court]!.open.some((stretch) => stretch.start <= start && end <= stretch.end) &&
    taken[court]!.every((span) => span.end + field.changeover <= start || end + field.changeover <= span.start);
  const gapAt = (court: number, start: number, end: number): number => {
    const stretch = courts[court]!.open.find((one) => one.start <= start && end <= one.end)!;
    let from: number = stretch.start;
    let to: number = stretch.end;
    for (const span of taken[court]!) {
      if (span.end <= start) from = Math.max(from, span.end);
      if (span.start >= end) to = Math.min(to, span.start);
    }
    return to - from;
  };
  return {
    isFree,
    tightest(start, end) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let court = 0; court < courts.length; court += 1) {
        if (!isFree(court, start, end)) continue;
        const gap = gapAt(court, start, end);
        if (best >= 0 && gap >= least) continue;
        best = court;
        least = gap;
      }
      return best;
    },
    leastUsed(start, end) {
      let best = -1;
      for (let court = 0; court < courts.length; court += 1) {
        if (best >= 0 && taken[court]!.length >= taken[best]!.length) continue;
        if (isFree(court, start, end)) best = court;
      }
      return best;
    },
    countFree(start, end) {
      let free = 0;
      for (let court = 0; court < courts.length; court += 1) if (isFree(court, start, end)) free += 1;
      return free;
    },
    reserve(court, start, end) {
      taken[court]!.push({ start, end });
    },
  };
}
