import { expect, it } from 'vitest';
import { hourDraft } from '#renderer/features/posts/hour-draft';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const berlin = parseZone('Europe/Berlin')!;
/** Tuesday 24 November 2026, 10:42 in Berlin. */
const NOW = parseInstant('2026-11-24T09:42:00Z')!;

it('seeks the next such hour, a week on where it has begun', () => {
  expect(hourDraft('4-8', berlin, NOW)).toEqual({ earliest: '2026-11-26T07:00:00Z', deadline: '2026-11-26T07:59:00Z' });
  expect(hourDraft('2-12', berlin, NOW).earliest).toBe('2026-11-24T11:00:00Z');
  expect(hourDraft('2-10', berlin, NOW).earliest).toBe('2026-12-01T09:00:00Z');
});
