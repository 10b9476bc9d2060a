import { describe, expect, it } from 'vitest';
import { kpisOf, percentile, weeklyKpis } from '#shared/posts/adaptive/kpis';
import { parseZone } from '#shared/time/zone';
import { postsFile } from '../../../../helpers/posts-file';

const BERLIN = parseZone('Europe/Berlin')!;

const { history } = postsFile({
  history: [
    // Planned 9:00, started 2 s late, out at 9:05 after a 429.
    {
      platform: 'x',
      plannedAt: '2026-11-23T09:00:00Z',
      startedAt: '2026-11-23T09:00:02Z',
      postedAt: '2026-11-23T09:05:00Z',
      attempts: 2,
      rateLimitedCount: 1,
    },
    {
      platform: 'x',
      plannedAt: '2026-11-23T13:00:00Z',
      startedAt: '2026-11-23T13:00:06Z',
      postedAt: '2026-11-23T13:16:00Z',
      attempts: 1,
    },
    {
      platform: 'x',
      plannedAt: '2026-11-29T23:30:00Z',
      startedAt: '2026-11-29T23:30:21Z',
      postedAt: '2026-11-29T23:31:00Z',
      attempts: 3,
      rateLimitedCount: 0,
      isSuccessful: false,
    },
    // Not planned and not counted.
    { platform: 'x', postedAt: '2026-12-03T09:05:00Z' },
  ],
});

describe('KPIs', () => {
  it('[POST-70] are throughput, refusals, latency and adherence', () => {
    expect(kpisOf(history.slice(0, 3), BERLIN)).toEqual({
      jobs: 3,
      completed: 2,
      completionRate: 2 / 3,
      // Three jobs in 6 days, 14 hours and 26 minutes.
      jobsPerHour: 3 / (158 + 26 / 60),
      requests: 6,
      rateLimited: 1,
      rateLimitedShare: 1 / 6,
      latency: { p50: 6, p95: 21, worst: 21, worstOn: '2026-11-30' },
      punctual: 1,
      planned: 3,
      adherence: 1 / 3,
    });
  });

  it('[POST-70] are null, not nought, where nothing is known', () => {
    expect(kpisOf(history.slice(3), BERLIN)).toMatchObject({
      jobs: 1,
      completionRate: 1,
      jobsPerHour: null,
      rateLimitedShare: null,
      latency: null,
      adherence: null,
    });
    expect(kpisOf([], BERLIN).completionRate).toBeNull();
  });

  it('[POST-70] run by the weeks of the zone, quiet ones included', () => {
    // The third job went out on Monday 00:31 in Berlin.
    expect(weeklyKpis(history, BERLIN).map(({ from, kpis }) => [from, kpis.jobs])).toEqual([
      ['2026-11-23', 2],
      ['2026-11-30', 2],
    ]);
    const spread = [history[0]!, history[3]!];
    expect(weeklyKpis(spread, BERLIN).map(({ kpis }) => kpis.jobs)).toEqual([1, 1]);
    expect(weeklyKpis([], BERLIN)).toEqual([]);
  });

  it('[POST-70] take percentiles by nearest rank', () => {
    expect([percentile([1, 2, 3, 4], 0.5), percentile([1, 2, 3, 4], 0.95), percentile([], 0.5)]).toEqual([2, 4, 0]);
  });
});
