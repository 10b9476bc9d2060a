import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { generateCalendar } from '../../bench/generate-calendar';
import { occurrencesOf, readBytes, readText } from '../../helpers/read-fixture';

const PATIENCE = 60_000;
const HOST_ZONES = ['UTC', 'America/New_York', 'Australia/Lord_Howe'];
const own = process.env.TZ;

afterEach(() => {
  process.env.TZ = own;
});

/** The same work on hosts of three zones. Fails when the host did not even change its zone. */
function onEachHost<T>(work: () => T): T[] {
  const offsets = new Set<number>();
  const results = HOST_ZONES.map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date(2026, 6, 1).getTimezoneOffset());
    return work();
  });
  expect(offsets.size).toBe(HOST_ZONES.length);
  return results;
}

test(
  '[CAL-95] every fixture reads the same on hosts of three zones',
  () => {
    for (const name of readdirSync('test/fixtures/calendar')) {
      const bytes = readFileSync(`test/fixtures/calendar/${name}`);
      const [first, ...others] = onEachHost(() => readBytes(name, bytes, { zone: 'Europe/Berlin' }));
      for (const other of others) expect(other, name).toEqual(first);
    }
  },
  PATIENCE,
);

test(
  '[CAL-95] generated calendars expand the same on hosts of three zones, in any window',
  () => {
    const shape = fc.record({ seed: fc.nat(), style: fc.constantFrom('google' as const, 'outlook' as const) });
    const month = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(shape, month, ({ seed, style }, from) => {
        const text = generateCalendar({ events: 30, seed, style });
        const window = {
          from: `2026-0${from}-01T00:00:00Z`,
          to: `2026-${from + 3 > 9 ? '' : '0'}${from + 3}-01T00:00:00Z`,
        };
        const [first, ...others] = onEachHost(() =>
          occurrencesOf(readText(text, { ...window, zone: 'Europe/Berlin' })),
        );
        expect(first!.length).toBeGreaterThan(0);
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 6 },
    );
  },
  PATIENCE,
);
