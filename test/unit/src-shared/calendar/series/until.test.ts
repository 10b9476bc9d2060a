import { expect, test } from 'vitest';
import { calendarText, notesOf, occurrencesOf, readFixture, readText } from '../../../../helpers/read-fixture';

test('[CAL-48] UNTIL of any kind includes its last day', () => {
  const timed = ['2026-11-23 08:00', '2026-11-24 08:00', '2026-11-25 08:00'];
  const days = ['2026-11-23 – 2026-11-24', '2026-11-24 – 2026-11-25', '2026-11-25 – 2026-11-26'];
  expect(occurrencesOf(readFixture('rule-until'))).toEqual([
    ...timed.map((time) => `dateOnLocal: ${time}`),
    // Exchange: midnight of the 25th in Berlin, as UTC.
    ...days.map((day) => `exchange: ${day}`),
    ...days.map((day) => `localOnAllDay: ${day}`),
    ...timed.map((time) => `localOnLocal: ${time}`),
    ...days.map((day) => `utcOnAllDay: ${day}`),
    ...timed.map((time) => `utcOnLocal: ${time}`),
  ]);
});

test('[CAL-49] a series that ends before it starts keeps its first occurrence', () => {
  const file = readFixture('rule-until-before-start');
  expect(occurrencesOf(file)).toEqual(['r: 2026-11-23 08:00 – 2026-11-23 09:00']);
  expect(notesOf(file)).toEqual([
    'repaired rule.untilBeforeStart @4 ×1 A repetition that ends before it starts → Its first occurrence is kept',
  ]);
});

test('[CAL-48] an UNTIL that is no date is told, and the series goes on', () => {
  const text = calendarText(
    'BEGIN:VEVENT',
    'UID:r',
    'DTSTART:20261230T080000Z',
    'RRULE:FREQ=DAILY;UNTIL=forever',
    'SUMMARY:r',
    'END:VEVENT',
  );
  const file = readText(text);
  expect(occurrencesOf(file)).toEqual(['r: 2026-12-30 08:00', 'r: 2026-12-31 08:00']);
  expect(notesOf(file)).toEqual(['needsYou rule.badUntil @3 ×1 UNTIL=FOREVER is no date → Read without an end']);
});
