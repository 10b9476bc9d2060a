import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, eventSchema } from '#shared/calendar/event';
import { verdictOn } from '#shared/calendar/reimport';
import { writeCalendar } from '#shared/calendar/write';
import { placementSchema } from '#shared/engine/plan';
import { dayFromNumber } from '#shared/time/day';
import { formatInstant, instant } from '#shared/time/instant';
import { instantAtMinute, parseZone } from '#shared/time/zone';
import { readText } from '../../helpers/read-fixture';

/** Milliseconds: many runs, on machines of any speed. */
const PATIENCE = 60_000;

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Etc/UTC',
];
const FIRST_DAY = 20_500;
const WINDOW = { from: '2026-01-01T00:00:00Z', to: '2028-06-01T00:00:00Z' };

/** Any text a person may type, line breaks included; carriage returns and control characters are not kept. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) =>
    [...text].every((character) => character.codePointAt(0)! >= 32 && character.codePointAt(0) !== 127),
  );
const title = fc.oneof(
  words,
  fc.constantFrom('a, b; c\\d', 'two\nlines', 'BEGIN:VEVENT', '会議 '.repeat(30), '\\n', 'quote " colon :'),
);
const zone = fc.constantFrom(...ZONES).map((name) => parseZone(name)!);
/** Minutes of two years, start and length. */
const time = fc.tuple(fc.integer({ min: 0, max: 800 * 1440 }), fc.integer({ min: 0, max: 3 * 1440 }));

test(
  '[CAL-80] read(write(plan)) is the plan, and writing again changes nothing',
  () => {
    fc.assert(
      fc.property(zone, fc.array(fc.tuple(title, time), { maxLength: 8 }), (name, list) => {
        const entries = list.map(([text, [start, length]], index) => ({
          title: text,
          placement: placementSchema.parse({
            kind: 'task',
            id: `t${index}`,
            start: formatInstant(instant((FIRST_DAY * 1440 + start) * 60_000)),
            end: formatInstant(instant((FIRST_DAY * 1440 + start + length) * 60_000)),
          }),
        }));
        const write = (now: string): string => writeCalendar({ entries, events: [], zone: name, now });
        const file = readText(write('2026-11-21T06:00:00Z'), { ...WINDOW, zone: name });
        expect(file.report).toEqual([]);
        const read = file.items
          .flatMap((item) => item.occurrences)
          .map(({ uid, title: text, start, end }) => [uid, text, start, end]);
        expect(read.sort()).toEqual(
          entries
            .map(({ title: text, placement: { id, start, end } }) => [`task-${id}@daywright`, text, start, end])
            .sort(),
        );
        const stored = new Map(file.items.map((item) => [item.uid, item]));
        const again = readText(write('2026-11-22T06:00:00Z'), { ...WINDOW, zone: name }).items;
        expect(again.map((item) => verdictOn(stored.get(item.uid), item))).toEqual(entries.map(() => 'unchanged'));
      }),
      { numRuns: 80 },
    );
  },
  PATIENCE,
);

test(
  '[CAL-80] read(write(events)) are the events, whole days too',
  () => {
    const marks = fc.record({ busy: fc.boolean(), tentative: fc.boolean(), allDay: fc.boolean() });
    fc.assert(
      fc.property(zone, fc.array(fc.tuple(title, title, time, marks), { maxLength: 6 }), (name, list) => {
        const events = list.map(
          ([text, location, [start, length], { busy, tentative, allDay }], index): CalendarEvent => {
            const firstDay = FIRST_DAY + Math.floor(start / 1440);
            const endDay = firstDay + 1 + Math.floor(length / 1440);
            const from = allDay
              ? instantAtMinute(name, dayFromNumber(firstDay), 0)
              : instant((FIRST_DAY * 1440 + start) * 60_000);
            const to = allDay
              ? instantAtMinute(name, dayFromNumber(endDay), 0)
              : instant((FIRST_DAY * 1440 + start + length) * 60_000);
            return eventSchema.parse({
              id: `e${index}`,
              calendarId: 'work',
              uid: `u${index}`,
              title: text,
              ...(location.trim() === '' ? {} : { location: location.trim() }),
              start: formatInstant(from),
              end: formatInstant(to),
              allDay,
              ...(allDay ? { startDay: dayFromNumber(firstDay), endDay: dayFromNumber(endDay) } : {}),
              busy,
              ...(tentative ? { tentative } : {}),
            });
          },
        );
        const text = writeCalendar({ entries: [], events, zone: name, now: '2026-11-21T06:00:00Z' });
        const read = readText(text, { ...WINDOW, zone: name }).items.flatMap((item) => item.occurrences);
        const byUid = (a: { uid: string }, b: { uid: string }): number => (a.uid < b.uid ? -1 : 1);
        expect(read.sort(byUid)).toEqual(events.map(({ id: _, calendarId: __, ...event }) => event).sort(byUid));
      }),
      { numRuns: 80 },
    );
  },
  PATIENCE,
);
