import { storedInstant } from '../../engine/epoch-minute';
import type { PerformanceRecord } from '../nouns/performance-record';

/** How near the posts came to a quota, and how many posts went beyond it. Null without a quota. */
export function quotaCompliance(
  records: readonly PerformanceRecord[],
  quota: { readonly posts: number; readonly perMinutes: number } | null,
): { readonly most: number; readonly allowed: number; readonly beyond: number } | null {
  if (quota === null) return null;
  const starts = records.map((record) => storedInstant(record.postedAt)).sort((a, b) => a - b);
  let most = 0;
  let beyond = 0;
  let first = 0;
  starts.forEach((start, index) => {
    while (starts[first]! <= start - quota.perMinutes * 60_000) first += 1;
    const together = index - first + 1;
    most = Math.max(most, together);
    if (together > quota.posts) beyond += 1;
  });
  return { most, allowed: quota.posts, beyond };
}
