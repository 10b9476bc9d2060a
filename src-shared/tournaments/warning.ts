import type { Instant } from '../time/instant';

/** What is not fine about a timetable. Closed list. */
export type WarningKind =
  | 'unplaced'
  | 'noCourt'
  | 'noUmpire'
  | 'noNeutralUmpire'
  | 'mayMeetOwnClub'
  | 'restShort'
  | 'overDailyLimit'
  | 'overLoad';

export interface Warning {
  readonly kind: WarningKind;
  readonly match: string;
  /** Ids of the people or courts concerned. */
  readonly who: readonly string[];
  readonly when: Instant | null;
  /** One sentence with names and numbers. */
  readonly message: string;
  /** What could be done instead without breaking a hard rule; null when there is nothing. */
  readonly alternative: Alternative | null;
}

export interface Alternative {
  /** `assign`: give the match this umpire. `swap`: exchange umpires with the other match. `move`: put the match there. */
  readonly kind: 'assign' | 'swap' | 'move';
  readonly umpire: string | null;
  readonly withMatch: string | null;
  readonly court: string | null;
  readonly start: Instant | null;
}
