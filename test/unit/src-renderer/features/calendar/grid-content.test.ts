import { describe, expect, test } from 'vitest';
import { gridContent } from '#renderer/features/calendar/grid-content';
import type { EventRow } from '#renderer/features/calendar/schedule-rows';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;

function event(id: string, start: string, end: string): EventRow {
  return {
    kind: 'event',
    key: `event:${id}`,
    id,
    title: id,
    start: parseInstant(start)!,
    end: parseInstant(end)!,
    calendarName: '',
    edge: 'work',
    place: null,
    allDay: false,
    firstDay: '2026-03-29' as Day,
    endDay: '2026-03-30' as Day,
    free: false,
    declined: false,
  };
}

describe('what a grid draws', () => {
  test('blocks of the day the clocks change lie on that day, in order', () => {
    const rows = [
      event('skipped', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z'),
      event('early', '2026-03-28T23:30:00Z', '2026-03-29T00:30:00Z'),
    ];
    const content = gridContent(rows, BERLIN, '2026-03-23' as Day, 7);
    const blocks = content.layouts.flatMap(({ day, blocks }) => blocks.map(({ segment }) => [segment.row.title, day]));
    expect(blocks).toEqual([
      ['early', '2026-03-29'],
      ['skipped', '2026-03-29'],
    ]);
  });

  test('every id is there once, also of a night over midnight, and only of days in view', () => {
    const night = event('night', '2026-03-29T20:00:00Z', '2026-03-30T03:00:00Z');
    const week = gridContent([night], BERLIN, '2026-03-23' as Day, 7);
    expect([...week.segments.keys()]).toEqual(['event:night@2026-03-29']);
    const nextWeek = gridContent([night], BERLIN, '2026-03-30' as Day, 7);
    expect([...nextWeek.segments.keys()]).toEqual(['event:night@2026-03-30']);
    expect(nextWeek.stops).toEqual([{ id: 'event:night@2026-03-30', day: '2026-03-30', minute: 0 }]);
  });
});
