import { expect, it } from 'vitest';
import { eventBlocks } from '#renderer/features/tournaments/event-row-layout';
import { eventSchema } from '#shared/calendar/event';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const event = (id: string, start: string, end: string, more: object = {}) =>
  eventSchema.parse({ id, calendarId: 'c', uid: id, title: id, start, end, ...more });

it('puts timed events on the time axis of the board, cut at its ends', () => {
  // 9:00 to 13:00 in Berlin, two pixels a minute.
  const board = {
    from: parseInstant('2026-11-28T08:00:00Z')!,
    to: parseInstant('2026-11-28T12:00:00Z')!,
    pixelsPerMinute: 2,
  };
  const events = [
    event('Lunch', '2026-11-28T11:30:00Z', '2026-11-28T13:00:00Z'),
    event('Breakfast', '2026-11-28T07:00:00Z', '2026-11-28T08:15:00Z'),
    event('Before', '2026-11-28T07:00:00Z', '2026-11-28T08:00:00Z'),
    event('Holiday', '2026-11-28T00:00:00Z', '2026-11-29T00:00:00Z', { allDay: true }),
    event('Refused', '2026-11-28T09:00:00Z', '2026-11-28T10:00:00Z', { declined: true }),
  ];
  expect(eventBlocks(events, board, parseZone('Europe/Berlin')!)).toEqual([
    { key: 'Breakfast', title: 'Breakfast', words: '8:00 – 9:15 Breakfast', left: 0, width: 30 },
    { key: 'Lunch', title: 'Lunch', words: '12:30 – 14:00 Lunch', left: 420, width: 60 },
  ]);
});
