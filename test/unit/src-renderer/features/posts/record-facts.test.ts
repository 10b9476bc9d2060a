import { expect, it } from 'vitest';
import { recordFacts } from '#renderer/features/posts/record-facts';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { parseZone } from '#shared/time/zone';

const berlin = parseZone('Europe/Berlin')!;
const record = performanceRecordSchema.parse({ platform: 'x', postedAt: '2026-11-24T07:22:00Z' });

it('names what was measured and leaves the rest out', () => {
  expect(recordFacts(record, berlin)).toEqual([
    { name: 'Posted', value: 'Tue 24 Nov, 8:22' },
    { name: 'Figures', value: 'None recorded yet' },
  ]);
  const full = {
    ...record,
    plannedAt: '2026-11-24T07:00:00Z',
    reach: 1500,
    engagementRate: 0.0451,
    attempts: 3,
    rateLimitedCount: 1,
  };
  expect(recordFacts(full, berlin)).toEqual([
    { name: 'Posted', value: 'Tue 24 Nov, 8:22' },
    { name: 'Against plan', value: '22 min late' },
    { name: 'Reach', value: '1,500' },
    { name: 'Engagement', value: '4.5%' },
    { name: 'Requests', value: '3, 1 with 429' },
  ]);
});
