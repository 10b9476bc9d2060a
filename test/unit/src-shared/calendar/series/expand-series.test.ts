import { describe, expect, test } from 'vitest';
import { expandItem } from '#shared/calendar/expand';
import { parseZone } from '#shared/time/zone';
import { calendarText, notesOf, occurrencesOf, readFixture, readText } from '../../../../helpers/read-fixture';

describe('extra starts', () => {
  test('[CAL-36] a series of RDATE only has its start and its dates', () => {
    expect(occurrencesOf(readFixture('rule-rdate-only'))).toEqual([
      'r: 2026-11-02 08:00 – 2026-11-02 09:00',
      'r: 2026-11-10 09:00 – 2026-11-10 10:00',
      'r: 2026-11-20 10:00 – 2026-11-20 11:00',
      'r: 2026-12-01 08:00 – 2026-12-01 09:00',
    ]);
  });

  test('[CAL-37] an RDATE that is a period brings its own length', () => {
    expect(occurrencesOf(readFixture('rule-rdate-period'))).toEqual([
      'r: 2026-11-02 09:00 – 2026-11-02 10:00',
      'r: 2026-11-10 09:00 – 2026-11-10 12:00',
      'r: 2026-11-11 09:00 – 2026-11-11 09:15',
    ]);
  });
});

describe('rules bare ical.js gets wrong', () => {
  test('[CAL-38] yearly on 29 February happens in leap years only', () => {
    expect(
      occurrencesOf(readFixture('rule-leap-day', { from: '2024-01-01T00:00:00Z', to: '2033-01-01T00:00:00Z' })),
    ).toEqual(['r: 2024-02-29 – 2024-03-01', 'r: 2028-02-29 – 2028-03-01', 'r: 2032-02-29 – 2032-03-01']);
  });

  test('[CAL-39] weeks of the year: their days may lie in the year before or after', () => {
    // Week 53 of 2020 ends on 2021-01-03; week 1 of 2026 begins on 2025-12-29; the next week 53 is that of 2026.
    const occurrences = occurrencesOf(
      readFixture('rule-week-numbers', { from: '2020-12-01T00:00:00Z', to: '2027-02-01T00:00:00Z' }),
    );
    expect(occurrences).toEqual([
      'bare: 2025-05-14 09:00',
      'bare: 2026-05-13 09:00',
      'weekNo1: 2025-12-29 09:00',
      'weekNo1: 2027-01-04 09:00',
      'weekNo20: 2025-05-12 09:00',
      'weekNo20: 2026-05-11 09:00',
      'weekNo53: 2020-12-28 09:00',
      'weekNo53: 2021-01-03 09:00',
      'weekNo53: 2026-12-28 09:00',
      'weekNo53: 2027-01-03 09:00',
    ]);
  });

  test('[CAL-40] the twentieth Monday of the year', () => {
    expect(
      occurrencesOf(readFixture('rule-twentieth-monday', { from: '2025-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' })),
    ).toEqual(['r: 2025-05-19 09:00', 'r: 2026-05-18 09:00', 'r: 2027-05-17 09:00']);
  });
});

test('[CAL-34] an hourly series has the hour of a gap once', () => {
  // 00:30, 01:30, 02:30 (missing, read as 03:30), 03:30 (the same instant), 04:30 in Berlin.
  expect(
    occurrencesOf(readFixture('rule-hourly-across-gap', { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' })),
  ).toEqual(['r: 2026-03-28 23:30', 'r: 2026-03-29 00:30', 'r: 2026-03-29 01:30', 'r: 2026-03-29 02:30']);
});

describe('exceptions', () => {
  test('[CAL-41] a timed EXDATE takes its day from an all-day series, local midnight in UTC too', () => {
    // 2026-11-25T23:00Z is midnight of the 26th in Berlin, the zone of the calendar.
    expect(occurrencesOf(readFixture('exception-timed-on-all-day'))).toEqual([
      'r: 2026-11-23 – 2026-11-24',
      'r: 2026-11-25 – 2026-11-26',
      'r: 2026-11-27 – 2026-11-28',
    ]);
  });

  test('[CAL-79] days that Exchange writes as UTC times are the midnights of the zone in the file, whatever the zone of the user', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Etc/UTC']) {
      const file = readFixture('exchange-days-in-utc', { zone });
      // 10 November is excepted, the 17th moved to the 18th; the series ends with 1 December.
      expect(occurrencesOf(file)).toEqual([
        'office, moved: 2026-11-18 – 2026-11-19',
        'office: 2026-11-03 – 2026-11-04',
        'office: 2026-11-24 – 2026-11-25',
        'office: 2026-12-01 – 2026-12-02',
      ]);
      expect(notesOf(file)).toEqual([]);
      const [item] = file.items;
      const window = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2027, 0, 1) };
      expect(expandItem(item!.ics, window, parseZone(zone)!)).toEqual(item!.occurrences);
    }
  });

  test('[CAL-42] an EXDATE that is a date takes that local day from a timed series', () => {
    // 00:30 in Berlin on the 24th is still the 23rd in UTC.
    expect(occurrencesOf(readFixture('exception-date-on-timed'))).toEqual([
      'r: 2026-11-22 23:30',
      'r: 2026-11-24 23:30',
    ]);
  });

  test('[CAL-42] an EXDATE in any zone matches by instant', () => {
    expect(occurrencesOf(readFixture('exception-other-zone'))).toEqual(['r: 2026-11-23 08:00', 'r: 2026-11-26 08:00']);
  });

  test('[CAL-42] exceptions without a zone are wall times of the series', () => {
    expect(occurrencesOf(readFixture('exception-floating'))).toEqual([
      'moved: 2026-11-25 14:00 – 2026-11-25 15:00',
      'r: 2026-11-23 08:00 – 2026-11-23 09:00',
      'r: 2026-11-26 08:00 – 2026-11-26 09:00',
    ]);
  });

  test('[CAL-43] an EXDATE that meets nothing is listed', () => {
    expect(notesOf(readFixture('exception-unmatched'))).toEqual([
      'repaired exception.unmatched @4 ×1 EXDATE 2026-11-24T09:00:00Z meets no occurrence → Passed over',
    ]);
    expect(notesOf(readFixture('exception-other-zone'))).toEqual([]);
  });

  test('[CAL-43] EXRULE takes away what it yields', () => {
    expect(occurrencesOf(readFixture('rule-exrule'))).toEqual([
      'r: 2026-11-23 09:00',
      'r: 2026-11-24 09:00',
      'r: 2026-11-27 09:00',
      'r: 2026-11-28 09:00',
      'r: 2026-11-29 09:00',
    ]);
  });
});

describe('replaced occurrences', () => {
  test('[CAL-44] RECURRENCE-ID matches by instant in any zone', () => {
    expect(occurrencesOf(readFixture('override-other-zone'))).toEqual([
      'moved: 2026-11-24 14:00 – 2026-11-24 15:00',
      'moved: 2026-11-26 09:00 – 2026-11-26 11:00',
      'r: 2026-11-23 08:00 – 2026-11-23 09:00',
    ]);
  });

  test('[CAL-44] a RECURRENCE-ID that is a date replaces that local day of a timed series', () => {
    expect(occurrencesOf(readFixture('override-date-on-timed'))).toEqual([
      'moved: 2026-11-24 14:00',
      'r: 2026-11-23 08:00',
    ]);
  });

  test('[CAL-96] a midnight that the series cannot have means its day, one that it has means itself', () => {
    const file = readFixture('exception-midnight');
    // 21:30 at -08:00 is 05:30 of the next day.
    expect(occurrencesOf(file)).toEqual([
      'Meeting moved: 2026-11-26 16:00 – 2026-11-26 16:30',
      'Meeting: 2026-11-24 05:30 – 2026-11-24 06:00',
      'Meeting: 2026-11-26 05:30 – 2026-11-26 06:00',
      'Meeting: 2026-11-28 05:30 – 2026-11-28 06:00',
      'Twice a day: 2026-11-23 20:00',
      'Twice a day: 2026-11-24 20:00',
      'Twice a day: 2026-11-25 08:00',
    ]);
    expect(notesOf(file)).toEqual([]);
  });

  test('[CAL-44] an occurrence moved into the window is found though its series lies outside', () => {
    expect(occurrencesOf(readFixture('override-into-window'))).toEqual(['moved: 2026-12-24 08:00 – 2026-12-24 09:00']);
  });

  test('[CAL-45] RANGE=THISANDFUTURE moves the later ones along, with its length and title', () => {
    expect(occurrencesOf(readFixture('override-this-and-future'))).toEqual([
      'moved: 2026-11-25 09:30 – 2026-11-25 11:30',
      'moved: 2026-11-26 09:30 – 2026-11-26 11:30',
      'r: 2026-11-23 08:00 – 2026-11-23 09:00',
      'r: 2026-11-24 08:00 – 2026-11-24 09:00',
    ]);
  });

  test('[CAL-46] a replaced occurrence whose series is not in the file is kept', () => {
    const file = readFixture('override-orphan');
    expect(occurrencesOf(file)).toEqual(['orphan: 2026-11-24 14:00']);
    expect(file.items[0]!.occurrences[0]!.recurrenceId).toBe('2026-11-24T08:00:00Z');
  });

  test('[CAL-47] cancelled occurrences, events and calendars free their time', () => {
    expect(occurrencesOf(readFixture('override-cancelled'))).toEqual(['r: 2026-11-23 08:00', 'r: 2026-11-25 08:00']);
    const cancelled = readFixture('cancel-method');
    expect(occurrencesOf(cancelled)).toEqual([]);
    expect(cancelled.items).toHaveLength(1);
  });

  test('[CAL-45] a cancelled THISANDFUTURE ends the series', () => {
    const text = calendarText(
      'BEGIN:VEVENT',
      'UID:r',
      'DTSTART:20261123T080000Z',
      'RRULE:FREQ=DAILY',
      'SUMMARY:r',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:r',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261125T080000Z',
      'STATUS:CANCELLED',
      'END:VEVENT',
    );
    expect(occurrencesOf(readText(text))).toEqual(['r: 2026-11-23 08:00', 'r: 2026-11-24 08:00']);
  });
});

describe('windows', () => {
  const text = calendarText(
    ...['BEGIN:VEVENT', 'UID:a', 'DTSTART:20261123T080000Z', 'DTEND:20261123T090000Z', 'SUMMARY:hour', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:b', 'DTSTART:20261123T090000Z', 'SUMMARY:moment', 'END:VEVENT'],
    ...[
      'BEGIN:VEVENT',
      'UID:c',
      'DTSTART;VALUE=DATE:20261101',
      'DTEND;VALUE=DATE:20261201',
      'RRULE:FREQ=MONTHLY',
      'SUMMARY:month',
      'END:VEVENT',
    ],
  );

  test('[CAL-02] are half-open: what ends where the window begins is outside, what takes no time belongs to its start', () => {
    const inside = (from: string, to: string): string[] => occurrencesOf(readText(text, { from, to, zone: 'Etc/UTC' }));
    expect(inside('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z')).toEqual([
      'moment: 2026-11-23 09:00',
      'month: 2026-11-01 – 2026-12-01',
    ]);
    expect(inside('2026-11-23T08:59:00Z', '2026-11-23T09:00:00Z')).toEqual([
      'hour: 2026-11-23 08:00 – 2026-11-23 09:00',
      'month: 2026-11-01 – 2026-12-01',
    ]);
    expect(inside('2026-10-31T23:00:00Z', '2026-11-01T00:00:00Z')).toEqual([]);
  });
});

test('[CAL-91] a start that its rule does not name is the first occurrence all the same, and COUNT counts the others', () => {
  expect(occurrencesOf(readFixture('rule-start-outside'))).toEqual([
    'days: 2026-12-13 – 2026-12-14',
    'days: 2026-12-16 – 2026-12-17',
    'days: 2026-12-23 – 2026-12-24',
    'excepted: 2026-12-01 11:00 – 2026-12-01 12:00',
    'kept: 2026-11-26 09:00 – 2026-11-26 10:00',
    'kept: 2026-12-01 09:00 – 2026-12-01 10:00',
    'kept: 2026-12-08 09:00 – 2026-12-08 10:00',
  ]);
});

describe('hostile rules', () => {
  test('[CAL-60] end in a report line, and the good event beside them is read', () => {
    const file = readFixture('hostile-rules');
    expect(file.items.map((item) => [item.uid, item.occurrences.length])).toEqual([
      ['secondly', 10_000],
      ['count', 0],
      ['never', 1],
      ['allTimes', 10_000],
      ['good', 1],
    ]);
    const note = 'A repetition with more than 10,000 occurrences, or too long to count → 10,000 are read';
    expect(notesOf(file)).toEqual([`leftOut limit.occurrences @4 ×2 ${note}`]);
  });

  test('[CAL-61] an empty rule says that nothing repeats', () => {
    const event = ['BEGIN:VEVENT', 'UID:e', 'SUMMARY:e', 'DTSTART:20261123T090000Z', 'RRULE:', 'END:VEVENT'];
    const file = readText(calendarText(...event));
    expect(occurrencesOf(file)).toEqual(['e: 2026-11-23 09:00']);
    expect(notesOf(file)).toEqual([]);
  });

  test('[CAL-61] INTERVAL=0, lower case and unknown frequencies are told', () => {
    const file = readFixture('rule-tolerated');
    expect(occurrencesOf(file)).toEqual([
      'chinese: 2026-11-23 12:00',
      'interval: 2026-11-23 09:00',
      'interval: 2026-11-24 09:00',
      'lower: 2026-11-23 10:00',
      'lower: 2026-11-24 10:00',
      'none: 2026-11-23 11:00',
    ]);
    expect(notesOf(file)).toEqual([
      'repaired rule.repaired @8 ×1 RRULE “FREQ=DAILY;INTERVAL=0;COUNT=2” → INTERVAL=0 read as 1',
      'needsYou rule.notRead @22 ×1 RRULE “FREQ=FORTNIGHTLY”: FREQ=FORTNIGHTLY is no frequency → Read without this repetition',
      'needsYou rule.notRead @29 ×1 RRULE “RSCALE=CHINESE;FREQ=YEARLY”: RSCALE=CHINESE counts by a calendar that is not read → Read without this repetition',
    ]);
  });

  test('[CAL-62] a count of a thousand million costs no time where it can be reckoned', () => {
    const text = calendarText(
      ...[
        'BEGIN:VEVENT',
        'UID:d',
        'DTSTART:19000101T080000Z',
        'RRULE:FREQ=DAILY;COUNT=1000000000',
        'SUMMARY:d',
        'END:VEVENT',
      ],
      ...[
        'BEGIN:VEVENT',
        'UID:m',
        'DTSTART:19700101T000030Z',
        'RRULE:FREQ=MINUTELY;INTERVAL=720;COUNT=1000000000',
        'SUMMARY:m',
        'END:VEVENT',
      ],
    );
    expect(occurrencesOf(readText(text, { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' }))).toEqual([
      'd: 2026-11-23 08:00',
      'm: 2026-11-23 00:00:30Z',
      'm: 2026-11-23 12:00:30Z',
    ]);
  });
});
