import { expect, test } from 'vitest';
import { type CalendarEvent, eventSchema } from '#shared/calendar/event';
import { writeCalendar } from '#shared/calendar/write';
import { placementSchema } from '#shared/engine/plan';
import { parseZone } from '#shared/time/zone';
import { notesOf, occurrencesOf, readText } from '../../../helpers/read-fixture';

const BERLIN = parseZone('Europe/Berlin')!;
const NOW = '2026-11-21T06:00:00Z';

function placement(more: Record<string, unknown>) {
  return placementSchema.parse({
    kind: 'task',
    id: 't1',
    start: '2026-11-23T08:00:00Z',
    end: '2026-11-23T09:30:00Z',
    ...more,
  });
}

function event(more: Partial<CalendarEvent>): CalendarEvent {
  return eventSchema.parse({
    id: 'e1',
    calendarId: 'work',
    uid: 'u1',
    title: 'Event',
    start: '2026-11-23T08:00:00Z',
    end: '2026-11-23T09:00:00Z',
    ...more,
  });
}

function uidsIn(text: string): string[] {
  return [...text.replaceAll('\r\n ', '').matchAll(/^UID:(.*)$/gm)].map((match) => match[1]!.trim());
}

test('[CAL-80] a written plan reads back with the same times and without a note', () => {
  const text = writeCalendar({
    entries: [{ placement: placement({}), title: 'Report, first; draft' }],
    events: [
      event({ id: 'e1', uid: 'u1', location: 'HQ\nRoom 3', tentative: true }),
      event({
        id: 'e2',
        uid: 'u2',
        title: 'Holiday',
        allDay: true,
        busy: false,
        start: '2026-11-23T23:00:00Z',
        end: '2026-11-25T23:00:00Z',
        startDay: '2026-11-24' as never,
        endDay: '2026-11-26' as never,
      }),
    ],
    zone: BERLIN,
    now: NOW,
  });
  const file = readText(text, { zone: 'Europe/Berlin' });
  expect(notesOf(file)).toEqual([]);
  expect(occurrencesOf(file)).toEqual([
    'Event: 2026-11-23 08:00 – 2026-11-23 09:00',
    'Holiday: 2026-11-24 – 2026-11-26',
    'Report, first; draft: 2026-11-23 08:00 – 2026-11-23 09:30',
  ]);
  const read = Object.fromEntries(file.items.flatMap((item) => item.occurrences).map((x) => [x.uid, x]));
  expect(read.u1).toMatchObject({ location: 'HQ\nRoom 3', tentative: true, busy: true });
  expect(read.u2).toMatchObject({ busy: false, allDay: true, start: '2026-11-23T23:00:00Z' });
});

test('[CAL-81] the text is CRLF and no line is longer than 75 octets', () => {
  const text = writeCalendar({
    entries: [{ placement: placement({}), title: '会議 '.repeat(60) }],
    events: [],
    zone: BERLIN,
    now: NOW,
  });
  const lines = text.split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('[CAL-83] UIDs name kind, id, day and piece, whatever the time', () => {
  const write = (start: string, end: string): string[] =>
    uidsIn(
      writeCalendar({
        entries: [
          { placement: placement({ start, end }), title: 'Task' },
          { placement: placement({ start, end, chunk: { index: 1, of: 3 } }), title: 'Piece' },
          { placement: placement({ start, end, kind: 'habit', id: 'h1', day: '2026-11-23' }), title: 'Run' },
        ],
        events: [event({ start, end }), event({ start, end, recurrenceId: '2026-11-23T08:00:00Z' })],
        zone: BERLIN,
        now: NOW,
      }),
    );
  const uids = [
    'habit-h1-2026-11-23@daywright',
    'task-t1-1@daywright',
    'task-t1@daywright',
    'u1',
    'u1-2026-11-23T08:00:00Z',
  ];
  expect(write('2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z')).toEqual(uids);
  expect(write('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z')).toEqual(uids);
});

test('[CAL-83] a later export is a newer version', () => {
  const sequence = (now: string): number =>
    Number(
      /SEQUENCE:(\d+)/.exec(
        writeCalendar({ entries: [{ placement: placement({}), title: 'T' }], events: [], zone: BERLIN, now }),
      )![1],
    );
  expect(sequence('2026-11-21T06:01:00Z')).toBeGreaterThan(sequence('2026-11-21T06:00:00Z'));
});

test('[CAL-84] both readings of an overlap are written in UTC, what is beside it as wall time', () => {
  const starts = (start: string, end: string): string =>
    /DTSTART[^\r]*/.exec(
      writeCalendar({
        entries: [{ placement: placement({ start, end }), title: 'T' }],
        events: [],
        zone: BERLIN,
        now: NOW,
      }).split('BEGIN:VEVENT')[1]!,
    )![0];
  expect(starts('2026-10-24T23:59:00Z', '2026-10-25T01:30:00Z')).toBe('DTSTART;TZID=Europe/Berlin:20261025T015900');
  expect(starts('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')).toBe('DTSTART:20261025T003000Z');
  expect(starts('2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z')).toBe('DTSTART:20261025T013000Z');
  expect(starts('2026-10-25T02:00:00Z', '2026-10-25T02:30:00Z')).toBe('DTSTART;TZID=Europe/Berlin:20261025T030000');
  // In spring nothing is read twice.
  expect(starts('2026-03-29T01:00:00Z', '2026-03-29T02:30:00Z')).toBe('DTSTART;TZID=Europe/Berlin:20260329T030000');
});

test('[CAL-82] a plan in UTC needs no VTIMEZONE, an empty one neither', () => {
  const utc = parseZone('Etc/UTC')!;
  expect(
    writeCalendar({ entries: [{ placement: placement({}), title: 'T' }], events: [], zone: utc, now: NOW }),
  ).not.toContain('VTIMEZONE');
  expect(writeCalendar({ entries: [], events: [], zone: BERLIN, now: NOW }).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daywright//Plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Daywright',
    'X-WR-TIMEZONE:Europe/Berlin',
    'END:VCALENDAR',
    '',
  ]);
});
