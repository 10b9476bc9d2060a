import { expect, test } from 'vitest';
import { type Placement, placementSchema } from '#shared/engine/plan';
import { planEntries } from '#shared/planning/plan-entries';
import { parseInstant } from '#shared/time/instant';

function placed(kind: Placement['kind'], id: string, hour: number): Placement {
  const at = (h: number) => `2026-11-24T${String(h).padStart(2, '0')}:00:00Z`;
  return placementSchema.parse({ kind, id, start: at(hour), end: at(hour + 1) });
}

const PLAN = [placed('task', 'report', 9), placed('habit', 'run', 11), placed('task', 'slides', 13)];
const DEMANDS = [
  { id: 'report', title: 'Report' },
  { id: 'run', title: 'Morning run' },
];
const at = (text: string) => parseInstant(text)!;
const titles = (wanted?: Parameters<typeof planEntries>[2]) =>
  planEntries(PLAN, DEMANDS, wanted).map((entry) => entry.title);

test('[CAL-85] the whole plan, in its order, by title or else by id', () => {
  expect(titles()).toEqual(['Report', 'Morning run', 'slides']);
});

test('[CAL-85] some kinds of it', () => {
  expect(titles({ kinds: ['habit'] })).toEqual(['Morning run']);
  expect(titles({ kinds: [] })).toEqual([]);
});

test('[CAL-85] what shares time with a half-open range', () => {
  expect(titles({ from: at('2026-11-24T10:00:00Z'), to: at('2026-11-24T13:00:00Z') })).toEqual(['Morning run']);
  expect(titles({ from: at('2026-11-24T09:59:00Z'), to: at('2026-11-24T13:01:00Z') })).toHaveLength(3);
  expect(titles({ from: at('2026-11-24T12:00:00Z') })).toEqual(['slides']);
});
