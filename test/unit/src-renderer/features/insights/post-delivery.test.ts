import { describe, expect, it } from 'vitest';
import { postsCsv } from '#renderer/features/insights/insights-csv';
import { postDelivery } from '#renderer/features/insights/post-delivery';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { parseDay } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

const record = (platform: string, postedAt: string, more: object = {}) =>
  performanceRecordSchema.parse({ platform, postedAt, ...more });
const records = [
  record('mastodon', '2026-11-02T09:00:00Z', { plannedAt: '2026-11-02T09:00:00Z', engagementRate: 0.02 }),
  record('mastodon', '2026-11-17T09:10:00Z', { plannedAt: '2026-11-17T09:00:00Z', engagementRate: 0.04 }),
  record('mastodon', '2026-11-18T10:00:00Z', { plannedAt: '2026-11-18T09:00:00Z' }),
  record('blog', '2026-11-24T23:30:00Z'),
];
const zone = parseZone('Europe/Berlin')!;
const of = (from: string, to: string) =>
  postDelivery({ records, nameOf: (id) => id.toUpperCase(), zone }, parseDay(from)!, parseDay(to)!);

describe('how posts went out', () => {
  it('counts the days of the range in the user’s zone, by week and platform', () => {
    const delivery = of('2026-11-16', '2026-11-24');
    // The blog's post of 23:30 UTC is one of the 25th in Berlin.
    expect(delivery.all).toMatchObject({ jobs: 2, planned: 2, punctual: 1, adherence: 0.5 });
    expect(delivery.weeks.map(({ from, kpis }) => [from, kpis.jobs])).toEqual([['2026-11-16', 2]]);
    expect(delivery.platforms).toMatchObject([{ name: 'MASTODON', engagement: 0.04 }]);
    const more = of('2026-11-01', '2026-11-25');
    expect(more.weeks.map(({ kpis }) => kpis.jobs)).toEqual([1, 0, 2, 1]);
    expect(more.platforms.map(({ name, kpis }) => [name, kpis.jobs])).toEqual([
      ['MASTODON', 3],
      ['BLOG', 1],
    ]);
    expect(more.platforms[0]!.engagement).toBeCloseTo(0.03, 10);
    expect(more.platforms[1]!.engagement).toBeNull();
  });

  it('is empty without posts, and a table for other programs', () => {
    expect(of('2026-12-01', '2026-12-31')).toMatchObject({ all: { jobs: 0 }, weeks: [], platforms: [] });
    expect(postsCsv(of('2026-11-16', '2026-11-24'))).toBe(
      'week,platform,posts,planned,on_time,engagement\r\n2026-11-16,,2,2,1,\r\n,MASTODON,2,2,1,0.04\r\n',
    );
  });
});
