// How the posting of a document goes: the figures of a platform, or of all together, with its quota and what its refusals ask for.
import { storedInstant } from '../../engine/epoch-minute';
import type { Instant } from '../../time/instant';
import { quotaOf } from '../nouns/constraint';
import type { PostsFile } from '../posts-file';
import { type Kpis, kpisOf, weeklyKpis } from './kpis';
import { quotaCompliance } from './quota-compliance';
import { rateLimitPressure, relievedConcurrency } from './rate-limit-pressure';

export interface PostKpis {
  /** Of the whole stretch. */
  readonly now: Kpis;
  /** Week by week, oldest first; weeks without jobs are there too. */
  readonly weeks: ReturnType<typeof weeklyKpis>;
  /** How near the posts came to the platform's quota; null without one, and for all platforms together. */
  readonly quota: ReturnType<typeof quotaCompliance>;
  /** Posts side by side in the next plan, and as set: recent refusals of the platform lower it. Null for all platforms together. */
  readonly sideBySide: { readonly now: number; readonly set: number } | null;
}

/** `null`: all platforms together. `at` is the moment of the next plan; records before `since` are left out. */
export function postKpis(file: PostsFile, platform: string | null, at: Instant, since: Instant | null): PostKpis {
  const records = file.history.filter(
    (record) =>
      (platform === null || record.platform === platform) &&
      (since === null || storedInstant(record.postedAt) >= since),
  );
  const constraint = file.constraints.find((one) => one.platform === platform);
  const quota = quotaOf(constraint?.apiQuota ?? null);
  const set = constraint?.maxConcurrentPosts ?? file.parameters.maxConcurrentPosts;
  return {
    now: kpisOf(records, file.timeZone),
    weeks: weeklyKpis(records, file.timeZone),
    quota: quotaCompliance(records, quota && { posts: quota.posts, perMinutes: quota.perHours * 60 }),
    sideBySide: platform === null ? null : { now: relievedConcurrency(set, rateLimitPressure(records, at)), set },
  };
}
