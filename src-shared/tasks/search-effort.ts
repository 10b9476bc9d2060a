import type { Attempts, CacheUse } from '../engine/plan';

/** What a search did, for the report of the run; nothing here decides anything. */
export interface SearchEffort {
  /** Slots whose score was computed. */
  candidates: number;
  /** Attempts at improvement made. */
  steps: number;
  readonly moves: Counted<Attempts>;
  readonly swaps: Counted<Attempts>;
  /** Free runs the index passed over unvisited. */
  skippedRuns: number;
  /** Tables of slot values: shared with an earlier task alike, or made. */
  readonly slotValues: Counted<CacheUse>;
  /** Of the time the search took, what went into improving; 0 without a clock. */
  improveMilliseconds: number;
}

type Counted<T> = { -readonly [Key in keyof T]: number };

export function noEffort(): SearchEffort {
  return {
    candidates: 0,
    steps: 0,
    moves: { tried: 0, kept: 0 },
    swaps: { tried: 0, kept: 0 },
    skippedRuns: 0,
    slotValues: { hits: 0, misses: 0 },
    improveMilliseconds: 0,
  };
}

export function addEffort(to: SearchEffort, more: Readonly<SearchEffort>): void {
  to.candidates += more.candidates;
  to.steps += more.steps;
  to.moves.tried += more.moves.tried;
  to.moves.kept += more.moves.kept;
  to.swaps.tried += more.swaps.tried;
  to.swaps.kept += more.swaps.kept;
  to.skippedRuns += more.skippedRuns;
  to.slotValues.hits += more.slotValues.hits;
  to.slotValues.misses += more.slotValues.misses;
  to.improveMilliseconds += more.improveMilliseconds;
}
