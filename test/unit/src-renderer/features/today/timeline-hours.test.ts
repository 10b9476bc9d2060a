import { describe, expect, it } from 'vitest';
import { type DayWorld, dayAgenda } from '#renderer/features/today/day-agenda';
import { timelineHours } from '#renderer/features/today/timeline-hours';
import { eventSchema } from '#shared/calendar/event';
import { settingsSchema } from '#shared/engine/settings';
import { type Day, parseDay } from '#shared/time/day';
import { formatInstant, instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const TUESDAY = parseDay('2026-11-24') as Day;
/** The clocks go back at 3:00: the day has 25 hours. */
const LONG_SUNDAY = parseDay('2026-10-25') as Day;

function hoursOf(day: Day, events: readonly (readonly [string, string])[], include: string | null = null) {
  const world: DayWorld = {
    settings: settingsSchema.parse({ timeZone: 'Europe/Berlin' }),
    calendars: [],
    projects: [],
    tasks: [],
    habits: [],
    habitOccurrences: [],
    placements: [],
    matches: [],
    posts: [],
    events: events.map(([start, end]) =>
      eventSchema.parse({ id: start, calendarId: 'c', uid: start, title: 'x', start, end }),
    ),
  };
  const at = include === null ? null : instant(Date.parse(include));
  const hours = timelineHours(dayAgenda(world, day), BERLIN, day, at);
  return [formatInstant(hours.start), formatInstant(hours.end), hours.lines.length];
}

describe('the hours of the timeline', () => {
  it('are 7:00 to 21:00 on a quiet day', () => {
    expect(hoursOf(TUESDAY, [])).toEqual(['2026-11-24T06:00:00Z', '2026-11-24T20:00:00Z', 15]);
  });

  it('reach to whole hours around early and late blocks and around now', () => {
    expect(hoursOf(TUESDAY, [['2026-11-24T04:20:00Z', '2026-11-24T05:00:00Z']])[0]).toBe('2026-11-24T04:00:00Z');
    expect(hoursOf(TUESDAY, [], '2026-11-24T21:10:00Z')[1]).toBe('2026-11-24T22:00:00Z');
  });

  it('stay inside the day', () => {
    expect(hoursOf(TUESDAY, [['2026-11-23T12:00:00Z', '2026-11-25T12:00:00Z']])).toEqual([
      '2026-11-23T23:00:00Z',
      '2026-11-24T23:00:00Z',
      25,
    ]);
  });

  it('count 25 hours where the clocks go back', () => {
    expect(hoursOf(LONG_SUNDAY, [['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']])).toEqual([
      '2026-10-24T22:00:00Z',
      '2026-10-25T23:00:00Z',
      26,
    ]);
  });
});
