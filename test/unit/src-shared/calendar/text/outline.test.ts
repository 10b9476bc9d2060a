import { describe, expect, test } from 'vitest';
import { encodeText } from '#shared/calendar/text/encoding';
import { outlineOf } from '#shared/calendar/text/outline';
import { notesOf, occurrencesOf, readFixture } from '../../../../helpers/read-fixture';

describe('components', () => {
  test('[CAL-07] a folded name and zone at the head of a calendar are unfolded, also inside a character', () => {
    // 09:00 at +05:45, the zone of the calendar.
    const file = readFixture('text-folded-head');
    expect(file.calendarName).toBe('Bureau des délais');
    expect(occurrencesOf(file)).toEqual(['At the office: 2026-11-23 03:15']);
  });

  test('[CAL-09] several calendars in one file keep their own zones, repeated METHOD does no harm', () => {
    // Both name their zone “Office”: 09:00 at +05:45 and 09:00 at +09:00.
    expect(occurrencesOf(readFixture('text-several-calendars'))).toEqual([
      'first: 2026-11-23 03:15',
      'second: 2026-11-23 00:00',
    ]);
  });

  test('[CAL-18] a bad event is left out with its line and reason, and costs nothing but itself', () => {
    const file = readFixture('event-bad-among-good');
    expect(occurrencesOf(file)).toEqual([
      'bad-line: 2026-11-24 08:00',
      'good-1: 2026-11-23 08:00',
      'good-2: 2026-11-25 08:00',
    ]);
    expect(notesOf(file)).toEqual([
      'leftOut event.badStart @13 ×1 DTSTART “20261323T080000Z” is no date (“bad-date”) → Left out',
      'leftOut event.noStart @16 ×1 An event without a start (“Lost”) → Left out',
      'repaired text.strayLine @20 ×1 A line that is no property → Passed over',
    ]);
  });

  test('[CAL-94] what is not read, however odd, and what stands in alarms disturbs nothing', () => {
    const file = readFixture('property-odd');
    expect(occurrencesOf(file)).toEqual(['Odd: 2026-11-24 09:00 – 2026-11-24 10:00']);
    expect(file.items[0]!.sequence).toBe(0);
    expect(file.calendarName).toBe('Odd');
    expect(notesOf(file)).toEqual([
      'leftOut component.notRead @30 ×1 A component VAVAILABILITY → Only events are read',
    ]);
  });

  test('[CAL-19] an event without its END ends where the next one begins, and an alarm in it is not its title', () => {
    const file = readFixture('event-unclosed');
    expect(occurrencesOf(file)).toEqual(['next: 2026-11-24 08:00', 'open: 2026-11-23 08:00']);
    expect(notesOf(file)).toEqual([
      'repaired component.unclosed @4 ×1 A component without its END → Ended where the next one begins',
    ]);
  });

  test('[CAL-17] to-dos and journals are counted, not read', () => {
    const file = readFixture('component-others');
    expect(occurrencesOf(file)).toEqual(['event: 2026-11-23 08:00']);
    expect(notesOf(file)).toEqual(['leftOut component.notRead @4 ×2 A to-do → Only events are read']);
  });

  test('[CAL-64] components nested hundreds deep are passed over with a line', () => {
    const file = readFixture('hostile-depth');
    expect(occurrencesOf(file)).toEqual(['deep: 2026-11-23 08:00', 'good: 2026-11-24 08:00']);
    expect(notesOf(file)).toEqual([
      'leftOut limit.depth @20 ×1 Components nested deeper than 12 levels → The inner ones are passed over',
    ]);
  });
});

test('blocks carry byte offsets and lines', () => {
  const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR\n';
  const outline = outlineOf(encodeText(text));
  expect(outline.events).toEqual([{ from: 16, to: 46, line: 2, calendar: 0, closed: true }]);
  expect([outline.lines, outline.cut]).toEqual([5, null]);
});
