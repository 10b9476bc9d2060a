// Tasks as the search sees them, and the job that carries them to a worker: numbers and plain arrays only.
import type { EpochMinute, MinuteSpan } from '../engine/epoch-minute';
import type { FreeTime } from '../engine/free-time';
import type { LocalClock } from '../engine/local-clock';
import type { EnergyLevel } from '../engine/settings';
import type { SearchEffort } from './search-effort';

/** What a priority weighs on every level: P1 8, P2 4, P3 2, P4 1. */
export const PRIORITY_WEIGHT: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 8, 2: 4, 3: 2, 4: 1 };

export interface TaskDemand {
  readonly id: string;
  /** What is still to be placed. At least 1. */
  readonly minutes: number;
  readonly weight: number;
  /** Not before: now plus lead, earliest start, and the end of everything fixed it depends on. */
  readonly earliest: EpochMinute;
  /** Exclusive; the end of the horizon, or the start of a pinned task that waits for this one. */
  readonly latestEnd: EpochMinute;
  readonly due: EpochMinute | null;
  /** `null`: in one piece. */
  readonly chunk: { readonly min: number; readonly max: number } | null;
  readonly energy: EnergyLevel | null;
  /** Preferred wall-clock window, minutes after midnight; an end at or before the start reaches into the next day. */
  readonly part: { readonly from: number; readonly to: number } | null;
  /** Rather not before, as was learned. */
  readonly ratherFrom: EpochMinute | null;
  readonly project: string | null;
  /** Positions, in the same list, of the demands that must end before this one starts. */
  readonly dependsOn: readonly number[];
  /** Its places in the plan in force, kept unless something better is gained. */
  readonly present: readonly MinuteSpan[];
}

export interface EnergyBand {
  /** Minutes after local midnight. */
  readonly from: number;
  readonly to: number;
  readonly level: EnergyLevel;
}

/** A block that stays where it is and counts for nearness to its project: a pinned task, work under way. */
export interface ProjectBlock extends MinuteSpan {
  readonly project: string;
}

/** Everything about time that all groups of one plan share. */
export interface TaskFrame {
  readonly now: EpochMinute;
  readonly gridMinutes: number;
  readonly bufferMinutes: number;
  readonly clock: LocalClock;
  readonly energy: readonly EnergyBand[];
}

export interface TaskGroupJob {
  readonly frame: TaskFrame;
  readonly free: FreeTime;
  readonly demands: readonly TaskDemand[];
  /** Where the search begins with each demand instead of the plan in force, without any wish to stay there; absent: with the plan in force. */
  readonly begin?: readonly (readonly MinuteSpan[])[];
  readonly projectBlocks: readonly ProjectBlock[];
  /** `greedy` is the named baseline: earliest fit by due date. */
  readonly algorithm: 'best' | 'greedy';
  /** Attempts at improvement, at most. */
  readonly steps: number;
  readonly seed: number;
}

export interface TaskGroupResult {
  /** One list a demand, in the order of the demands, sorted by start; empty = no place found in this group. */
  readonly pieces: readonly (readonly MinuteSpan[])[];
  readonly effort: SearchEffort;
}
