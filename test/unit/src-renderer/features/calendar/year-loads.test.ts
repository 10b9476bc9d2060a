import { describe, expect, it } from 'vitest';
import type { ScheduleRow } from '#renderer/features/calendar/schedule-rows';
import { loadLevel, monthsOfYear, yearLoads } from '#renderer/features/calendar/year-loads';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';

const BERLIN = 'Europe/Berlin' as ZoneId;
const row = (kind: 'event' | 'habit', start: string, end: string, more = {}) =>
  ({
    kind,
    key: start,
    id: start,
    title: '',
    start: parseInstant(start)!,
    end: parseInstant(end)!,
    ...more,
  }) as ScheduleRow;

describe('load of a year', () => {
  it('adds up what takes time by local day, over midnight on both days', () => {
    const loads = yearLoads(
      [
        row('event', '2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', { allDay: false, free: false }),
        // 23:30 to 0:15 in Berlin.
        row('habit', '2026-11-24T22:30:00Z', '2026-11-24T23:15:00Z'),
        row('event', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', { allDay: true, free: false }),
        row('event', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z', { allDay: false, free: true }),
      ],
      BERLIN,
    );
    expect([...loads]).toEqual([
      ['2026-11-24', { minutes: 120, entries: 2 }],
      ['2026-11-25', { minutes: 15, entries: 1 }],
    ]);
  });

  it.each([
    [0, 0],
    [15, 1],
    [120, 2],
    [240, 3],
    [420, 4],
    [900, 4],
  ])('%i minutes are level %i', (minutes, level) => {
    expect(loadLevel(minutes)).toBe(level);
  });
});

describe('months of a year', () => {
  const months = monthsOfYear('2026-11-24' as Day, 1);

  it('are twelve, of whole weeks', () => {
    expect(months.map((month) => month.first.slice(5, 7)).join(' ')).toBe('01 02 03 04 05 06 07 08 09 10 11 12');
    expect(months.flatMap((month) => month.weeks.flat()).filter((day) => day !== null)).toHaveLength(365);
    // 1 November 2026 is a Sunday.
    expect(months[10]!.weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(months[10]!.weeks).toHaveLength(6);
  });

  it('begin on the chosen weekday', () => {
    expect(monthsOfYear('2026-11-24' as Day, 7)[10]!.weeks[0]![0]).toBe('2026-11-01');
  });
});
