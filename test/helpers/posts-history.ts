// A history with a known peak: nights do best on this account, against all studies.
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';

/** A post every seven hours from Monday 5 January 2026 on; at 1 to 4 in the night three times the usual reach. */
export function nightOwlHistory(count: number, platform = 'x'): PerformanceRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const postedAt = new Date(Date.UTC(2026, 0, 5) + index * 7 * 3_600_000);
    const isNight = postedAt.getUTCHours() >= 1 && postedAt.getUTCHours() < 5;
    return performanceRecordSchema.parse({
      id: `r${index}`,
      platform,
      contentType: `${platform}_post`,
      postedAt: postedAt.toISOString(),
      reach: isNight ? 900 + (index % 9) : 300,
    });
  });
}
