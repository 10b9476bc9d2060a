import { type Infer, s } from '../../base/schema';
import { instantField, wallTimeField, zoneField } from '../../time/fields';

/** Why a post has no place. Closed list: a new reason is a new line here, in its sentence and in its test. */
export const postUnplacedReasonSchema = s.enum([
  'windowEmpty',
  'noAllowedTime',
  'minimumGap',
  'concurrency',
  'dailyCap',
  'quota',
  'duplicateTooClose',
  'campaignTooClose',
  'minuteTaken',
]);

export const postPlacementSchema = s.looseObject({
  id: s.string(),
  platform: s.string(),
  start: instantField,
  /** Timing score of that time, 0 to 1. */
  score: s.number().min(0).max(1),
  /** From 1, in time; the posts of one wave run side by side. */
  wave: s.int().min(1),
  /** What the wall shows there; with the zone it outlives a change of the clocks' rules. */
  wallTime: wallTimeField,
  timeZone: zoneField,
  /** Whether it lies in a preferred window; null where the platform has none. */
  preferred: s.boolean().nullable(),
  pinned: s.boolean().default(false),
});

export const postUnplacedSchema = s.looseObject({
  id: s.string(),
  platform: s.string(),
  reason: postUnplacedReasonSchema,
  /** The numbers, as a sentence. */
  detail: s.string(),
});

export const waveSchema = s.looseObject({
  wave: s.int().min(1),
  start: instantField,
  ids: s.array(s.string()),
});

/** A schedule plan: what a batch pipeline takes, and what the app stores as the plan in force. */
export const postingPlanSchema = s.looseObject({
  bulkJobId: s.string().nullable().default(null),
  placements: s.array(postPlacementSchema),
  unplaced: s.array(postUnplacedSchema),
  waves: s.array(waveSchema),
  quality: s.looseObject({
    placed: s.int(),
    unplaced: s.int(),
    /** Sum of tier weight x worth; what is maximised once nothing more can be placed. */
    worth: s.number(),
    /** No plan can be worth more; null when nothing was proven. */
    bound: s.number().nullable(),
    /** Whether this plan is proven to be the best. */
    optimal: s.boolean(),
    meanScore: s.number(),
    outsidePreferred: s.int(),
  }),
});

export type PostUnplacedReason = Infer<typeof postUnplacedReasonSchema>;
export type PostPlacement = Infer<typeof postPlacementSchema>;
export type PostUnplaced = Infer<typeof postUnplacedSchema>;
export type PostWave = Infer<typeof waveSchema>;
export type PostingPlan = Infer<typeof postingPlanSchema>;
