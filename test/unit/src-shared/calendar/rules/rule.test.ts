import { expect, test } from 'vitest';
import { parseRule } from '#shared/calendar/rules/rule';
import { calendarText, notesOf, occurrencesOf, readFixture, readText } from '../../../../helpers/read-fixture';

test('[CAL-61] parts are read in any case and order, lists sorted and without repetition', () => {
  expect(parseRule('byday=mo,-1FR,MO;FREQ=MONTHLY;BYMONTHDAY=3,1,3,-1;WKST=SU;INTERVAL=2')).toMatchObject({
    rule: {
      frequency: 'MONTHLY',
      interval: 2,
      weekStart: 7,
      byDay: [
        { weekday: 1, nth: 0 },
        { weekday: 5, nth: -1 },
      ],
      byMonthDay: [-1, 1, 3],
    },
    repairs: [],
  });
});

test('[CAL-61] values outside their range are dropped and told', () => {
  expect(parseRule('FREQ=DAILY;COUNT=0;BYMONTH=13;BYHOUR=-1;BYDAY=XX;BYEASTER=0;INTERVAL=-3')).toMatchObject({
    rule: { count: null, byMonth: [], byHour: [], byDay: [], interval: 1 },
    repairs: [
      'COUNT=0 ignored',
      'BYMONTH=13 ignored',
      'BYHOUR=-1 ignored',
      'BYDAY=XX ignored',
      'BYEASTER ignored',
      'INTERVAL=-3 read as 1',
    ],
  });
});

test('[CAL-61] a rule without a frequency is none', () => {
  expect([parseRule(''), parseRule('COUNT=3'), parseRule('FREQ=')]).toEqual([
    'FREQ is missing',
    'FREQ is missing',
    'FREQ= is no frequency',
  ]);
});

test('[CAL-38] SKIP of RFC 7529 is read', () => {
  expect(parseRule('RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD')).toMatchObject({ rule: { skip: 'FORWARD' } });
});

test('[CAL-93] RSCALE=GREGORIAN changes nothing; another calendar leaves the first occurrence and needs the user', () => {
  const file = readFixture('rule-rscale', { from: '2026-11-02T00:00:00Z' });
  // 31 January and ten months on: SKIP=BACKWARD takes the last day of a short month.
  expect(occurrencesOf(file)).toEqual([
    "Month's end: 2026-11-30 – 2026-12-01",
    'Spring Festival: 2026-11-24 – 2026-11-25',
  ]);
  expect(notesOf(file)).toEqual([
    'needsYou rule.notRead @13 ×1 RRULE “RSCALE=CHINESE;FREQ=YEARLY”: RSCALE=CHINESE counts by a calendar that is not read → Read without this repetition',
  ]);
});

test('[CAL-38] SKIP moves listed days of the month, too', () => {
  const march = (skip: string): string[] =>
    occurrencesOf(
      readText(
        calendarText(
          ...['BEGIN:VEVENT', 'UID:s', 'SUMMARY:s', 'DTSTART;VALUE=DATE:20260131'],
          ...[`RRULE:FREQ=MONTHLY;BYMONTHDAY=30,31;SKIP=${skip};COUNT=6`, 'END:VEVENT'],
        ),
        { from: '2026-01-01T12:00:00Z', to: '2026-04-15T00:00:00Z', zone: 'Etc/UTC' },
      ),
    ).map((line) => line.slice(8, 13));
  expect(march('OMIT')).toEqual(['01-31', '03-30', '03-31']);
  expect(march('BACKWARD')).toEqual(['01-31', '02-28', '03-30', '03-31']);
  expect(march('FORWARD')).toEqual(['01-31', '03-01', '03-30', '03-31']);
});
