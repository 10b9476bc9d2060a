import { describe, expect, test } from 'vitest';
import { monthEvents } from '#renderer/features/calendar/month-events';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { scheduleRows } from '../../../../helpers/schedule-rows';

const zone = parseZone('Europe/Berlin')!;
const calendars = [calendarSchema.parse({ id: 'work', name: 'Work', color: 'work' })];

function event(id: string, start: string, end: string) {
  return eventSchema.parse({ id, calendarId: 'work', uid: id, title: id, start, end });
}

describe('the chips of a month', () => {
  test('begin with the bars, lane by lane, so that a bar never lies under the chips of its first day', () => {
    const events = [
      event('early', '2026-11-24T07:00:00Z', '2026-11-24T08:00:00Z'),
      event('trip', '2026-11-24T09:00:00Z', '2026-11-27T09:00:00Z'),
      event('fair', '2026-11-25T09:00:00Z', '2026-11-26T10:00:00Z'),
      event('rest', '2026-11-28T09:00:00Z', '2026-11-29T10:00:00Z'),
    ];
    const rows = scheduleRows(
      {
        zone,
        events,
        calendars,
        placements: [],
        tasks: [],
        projects: [],
        habits: [],
        habitOccurrences: [],
        matches: [],
        posts: [],
      },
      parseInstant('2026-11-22T23:00:00Z')!,
      parseInstant('2026-11-29T23:00:00Z')!,
    );
    const chips = monthEvents(rows, zone, { firstDay: '2026-11-23' as Day, dayCount: 7 });
    expect(chips.map((chip) => chip.title)).toEqual(['trip', 'rest', 'fair', 'early']);
  });
});
