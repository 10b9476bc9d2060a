// The contract between the pool and its workers. Both ends are built together, so inputs are typed, not parsed; what crosses is plain data.

import type { Result } from '../base/result';
import type { ImportedFile, ReadOptions } from '../calendar/imported';
import type { PackedFile } from '../calendar/unpack';
import type { HabitDayJob, HabitDayResult } from '../habits/habit-day';
import type { RequestInput, RequestOutput } from '../ipc/contract';
import type { Followed } from '../planning/follow-change';
import type { StoredModel } from '../posts/learning/stored-model';
import type { PlannedFile } from '../posts/plan-posts-file';
import type { PackedGroups } from '../tasks/packed-groups';
import type { SearchOutcome } from '../tournaments/best/best-timetable';
import type { Lane } from '../tournaments/best/lanes';
import type { CapacityAnswer } from '../tournaments/capacity';
import type { ScheduledMatch } from '../tournaments/timetable';

export type Jobs = {
  /** Reads one file. With `inParts` its items are given away as they are read, as `item-parts` writes them. */
  'calendar.read': {
    readonly input: {
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly options: ReadOptions;
      readonly inParts?: boolean;
    };
    readonly output: ImportedFile;
  };
  'calendar.unpack': {
    readonly input: RequestInput<'calendar.unpack'>;
    readonly output: Result<readonly PackedFile[], string>;
  };
  'calendar.expand': {
    readonly input: RequestInput<'calendar.expand'>;
    readonly output: RequestOutput<'calendar.expand'>;
  };
  'calendar.write': {
    readonly input: RequestInput<'calendar.write'>;
    readonly output: RequestOutput<'calendar.write'>;
  };
  /** Schedules; in the best mode it may be given some of the lanes only. */
  'tournament.schedule': {
    readonly input: RequestInput<'tournament.schedule'> & { readonly lanes?: readonly Lane[] };
    readonly output: SearchOutcome;
  };
  'tournament.repair': {
    readonly input: RequestInput<'tournament.repair'>;
    readonly output: readonly ScheduledMatch[];
  };
  'tournament.capacity': { readonly input: RequestInput<'tournament.capacity'>; readonly output: CapacityAnswer };
  /** Places groups of tasks that disturb no other, one after the other; gives `packResults` of them. */
  'plan.taskGroups': { readonly input: PackedGroups; readonly output: Float64Array };
  'plan.follow': { readonly input: RequestInput<'plan.follow'>; readonly output: Followed };
  /** Places the habits of a few days. */
  'plan.habitDays': { readonly input: HabitDayJob; readonly output: HabitDayResult };
  'posts.plan': {
    readonly input: RequestInput<'posts.plan'>;
    /** The plan with what the independent check found, or why the stretch cannot be planned. */
    readonly output: Result<
      Pick<PlannedFile, 'plan' | 'violations'> & { readonly from: string; readonly until: string },
      string
    >;
  };
  'posts.train': {
    readonly input: Omit<RequestInput<'posts.train'>, 'platforms'> & { readonly platform: string };
    readonly output: StoredModel;
  };
  'posts.import': {
    readonly input: RequestInput<'posts.import'>;
    /** What is no table at all has nothing to ask about either. */
    readonly output: RequestOutput<'posts.import'> | { readonly kind: 'refused'; readonly reason: string };
  };
};

/** What any pool can be made for; `Jobs` is ours. */
export type JobMap = { readonly [name: string]: { readonly input: unknown; readonly output: unknown } };

export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Jobs[Name]['input'];
export type JobOutput<Name extends JobName> = Jobs[Name]['output'];
