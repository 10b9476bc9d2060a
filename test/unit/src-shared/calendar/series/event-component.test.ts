import { describe, expect, test } from 'vitest';
import { calendarText, notesOf, occurrencesOf, readFixture, readText } from '../../../../helpers/read-fixture';

describe('ends', () => {
  test('[CAL-50] a date without an end is one day, ends of dates are exclusive', () => {
    const occurrences = occurrencesOf(readFixture('ends'));
    expect(occurrences.filter((line) => line.startsWith('date'))).toEqual([
      'date: 2026-11-23 – 2026-11-24',
      'dateBackwards: 2026-11-23 – 2026-11-24',
      'dateSame: 2026-11-23 – 2026-11-24',
      'dateTwo: 2026-11-23 – 2026-11-25',
    ]);
  });

  test('[CAL-51] a time without an end takes no time', () => {
    expect(occurrencesOf(readFixture('ends'))).toContain('time: 2026-11-23 08:00');
  });

  test('[CAL-52] an end before the start is taken for missing, with a note', () => {
    const file = readFixture('ends');
    expect(occurrencesOf(file)).toContain('backwards: 2026-11-23 08:00');
    expect(notesOf(file)).toEqual([
      'repaired event.endBeforeStart @34 ×1 The end lies before the start → Read without a length',
      'repaired event.endBeforeStart @41 ×1 The end lies before the start → Read as one day',
    ]);
  });

  test('[CAL-68] a time that calls itself a date is one at midnight, and a time otherwise', () => {
    expect(occurrencesOf(readFixture('date-with-time', { zone: 'Europe/Berlin' }))).toEqual([
      'dinner: 2026-11-23 19:00 – 2026-11-23 21:00',
      'holiday: 2026-12-24 – 2026-12-27',
    ]);
  });

  test('[CAL-53] weeks and days may stand behind the T', () => {
    const event = ['BEGIN:VEVENT', 'UID:w', 'SUMMARY:w', 'DTSTART;VALUE=DATE:20261123', 'DURATION:PT1W', 'END:VEVENT'];
    expect(occurrencesOf(readText(calendarText(...event)))).toEqual(['w: 2026-11-23 – 2026-11-30']);
  });

  test('[CAL-53] a duration counts from the start', () => {
    const occurrences = occurrencesOf(readFixture('ends'));
    expect(occurrences).toContain('minutes: 2026-11-23 08:00 – 2026-11-23 09:30');
    expect(occurrences).toContain('days: 2026-11-23 – 2026-11-25');
    expect(occurrences).toContain('weeks: 2026-11-23 – 2026-11-30');
  });

  test('[CAL-53] across a clock change hours stay exact and days stay days', () => {
    expect(occurrencesOf(readFixture('ends-across-clock-change', { from: '2026-10-01T00:00:00Z' }))).toEqual([
      'day: 2026-10-17 10:00 – 2026-10-18 10:00',
      // From noon to noon over the longer night: 25 hours.
      'day: 2026-10-24 10:00 – 2026-10-25 11:00',
      'exact: 2026-10-17 21:00 – 2026-10-18 05:00',
      'exact: 2026-10-24 21:00 – 2026-10-25 05:00',
      'hours: 2026-10-17 21:00 – 2026-10-18 05:00',
      'hours: 2026-10-24 21:00 – 2026-10-25 05:00',
    ]);
  });
});

describe('what the file says of the time', () => {
  function marks(name: string, ownAddresses: readonly string[] = []): Record<string, string> {
    const occurrences = readFixture(name, { ownAddresses }).items.flatMap((item) => item.occurrences);
    return Object.fromEntries(
      occurrences.map((x) => {
        const words = [
          x.busy ? 'busy' : 'free',
          ...(x.tentative ? ['tentative'] : []),
          ...(x.declined ? ['declined'] : []),
        ];
        return [x.title, words.join(' ')];
      }),
    );
  }

  test('[CAL-54] the status of Outlook wins over TRANSP; tentative is told apart', () => {
    const { plain, transparent, free, outOfOffice, elsewhere, tentativeCdo, tentativeStatus } = marks('busy');
    expect([plain, transparent, free, outOfOffice, elsewhere]).toEqual(['busy', 'free', 'free', 'busy', 'free']);
    expect([tentativeCdo, tentativeStatus]).toEqual(['busy tentative', 'busy tentative']);
  });

  test('[CAL-56] a whole day takes time only when it is marked busy', () => {
    const { allDay, allDayOpaque, allDayBusy } = marks('busy');
    expect([allDay, allDayOpaque, allDayBusy]).toEqual(['free', 'busy', 'busy']);
  });

  test('[CAL-57] what one of my addresses declined is marked, what others declined is not', () => {
    expect(marks('declined', ['ME@example.com'])).toEqual({
      mine: 'busy declined',
      others: 'busy',
      byEmail: 'busy declined',
    });
    expect(marks('declined')).toEqual({ mine: 'busy', others: 'busy', byEmail: 'busy' });
  });
});

test('[CAL-10] escapes of text are undone', () => {
  const [occurrence] = readFixture('text-escapes').items[0]!.occurrences;
  expect([occurrence!.title, occurrence!.location]).toEqual(['a \\ b\n"c"', 'HQ; Room 3, left\nback']);
});
