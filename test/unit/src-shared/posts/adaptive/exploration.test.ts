import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { explorationWeek, exploringPosts, gaussian } from '#shared/posts/adaptive/exploration';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { heatMap } from '#shared/posts/timing/heat-map';
import { scoresOfFile } from '#shared/posts/timing/slot-scores';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const MONDAY = parseInstant('2026-11-23T00:00:00Z')!;
const question = scoresOfFile(postsFile(), MONDAY).question('x', null);

describe('exploration', () => {
  it('[POST-74] takes about a tenth of the posts, by the seed', () => {
    const chosen = exploringPosts(5000, 0.1, 3);
    expect(chosen.filter(Boolean).length / 5000).toBeCloseTo(0.1, 1);
    expect(exploringPosts(5000, 0.1, 3)).toEqual(chosen);
    expect(exploringPosts(5000, 0.1, 4)).not.toEqual(chosen);
    expect(exploringPosts(100, 0, 3)).not.toContain(true);
  });

  it.each(['thompson', 'ucb'] as const)('[POST-75] seeks hours hardly tried (%s)', (policy) => {
    // Every hour of Tuesday was tried five times.
    const tried = Array.from({ length: 120 }, (_, i) => ({
      platform: 'x',
      postedAt: new Date(Date.UTC(2026, 8, 1 + 7 * Math.floor(i / 24), i % 24)).toISOString(),
      reach: 100 + (i % 7),
    }));
    const map = heatMap(question, postsFile({ history: tried }).history, 10);
    const week = explorationWeek(map, policy, 10, seededRandom(1));
    expect(Array.from(week.subarray(24, 48))).toEqual(new Array(24).fill(0));
    expect(week.filter((score) => score > 0)).toHaveLength(144);
    expect(Math.max(...week)).toBe(1);
  });

  it('[POST-75] draws normally', () => {
    const random = seededRandom(2);
    const draws = Array.from({ length: 4000 }, () => gaussian(random));
    const mean = draws.reduce((sum, value) => sum + value, 0) / 4000;
    const deviation = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000);
    expect(mean).toBeCloseTo(0, 1);
    expect(deviation).toBeCloseTo(1, 1);
  });

  /** Weeks of posting where the truth is a peak that no study knows; how good the best learned hour is in the end. */
  function simulate(rate: number, policy: 'thompson' | 'ucb', seed: number): number {
    const random = seededRandom(seed);
    const truth = (at: number): number => (at % 24 >= 2 && at % 24 < 5 ? 3 : 1);
    const records: PerformanceRecord[] = [];
    let map = heatMap(question, records, 10, 'reach');
    for (let turn = 0; turn < 2500; turn += 1) {
      const best = map.cells.reduce((a, b) => (b.ratio > a.ratio ? b : a));
      const bestAt = (best.weekday - 1) * 24 + best.hour;
      let at = bestAt;
      if (random.next() < rate) {
        const week = explorationWeek(map, policy, 10, random);
        at = week.indexOf(Math.max(...week));
      }
      const postedAt = new Date(Date.UTC(2026, 0, 5) + (turn * 168 + at) * 3_600_000).toISOString();
      const reach = Math.max(1, 100 * truth(at) * (0.7 + 0.6 * random.next()));
      records.push(performanceRecordSchema.parse({ platform: 'x', postedAt, reach }));
      if (turn % 25 === 24) map = heatMap(question, records, 10, 'reach');
    }
    const best = map.cells.reduce((a, b) => (b.ratio > a.ratio ? b : a));
    return truth((best.weekday - 1) * 24 + best.hour);
  }

  it.each(['thompson', 'ucb'] as const)(
    '[POST-76] converges on a peak that no study knows (%s)',
    (policy) => {
      expect([1, 2].map((seed) => simulate(0.1, policy, seed))).toEqual([3, 3]);
      // Without it the rules are never questioned.
      expect(simulate(0, policy, 1)).toBe(1);
    },
    30_000,
  );

  it('[POST-74] sends some posts of a plan there and never urgent ones', () => {
    const posts = (priority: string) =>
      Array.from({ length: 12 }, (_, i) => ({ id: `p${i}`, platform: 'facebook', priority }));
    const scoreOf = (value: Record<string, unknown>): number => {
      const file = postsFile({ to: '2026-12-20', parameters: { explorationRate: 0.4 }, ...value });
      const planned = planPostsFile(file, { now: MONDAY });
      expect(planned.ok && planned.value.violations).toEqual([]);
      return planned.ok ? planned.value.plan.quality.meanScore : 0;
    };
    const best = scoreOf({ posts: posts('normal') });
    expect(scoreOf({ posts: posts('normal'), exploration: 'thompson' })).toBeLessThan(best);
    expect(scoreOf({ posts: posts('urgent'), exploration: 'thompson' })).toBe(best);
  });
});
