import { describe, expect, it } from 'vitest';
import { minutesByCalendar } from '#renderer/app/calendar-hours';
import type { CalendarEvent } from '#shared/calendar/event';
import { type Instant, parseInstant } from '#shared/time/instant';

const at = (text: string): Instant => parseInstant(text)!;
const MONDAY = at('2026-11-23T00:00:00Z');
const NEXT_MONDAY = at('2026-11-30T00:00:00Z');

function event(calendarId: string, start: string, end: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  const id = `${calendarId}:${start}`;
  return { id, calendarId, uid: id, title: 'Event', start, end, allDay: false, busy: true, ...more };
}

describe('hours of a week by calendar', () => {
  it('adds timed events of each calendar', () => {
    const events = [
      event('work', '2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'),
      event('work', '2026-11-24T09:00:00Z', '2026-11-24T09:45:00Z'),
      event('family', '2026-11-25T15:00:00Z', '2026-11-25T16:00:00Z'),
    ];
    expect([...minutesByCalendar(events, MONDAY, NEXT_MONDAY)]).toEqual([
      ['work', 105],
      ['family', 60],
    ]);
  });

  it('counts what overlaps once, and only what lies in the week', () => {
    const events = [
      event('work', '2026-11-22T22:00:00Z', '2026-11-23T01:00:00Z'),
      event('work', '2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z'),
      event('work', '2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z'),
    ];
    expect(minutesByCalendar(events, MONDAY, NEXT_MONDAY).get('work')).toBe(60 + 180);
  });

  it('leaves out whole days and what was declined', () => {
    const events = [
      event('work', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', { allDay: true }),
      event('work', '2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z', { declined: true }),
    ];
    expect(minutesByCalendar(events, MONDAY, NEXT_MONDAY).get('work')).toBeUndefined();
  });
});
