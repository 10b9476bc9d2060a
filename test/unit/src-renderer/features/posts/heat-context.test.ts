import { expect, it } from 'vitest';
import { heatContext } from '#renderer/features/posts/heat-context';
import { EVIDENCE_2025 } from '#shared/posts/evidence/evidence-2025';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { parseInstant } from '#shared/time/instant';

const NOW = parseInstant('2026-11-24T09:42:00Z')!;
const history = [performanceRecordSchema.parse({ platform: 'x', postedAt: '2025-05-24T08:00:00Z', reach: 5 })];
const view = { platform: 'x', samples: 1, source: 'own' as const, evidence: EVIDENCE_2025.slice(0, 2) };

it('says whose clock it is and how far back the figures reach', () => {
  expect(heatContext(view, 'Helsinki time', history, NOW)).toBe('Helsinki time, last 18 months');
  expect(heatContext({ ...view, source: 'forest' }, 'your time', history, NOW)).toBe(
    'Your time, last 18 months, by the forest',
  );
});

it('names the years of the studies while only they speak', () => {
  expect(heatContext({ ...view, samples: 0 }, 'your time', [], NOW)).toBe('Your time, by the studies of 2025');
  expect(heatContext({ ...view, samples: 0, evidence: [] }, 'your time', [], NOW)).toBe('Your time, no study yet');
});
