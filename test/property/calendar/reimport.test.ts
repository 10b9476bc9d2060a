import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ItemVersion, isNewer, verdictOn } from '#shared/calendar/reimport';
import { generateCalendar } from '../../bench/generate-calendar';
import { calendarText, readText } from '../../helpers/read-fixture';

/** Milliseconds: many runs, on machines of any speed. */
const PATIENCE = 60_000;

const stamp = fc.option(fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'), { nil: null });
const version = fc.record({
  sequence: fc.integer({ min: 0, max: 2 }),
  lastModified: stamp,
  stamp,
  hash: fc.constantFrom('a', 'b', 'c', 'd'),
});

function kept(imports: readonly ItemVersion[]): ItemVersion {
  return imports.reduce((present, next) => (next.hash !== present.hash && isNewer(next, present) ? next : present));
}

test('[CAL-71] whatever the order of imports, the same content is kept', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(version, { minLength: 1, maxLength: 5, selector: (x) => x.hash }),
      fc.nat(),
      (versions, turn) => {
        const turned = [...versions.slice(turn % versions.length), ...versions.slice(0, turn % versions.length)];
        expect(kept(turned).hash).toBe(kept(versions).hash);
        expect(kept([...versions].reverse()).hash).toBe(kept(versions).hash);
      },
    ),
    { numRuns: 500 },
  );
});

test('[CAL-71] the order of events in a file changes neither occurrences nor hash', () => {
  const start = fc.integer({ min: 1, max: 28 }).map((day) => `202611${String(day).padStart(2, '0')}T080000Z`);
  const event = fc.tuple(
    fc.constantFrom('a', 'b'),
    start,
    fc.integer({ min: 0, max: 2 }),
    fc.option(start, { nil: null }),
  );
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
      const blocks = events.map(([uid, at, sequence, id]) => [
        'BEGIN:VEVENT',
        `UID:${uid}`,
        `DTSTART:${at}`,
        `SEQUENCE:${sequence}`,
        ...(id ? [`RECURRENCE-ID:${id}`] : ['RRULE:FREQ=DAILY;COUNT=5']),
        'END:VEVENT',
      ]);
      const summary = (lists: readonly (readonly string[])[]): string[] =>
        readText(calendarText(...lists.flat()))
          .items.map(({ uid, hash, sequence, occurrences }) =>
            [uid, hash, sequence, ...occurrences.map((x) => `${x.start}${x.recurrenceId}`).sort()].join(' '),
          )
          .sort();
      expect(summary([...blocks].reverse())).toEqual(summary(blocks));
    }),
    { numRuns: 150 },
  );
});

test(
  '[CAL-75] importing twice is importing once, also from an export of another day and in another order',
  () => {
    const shape = fc.record({ seed: fc.nat(), style: fc.constantFrom('google' as const, 'outlook' as const) });
    fc.assert(
      fc.property(shape, fc.nat({ max: 20 }), ({ seed, style }, turn) => {
        const text = generateCalendar({ events: 25, seed, style });
        const [head = '', ...blocks] = text.split('BEGIN:VEVENT\r\n');
        const events = blocks.map((block) => block.replace(/END:VCALENDAR\r\n$/, ''));
        const turned = [...events.slice(turn), ...events.slice(0, turn)].map((block) =>
          block.replace(/DTSTAMP:.*\r\n/, 'DTSTAMP:20261130T000000Z\r\n'),
        );
        const again = [head, ...turned].join('BEGIN:VEVENT\r\n');
        const stored = new Map(readText(text).items.map((item) => [item.uid, item]));
        expect(stored.size).toBeGreaterThan(0);
        for (const next of [text, `${again}END:VCALENDAR\r\n`]) {
          const { items } = readText(next);
          expect(items.map((item) => verdictOn(stored.get(item.uid), item))).toEqual(items.map(() => 'unchanged'));
          expect(new Set(items.map(({ uid }) => uid))).toEqual(new Set(stored.keys()));
        }
      }),
      { numRuns: 10 },
    );
  },
  PATIENCE,
);
