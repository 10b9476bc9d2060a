import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';
import { timeWindowSchema } from './time-window';

/** At most `posts` posts in any stretch of `perHours` hours. A bare number means a day. */
export const quotaSchema = s.union([
  s.int().min(0),
  s.looseObject({ posts: s.int().min(0), perHours: s.number().positive().max(8784).default(24) }),
]);

/** What one platform demands of its posts. Absent fields fall back to the platform's and the file's. */
export const constraintSchema = s.looseObject({
  platform: idField,
  /** Between the starts of two posts of the platform. */
  minGapHours: s.number().min(0).max(720).optional(),
  /** Posts of the platform in flight at once; a post is in flight for an hour. */
  maxConcurrentPosts: s.int().min(1).max(1000).optional(),
  /** What urgent posts may use. */
  maxUrgentConcurrentPosts: s.int().min(1).max(1000).optional(),
  /** Posts on one local day. */
  dailyCap: s.int().min(0).nullable().default(null),
  apiQuota: quotaSchema.nullable().default(null),
  /** Sought first; left only when nothing inside is free, unless `preferredOnly`. */
  preferredWindows: s.array(timeWindowSchema).default([]),
  preferredOnly: s.boolean().default(false),
  /** Never used. */
  prohibitedWindows: s.array(timeWindowSchema).default([]),
});

export type Quota = Infer<typeof quotaSchema>;
export type Constraint = Infer<typeof constraintSchema>;

export function quotaOf(quota: Quota | null): { readonly posts: number; readonly perHours: number } | null {
  if (quota === null) return null;
  return typeof quota === 'number' ? { posts: quota, perHours: 24 } : quota;
}
