// The vocabulary of every planner's answer: placements, unplaced demands with a reason, violations, metrics.
import { type Infer, s } from '../base/schema';
import { instantField } from '../time/fields';

export const demandKindSchema = s.enum(['task', 'habit', 'post', 'match']);

/** A named part of a score, 0 to 1, with the sentence that explains it ("2 days before due"). */
export const factorSchema = s.object({
  name: s.string(),
  value: s.number(),
  weight: s.number(),
  detail: s.string().default(''),
});

/** A demand that has its span. */
export const placementSchema = s.looseObject({
  kind: demandKindSchema,
  /** The demand: task id, habit id, … */
  id: s.string(),
  start: instantField,
  /** Exclusive. */
  end: instantField,
  /** Weighted mean of the factors, 0 to 1. */
  score: s.number().default(0),
  factors: s.array(factorSchema).default([]),
  /** Habits only: the local day it belongs to. */
  day: s.string().optional(),
  /** Split tasks only: which piece, from 0, of how many. */
  chunk: s.object({ index: s.int(), of: s.int() }).nullable().default(null),
  /** Fixed by the user; planning left it there. */
  pinned: s.boolean().default(false),
  /** Tasks with a due: minutes the end lies after it; 0 when in time. */
  lateMinutes: s.number().default(0),
  /** Tasks with a due: done before due minus buffer, inside it, late; none without a due. */
  slack: s.enum(['ample', 'tight', 'late', 'none']).default('none'),
  /** Said when a rule was bent for it, such as a pin that keeps no buffer. */
  notice: s.string().optional(),
});

/** Why a demand has no place. Closed list: a new reason is a new line here, in its explanation and in its test. */
export const unplacedReasonSchema = s.enum([
  'noDuration',
  'longerThanAnyFreeRunBeforeDue',
  'longerThanAnyFreeRun',
  'minimumChunkLongerThanAnyGap',
  'earliestStartAfterDue',
  'dependencyUnplaced',
  'dependencyCycle',
  'horizonEnds',
  'higherPriorityWorkFillsItsWindows',
  'noWorkingHours',
  'blockedByAllDayEvent',
  'noFreeRunInWindow',
  'paused',
]);

export const unplacedSchema = s.looseObject({
  kind: demandKindSchema,
  id: s.string(),
  reason: unplacedReasonSchema,
  /** The numbers, as a sentence: "needs 180 min, the longest free run before due is 150 min". */
  detail: s.string(),
  /** Habits only. */
  day: s.string().optional(),
});

/** A hard rule broken, with amount, unit and the two parties. A valid plan has none. */
export const violationSchema = s.object({
  rule: s.string(),
  amount: s.number(),
  unit: s.string(),
  /** Ids of the parties; the first is the demand. */
  parties: s.array(s.string()),
  message: s.string(),
});

export const congestionSchema = s.object({
  /** Local day, or the Monday of a week. */
  from: s.string(),
  unit: s.enum(['day', 'week']),
  /** Share of working minutes taken by events, 0 to 1; 1 when there are no working minutes. */
  busyShare: s.number(),
  freeMinutes: s.number(),
  longestRunMinutes: s.number(),
  workingMinutes: s.number(),
  /** Open task minutes, each task spread evenly over the free minutes of the days it may take: above `freeMinutes` the period is overbooked. */
  demandMinutes: s.number().default(0),
});

/** How often something was found in a cache, and how often it had to be computed. */
export const cacheUseSchema = s.object({ hits: s.number(), misses: s.number() });

/** How many attempts at improvement were made, and how many were kept because they bettered the plan. */
export const attemptsSchema = s.object({ tried: s.number(), kept: s.number() });

export const runMetricsSchema = s.looseObject({
  /** Milliseconds per phase: index, habits, group, place, improve, score, report, verify, store. */
  phases: s.record(s.string(), s.number()),
  /** Slots whose score was computed. */
  candidates: s.number(),
  cacheHits: s.number(),
  cacheMisses: s.number(),
  /** The same by kind: `freeTime` (the index of a calendar), `slotValues` (what a start is worth, shared by tasks alike). */
  caches: s.record(s.string(), cacheUseSchema).default({}),
  groups: s.number(),
  groupSizes: s.array(s.number()).default([]),
  /** Threads the work was shared among; 1 = it was done in place. */
  workers: s.number(),
  /** Groups that crossed to a thread, counted again in each round. */
  dispatched: s.number().default(0),
  /** Rounds of groups until the plan settled. */
  rounds: s.number().default(0),
  /** One piece to a better free place. */
  moves: attemptsSchema.default({ tried: 0, kept: 0 }),
  /** A piece takes the place of others, which find new ones. */
  swaps: attemptsSchema.default({ tried: 0, kept: 0 }),
  /** Days of habits whose placing is proven optimal, of how many. */
  provenDays: s.number().default(0),
  habitDays: s.number().default(0),
  congestion: s.array(congestionSchema).default([]),
  /** Free runs in the index. */
  freeRuns: s.number().default(0),
  /** Free runs passed over by the index because nothing of the wanted length is left in them, without being visited. */
  skippedRuns: s.number().default(0),
});

export const planQualitySchema = s.looseObject({
  /** Mean distance of placed habits from their target, in minutes. */
  meanHabitDeltaMinutes: s.number(),
  /** Free gaps under 30 minutes in the days' windows, the source's validator. */
  shortGaps: s.number(),
  unplaced: s.number(),
  /** Sum over tasks. */
  lateMinutes: s.number(),
  lateTasks: s.number(),
  /** Level 3: weighted mean of the task scores, 0 to 1. */
  preference: s.number(),
  placed: s.number(),
});

export const planSchema = s.looseObject({
  placements: s.array(placementSchema),
  unplaced: s.array(unplacedSchema),
  quality: planQualitySchema,
  metrics: runMetricsSchema,
});

export type Factor = Infer<typeof factorSchema>;
export type Placement = Infer<typeof placementSchema>;
export type UnplacedReason = Infer<typeof unplacedReasonSchema>;
export type Unplaced = Infer<typeof unplacedSchema>;
export type Violation = Infer<typeof violationSchema>;
export type Congestion = Infer<typeof congestionSchema>;
export type CacheUse = Infer<typeof cacheUseSchema>;
export type Attempts = Infer<typeof attemptsSchema>;
export type RunMetrics = Infer<typeof runMetricsSchema>;
export type PlanQuality = Infer<typeof planQualitySchema>;
export type Plan = Infer<typeof planSchema>;

/** The report of a run that has done nothing yet. */
export function emptyMetrics(): RunMetrics {
  return {
    phases: {},
    candidates: 0,
    cacheHits: 0,
    cacheMisses: 0,
    caches: {},
    groups: 0,
    groupSizes: [],
    workers: 1,
    dispatched: 0,
    rounds: 0,
    moves: { tried: 0, kept: 0 },
    swaps: { tried: 0, kept: 0 },
    provenDays: 0,
    habitDays: 0,
    congestion: [],
    freeRuns: 0,
    skippedRuns: 0,
  };
}
