import { expect, test } from 'vitest';
import { clockFromOffsets, UTC_CLOCK } from '#shared/calendar/zones/clock';
import { occurrencesOf, readFixture } from '../../../../helpers/read-fixture';

test('[CAL-34] a time in a gap keeps the offset before it, the first reading of an overlap holds', () => {
  // 02:30 in Berlin: missing on 2026-03-29, twice on 2026-10-25. The length is exact.
  expect(
    occurrencesOf(readFixture('zone-gap-and-overlap', { from: '2026-03-01T00:00:00Z', to: '2026-11-01T00:00:00Z' })),
  ).toEqual([
    'gap: 2026-03-28 01:30 – 2026-03-28 02:00',
    'gap: 2026-03-29 01:30 – 2026-03-29 02:00',
    'gap: 2026-03-30 00:30 – 2026-03-30 01:00',
    'overlap: 2026-10-24 00:30 – 2026-10-24 01:00',
    'overlap: 2026-10-25 00:30 – 2026-10-25 01:00',
    'overlap: 2026-10-26 01:30 – 2026-10-26 02:00',
  ]);
});

test('a clock of offsets reads both ways', () => {
  const clock = clockFromOffsets('half', () => 1_800_000);
  expect([clock.instantOf(1_800_000), clock.localOf(0), UTC_CLOCK.instantOf(5), UTC_CLOCK.localOf(5)]).toEqual([
    0, 1_800_000, 5, 5,
  ]);
});
