import { describe, expect, test } from 'vitest';
import { allDayBar, daySegments } from '#renderer/features/calendar/day-segments';
import type { EventRow, ScheduleRow } from '#renderer/features/calendar/schedule-rows';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;

function event(start: string, end: string, over: Partial<EventRow> = {}): EventRow {
  return {
    kind: 'event',
    key: 'event:e1',
    id: 'e1',
    title: 'Call',
    start: parseInstant(start)!,
    end: parseInstant(end)!,
    calendarName: 'Work',
    edge: 'work',
    place: null,
    allDay: false,
    firstDay: '2026-11-24' as Day,
    endDay: '2026-11-25' as Day,
    free: false,
    declined: false,
    ...over,
  };
}

function shown(row: ScheduleRow) {
  return daySegments(row, BERLIN).map(({ day, startMinute, endMinute, continued }) => [
    day,
    startMinute,
    endMinute,
    continued,
  ]);
}

describe('where a row lies', () => {
  test('within a day it lies where the wall clock says', () => {
    expect(shown(event('2026-11-24T13:00:00Z', '2026-11-24T14:30:00Z'))).toEqual([['2026-11-24', 840, 930, 'no']]);
  });

  test('an end at midnight is the end of its day, not a second block', () => {
    expect(shown(event('2026-11-24T21:00:00Z', '2026-11-24T23:00:00Z'))).toEqual([['2026-11-24', 1320, 1440, 'no']]);
  });

  test('a night is two blocks', () => {
    expect(shown(event('2026-11-28T21:30:00Z', '2026-11-29T00:30:00Z'))).toEqual([
      ['2026-11-28', 1350, 1440, 'on'],
      ['2026-11-29', 0, 90, 'from'],
    ]);
  });

  test('what has no length is shown a quarter of an hour high, also at the end of a day', () => {
    expect(shown(event('2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z'))).toEqual([['2026-11-24', 540, 555, 'no']]);
    expect(shown(event('2026-11-24T22:55:00Z', '2026-11-24T22:55:00Z'))).toEqual([['2026-11-24', 1425, 1440, 'no']]);
  });

  test('a day or longer goes to the all-day row, and an all-day event too', () => {
    const long = event('2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z', { endDay: '2026-11-26' as Day });
    expect(shown(long)).toEqual([]);
    expect(allDayBar(long)).toMatchObject({ firstDay: '2026-11-24', endDay: '2026-11-26' });
    expect(allDayBar(event('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'))).toBeNull();
    const oneDay = event('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', {
      allDay: true,
      endDay: '2026-11-24' as Day,
    });
    expect(allDayBar(oneDay)).toMatchObject({ firstDay: '2026-11-24', endDay: '2026-11-25' });
  });
});

describe('where the clocks change in Berlin', () => {
  test('the hour that 29 March skips makes a real hour two hours tall, and loses nothing', () => {
    expect(shown(event('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'))).toEqual([['2026-03-29', 90, 210, 'no']]);
    expect(shown(event('2026-03-29T08:00:00Z', '2026-03-29T09:00:00Z'))).toEqual([['2026-03-29', 600, 660, 'no']]);
  });

  test('both readings of 2:30 on 25 October are there, each once', () => {
    expect(shown(event('2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z'))).toEqual([['2026-10-25', 150, 180, 'no']]);
    expect(shown(event('2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z'))).toEqual([['2026-10-25', 150, 180, 'no']]);
  });

  test('a block that ends on an earlier clock than it began keeps its real length', () => {
    expect(shown(event('2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z'))).toEqual([['2026-10-25', 165, 195, 'no']]);
  });

  test('25 hours from midnight to midnight belong to the all-day row', () => {
    expect(shown(event('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'))).toEqual([]);
  });
});
