import { type Infer, s } from '../../base/schema';
import { idField, instantField } from '../../time/fields';

const count = s.number().min(0);

/** How one published post did. Figures nobody knows are null, never 0. */
export const performanceRecordSchema = s.looseObject({
  /** Where it is stored; a record just read has none yet. */
  id: idField.optional(),
  platform: idField,
  contentType: idField.nullable().default(null),
  postedAt: instantField,
  /** False where an export named the day only: nothing is learned about hours from it. */
  hourKnown: s.boolean().default(true),
  /** The queue's post. */
  postId: idField.nullable().default(null),
  /** The platform's own id or link, from an export. */
  externalId: idField.nullable().default(null),
  reach: count.nullable().default(null),
  impressions: count.nullable().default(null),
  /** Interactions by reach, 0.045 = 4.5 %. */
  engagementRate: count.nullable().default(null),
  watchTimeMinutes: count.nullable().default(null),
  likes: count.nullable().default(null),
  comments: count.nullable().default(null),
  shares: count.nullable().default(null),
  clicks: count.nullable().default(null),
  isSuccessful: s.boolean().nullable().default(null),
  jobId: idField.nullable().default(null),
  /** When the plan wanted it. */
  plannedAt: instantField.nullable().default(null),
  /** When the job began. */
  startedAt: instantField.nullable().default(null),
  /** Requests made, the successful one included. */
  attempts: s.int().min(0).nullable().default(null),
  /** Answers "429 too many requests" among them. */
  rateLimitedCount: s.int().min(0).nullable().default(null),
});

export type PerformanceRecord = Infer<typeof performanceRecordSchema>;
