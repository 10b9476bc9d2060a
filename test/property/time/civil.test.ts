import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilFromDays, daysFromCivil } from '#shared/time/civil';
import { formatInstant, instant, parseInstant } from '#shared/time/instant';

test('dates and day numbers are inverse, and consecutive days follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (days) => {
      const { year, month, dayOfMonth } = civilFromDays(days);
      expect(daysFromCivil(year, month, dayOfMonth)).toBe(days);
      expect(daysFromCivil(year, month, dayOfMonth + 1)).toBe(days + 1);
    }),
    { numRuns: 2_000 },
  );
});

test('instants are written and read like the platform does it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }), (milliseconds) => {
      const text = formatInstant(instant(milliseconds));
      expect(text).toBe(new Date(milliseconds).toISOString().replace('.000Z', 'Z'));
      expect(parseInstant(text)).toBe(milliseconds);
    }),
    { numRuns: 2_000 },
  );
});
