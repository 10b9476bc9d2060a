import { expect, test } from 'vitest';
import { parseRule } from '#shared/calendar/rules/rule';

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
