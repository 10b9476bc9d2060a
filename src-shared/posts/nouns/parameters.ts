import { type Infer, s } from '../../base/schema';

/** The numbers learning may turn. Bounds are part of the field: nothing may leave them. */
export const parametersSchema = s.looseObject({
  /** Weight of demographic adjustments in a timing score. */
  demographicWeight: s.number().min(0).max(1).default(0.3),
  /** Weight of format adjustments. */
  formatWeight: s.number().min(0).max(1).default(0.2),
  /** Weight of season adjustments. */
  seasonWeight: s.number().min(0).max(1).default(0.1),
  /** How many posts of one's own weigh as much as the prior of a cell. */
  priorStrength: s.number().min(0).max(1000).default(10),
  /** Share of posts that may go to cells hardly tried. */
  explorationRate: s.number().min(0).max(1).default(0.1),
  /** Weight of the newest value in exponential smoothing. */
  smoothing: s.number().gt(0).max(1).default(0.2),
  /** Posts in flight at once, all platforms together. */
  maxConcurrentPosts: s.int().min(1).max(100).default(3),
  /** What urgent posts may use. */
  maxUrgentConcurrentPosts: s.int().min(1).max(100).default(5),
  /** Every minimum gap is multiplied by this. */
  gapFactor: s.number().min(1).max(3).default(1),
  /** Between posts of one duplicate group that name no gap. */
  duplicateGapHours: s.number().min(0).max(8784).default(24),
  /** Seconds before the first retry after a 429. */
  initialBackoffSeconds: s.number().positive().max(3600).default(1),
  backoffMultiplier: s.number().min(1).max(10).default(2),
  maxBackoffSeconds: s.number().positive().max(86_400).default(60),
});

export type Parameters = Infer<typeof parametersSchema>;

export const STARTING_PARAMETERS: Parameters = parametersSchema.parse({});
