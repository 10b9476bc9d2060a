import { describe, expect, it } from 'vitest';
import { rateLimitPressure, relievedConcurrency } from '#shared/posts/adaptive/rate-limit-pressure';
import { type PerformanceRecord, performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { parsePostsFile } from '#shared/posts/posts-file';
import { type Instant, parseInstant } from '#shared/time/instant';

const NOW = parseInstant('2026-11-24T00:00:00Z')!;
const DAY = 86_400_000;

/** A job of ten requests, `refused` of them with 429, so many days before now. */
function job(daysAgo: number, refused: number, platform = 'x'): PerformanceRecord {
  const postedAt = new Date(NOW - daysAgo * DAY).toISOString();
  return performanceRecordSchema.parse({ platform, postedAt, attempts: 10, rateLimitedCount: refused });
}

describe('refusals of a platform', () => {
  it('[POST-84] weigh by their share, half for every week that passed, and few requests say little', () => {
    // 10 refused of 20 requests, and 10 that are trusted.
    expect(rateLimitPressure([job(0, 5), job(0, 5)], NOW)).toBeCloseTo(10 / 30, 12);
    expect(rateLimitPressure([job(0, 1)], NOW)).toBeCloseTo(1 / 20, 12);
    // A week later each counts half: 5 of 10, and 10 that are trusted.
    expect(rateLimitPressure([job(7, 5), job(7, 5)], NOW)).toBeCloseTo(5 / 20, 12);
    expect(rateLimitPressure([job(57, 10)], NOW)).toBe(0);
    expect(rateLimitPressure([], NOW)).toBe(0);
  });

  it('[POST-84] lower the concurrency in proportion and leave one', () => {
    expect([0, 0.1, 0.3, 0.6, 1].map((pressure) => relievedConcurrency(5, pressure))).toEqual([5, 5, 4, 2, 1]);
  });

  it('[POST-84] relieve their own platform in the plan, and no longer when weeks have passed', () => {
    const history = Array.from({ length: 9 }, () => job(1, 6));
    const laneAt = (now: Instant, platform: string) => {
      const file = parsePostsFile({
        format: 'daywright.posts',
        version: 1,
        history,
        constraints: [{ platform: 'x', minGapHours: 0, maxConcurrentPosts: 4 }],
      });
      const frame = file.ok ? planFrameOf(file.value, now) : null;
      if (!frame?.ok) throw new Error('no frame');
      const { maxConcurrent, maxUrgentConcurrent, gapMinutes } = frame.value.lanes.get(platform)!;
      return { maxConcurrent, maxUrgentConcurrent, gapMinutes };
    };
    expect(laneAt(NOW, 'x')).toEqual({ maxConcurrent: 2, maxUrgentConcurrent: 2, gapMinutes: 0 });
    expect(laneAt((NOW + 50 * DAY) as Instant, 'x')).toEqual({
      maxConcurrent: 4,
      maxUrgentConcurrent: 5,
      gapMinutes: 0,
    });
    expect(laneAt(NOW, 'linkedin')).toEqual({ maxConcurrent: 3, maxUrgentConcurrent: 5, gapMinutes: 1440 });
  });
});
