import { expect, it } from 'vitest';
import { eventBars } from '#renderer/features/posts/event-bars';
import { eventSchema } from '#shared/calendar/event';
import { parseDay } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

const berlin = parseZone('Europe/Berlin')!;
const MONDAY = parseDay('2026-11-23')!;
const event = (id: string, start: string, end: string, more: object = {}) =>
  eventSchema.parse({ id, calendarId: 'c', uid: id, title: id, start, end, ...more });

it('draws timed events within the week, cut at its ends', () => {
  const events = [
    event('Late', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'),
    event('Early', '2026-11-22T22:00:00Z', '2026-11-23T00:00:00Z'),
    event('Before', '2026-11-21T10:00:00Z', '2026-11-21T11:00:00Z'),
    event('Holiday', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', { allDay: true }),
    event('Refused', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z', { declined: true }),
  ];
  expect(eventBars(events, berlin, MONDAY)).toEqual([
    { key: 'Early', title: 'Early', words: '23:00 – 1:00 Early', from: 0, to: 1 / 24 / 7 },
    { key: 'Late', title: 'Late', words: '13:00 – 14:00 Late', from: (1 + 13 / 24) / 7, to: (1 + 14 / 24) / 7 },
  ]);
});
