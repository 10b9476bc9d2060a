// The answer of both modes: where and when every match is, what is not fine about it, and how good it is.
import type { Violation } from '../engine/plan';
import type { Instant } from '../time/instant';
import type { MakespanBound, Match } from './document';
import type { Warning } from './warning';

/** One match with its place. `court`, `umpire` and `start` are null where the organiser still has to decide. */
export interface ScheduledMatch {
  readonly match: Match;
  readonly court: string | null;
  readonly umpire: string | null;
  readonly start: Instant | null;
  /** Exclusive; null with `start`. */
  readonly end: Instant | null;
}

export interface Timetable {
  readonly matches: readonly ScheduledMatch[];
  readonly warnings: readonly Warning[];
  readonly quality: TimetableQuality;
  /** Hard rules broken: by pins that contradict each other or the hours. Always empty in the classic mode, which knows no such rules. */
  readonly violations: readonly Violation[];
}

/** The levels in their order, the first one first. Compared one after the other, never mixed. */
export interface TimetableQuality {
  readonly unplaced: number;
  /** From the start of the tournament to the end of the last match. */
  readonly makespanMinutes: number;
  /** What no timetable can be below, and why; null in the classic mode. */
  readonly bound: MakespanBound | null;
  readonly withoutUmpire: number;
  /** Matches whose umpire shares a club with a player who stands in it for certain. */
  readonly neutralityBreaches: number;
  /** Fewest breaches any umpires could have at these times; null when it was not computed. */
  readonly fewestBreaches: number | null;
  /** Most matches of an umpire minus fewest. */
  readonly umpireLoadRange: number;
  /** Matches beyond the longest allowed row without a pause, over all umpires. */
  readonly umpireRowExcess: number;
  /** Umpires who share a club with somebody who may reach their match. */
  readonly possibleBreaches: number;
  /** Most matches of a court minus fewest. */
  readonly courtLoadRange: number;
  /** Minutes between a player's matches beyond the rest, over all players who are certain. */
  readonly playerWaitMinutes: number;
}
