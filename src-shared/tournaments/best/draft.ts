// A timetable under construction, by match index.

export interface Draft {
  /** Milliseconds; NaN = no place. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** -1 = none. */
  readonly court: Int32Array;
  readonly umpire: Int32Array;
}

export function emptyDraft(matches: number): Draft {
  return {
    start: new Float64Array(matches).fill(Number.NaN),
    end: new Float64Array(matches).fill(Number.NaN),
    court: new Int32Array(matches).fill(-1),
    umpire: new Int32Array(matches).fill(-1),
  };
}

export function copyDraft(draft: Draft): Draft {
  return {
    start: draft.start.slice(),
    end: draft.end.slice(),
    court: draft.court.slice(),
    umpire: draft.umpire.slice(),
  };
}

export function isPlaced(draft: Draft, match: number): boolean {
  return !Number.isNaN(draft.start[match]!);
}
