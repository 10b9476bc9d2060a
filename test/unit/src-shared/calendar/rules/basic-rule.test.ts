import { expect, test } from 'vitest';
import { fromBasicRule } from '#shared/calendar/rules/basic-rule';
import { notesOf, occurrencesOf, readFixture } from '../../../../helpers/read-fixture';

test('[CAL-77] rules of vCalendar 1.0 repeat as they say', () => {
  const file = readFixture('rule-vcalendar');
  expect(occurrencesOf(file)).toEqual([
    'daily: 2026-11-02 09:00',
    'daily: 2026-11-05 09:00',
    'daily: 2026-11-08 09:00',
    'forever: 2026-12-17 09:00',
    'forever: 2026-12-24 09:00',
    'forever: 2026-12-31 09:00',
    'last day: 2026-11-30 09:00',
    'last day: 2026-12-31 09:00',
    'last friday: 2026-11-27 09:00',
    'last friday: 2026-12-25 09:00',
    'twice: 2026-11-10 09:00',
    'twice: 2026-11-11 09:00',
    'weekdays: 2026-11-03 09:00',
    'weekdays: 2026-11-05 09:00',
    'weekdays: 2026-11-17 09:00',
    'weekdays: 2026-11-19 09:00',
    'yearly: 2026-11-05 09:00',
  ]);
  expect(notesOf(file)).toEqual([]);
});

test('[CAL-77] they are told in the grammar of today; what is none stays as it is', () => {
  expect(fromBasicRule('MP2 1+ SU 1- SU #10')).toBe('FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU;COUNT=10');
  expect(fromBasicRule('MP6 1+ 3+ MO WE #4')).toBe('FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO,3MO,1WE,3WE;COUNT=4');
  expect(fromBasicRule('YD1 1 100 0600 #0')).toBe('FREQ=YEARLY;INTERVAL=1;BYYEARDAY=1,100');
  expect(fromBasicRule('FREQ=DAILY')).toBeNull();
  expect(fromBasicRule('D')).toBeNull();
});
