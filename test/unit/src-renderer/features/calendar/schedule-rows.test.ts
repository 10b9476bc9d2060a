import { describe, expect, test } from 'vitest';
import type { RowSources } from '#renderer/features/calendar/schedule-rows';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import { placementSchema } from '#shared/engine/plan';
import { habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { taskSchema } from '#shared/tasks/task';
import { parseInstant, plusMinutes } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { OwnMatch } from '#shared/tournaments/own-matches';
import { scheduleRows } from '../../../../helpers/schedule-rows';

const zone = parseZone('Europe/Berlin')!;
const MONDAY = parseInstant('2026-11-22T23:00:00Z')!;
const NEXT_MONDAY = parseInstant('2026-11-29T23:00:00Z')!;

const work = calendarSchema.parse({ id: 'work', name: 'Work', color: 'work' });
const standUp = eventSchema.parse({
  id: 'e1',
  calendarId: 'work',
  uid: 'u1',
  title: 'Team stand-up',
  start: '2026-11-24T08:00:00Z',
  end: '2026-11-24T08:30:00Z',
});
const report = taskSchema.parse({ id: 't1', title: 'Report', durationMinutes: 90, dueAt: '2026-11-26T16:00:00Z' });
const run = habitSchema.parse({ id: 'h1', title: 'Run', durationMinutes: 45, targetTime: '07:00' });
const placedReport = placementSchema.parse({
  kind: 'task',
  id: 't1',
  start: '2026-11-24T14:15:00Z',
  end: '2026-11-24T15:45:00Z',
  slack: 'ample',
});

function sources(over: Partial<RowSources> = {}): RowSources {
  return {
    zone,
    events: [],
    calendars: [work],
    placements: [],
    tasks: [report],
    projects: [],
    habits: [run],
    habitOccurrences: [],
    matches: [],
    posts: [],
    ...over,
  };
}

describe('the rows of a week', () => {
  test('come by start, with their calendar, and without what lies outside', () => {
    const later = { ...standUp, id: 'e2', start: '2026-11-30T08:00:00Z', end: '2026-11-30T08:30:00Z' };
    const rows = scheduleRows(sources({ events: [later, standUp], placements: [placedReport] }), MONDAY, NEXT_MONDAY);
    expect(rows.map((row) => row.key)).toEqual(['event:e1', 'task:t1::']);
    expect(rows[0]).toMatchObject({ kind: 'event', calendarName: 'Work', edge: 'work', free: false });
  });

  test('show posts at the time they go out, beside everything else', () => {
    const start = parseInstant('2026-11-24T07:00:00Z')!;
    const post = {
      id: 'p1',
      title: 'LinkedIn: hiring',
      platform: 'linkedin',
      platformName: 'LinkedIn',
      start,
      end: plusMinutes(start, 30),
      done: true,
      locked: false,
      text: 'We are hiring',
    };
    expect(scheduleRows(sources({ posts: [post] }), MONDAY, NEXT_MONDAY)).toMatchObject([
      { key: 'post:p1', kind: 'post', title: 'LinkedIn: hiring', done: true, text: 'We are hiring' },
    ]);
  });

  test('show own matches of a tournament with their court, and say which only may come', () => {
    const own: OwnMatch = {
      id: 'cup/m1',
      tournament: 'cup',
      match: 'm1',
      role: 'plays',
      isCertain: false,
      start: parseInstant('2026-11-28T12:30:00Z')!,
      end: parseInstant('2026-11-28T13:15:00Z')!,
      title: 'QF if R16 won',
      court: 'Court 1',
      tournamentName: 'Harbour Cup',
      isOver: false,
    };
    expect(scheduleRows(sources({ matches: [own] }), MONDAY, NEXT_MONDAY)).toMatchObject([
      { kind: 'match', key: 'match:cup/m1', title: 'QF if R16 won', place: 'Court 1', perhaps: true, done: false },
    ]);
  });

  test('leave out events of a hidden calendar', () => {
    const calendars = [{ ...work, visible: false }];
    expect(scheduleRows(sources({ events: [standUp], calendars }), MONDAY, NEXT_MONDAY)).toEqual([]);
  });

  test('show an all-day event by its dates, not by its instants', () => {
    const trip = eventSchema.parse({
      ...standUp,
      allDay: true,
      start: '2026-11-25T23:00:00Z',
      end: '2026-11-27T23:00:00Z',
      startDay: '2026-11-26',
      endDay: '2026-11-28',
    });
    const [row] = scheduleRows(sources({ events: [trip] }), MONDAY, NEXT_MONDAY);
    expect(row).toMatchObject({ allDay: true, firstDay: '2026-11-26', endDay: '2026-11-28' });
  });

  test('a task fixed by hand shows before any plan has placed it, and once after', () => {
    const pinned = { ...report, pinnedStart: '2026-11-25T09:00:00Z' };
    const alone = scheduleRows(sources({ tasks: [pinned] }), MONDAY, NEXT_MONDAY);
    expect(alone.map((row) => [row.key, row.end - row.start])).toEqual([['task:t1::', 90 * 60_000]]);
    const planned = scheduleRows(sources({ tasks: [pinned], placements: [placedReport] }), MONDAY, NEXT_MONDAY);
    expect(planned).toHaveLength(1);
    expect(planned[0]).toMatchObject({ kind: 'task', locked: true });
  });

  test('pieces of a split task are rows of their own', () => {
    const pieces = [0, 1].map((index) => ({
      ...placedReport,
      start: `2026-11-24T1${index}:00:00Z`,
      end: `2026-11-24T1${index}:45:00Z`,
      chunk: { index, of: 2 },
    }));
    expect(scheduleRows(sources({ placements: pieces }), MONDAY, NEXT_MONDAY).map((row) => row.key)).toEqual([
      'task:t1::0',
      'task:t1::1',
    ]);
  });

  test('a habit day is one row: its place from the plan, its state from its occurrence', () => {
    const placement = placementSchema.parse({
      kind: 'habit',
      id: 'h1',
      day: '2026-11-24',
      start: '2026-11-24T06:00:00Z',
      end: '2026-11-24T06:45:00Z',
    });
    const occurrence = habitOccurrenceSchema.parse({
      id: 'h1@2026-11-24',
      habitId: 'h1',
      day: '2026-11-24',
      state: 'doneLate',
      start: '2026-11-24T05:00:00Z',
      end: '2026-11-24T05:45:00Z',
    });
    const rows = scheduleRows(
      sources({ placements: [placement], habitOccurrences: [occurrence] }),
      MONDAY,
      NEXT_MONDAY,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ key: 'habit:h1:2026-11-24:', state: 'done', start: Date.UTC(2026, 10, 24, 6) });
  });

  test('a lived habit day stays when the plan no longer has it', () => {
    const missed = habitOccurrenceSchema.parse({
      id: 'h1@2026-11-23',
      habitId: 'h1',
      day: '2026-11-23',
      state: 'missed',
      start: '2026-11-23T06:00:00Z',
      end: '2026-11-23T06:45:00Z',
    });
    const [row] = scheduleRows(sources({ habitOccurrences: [missed] }), MONDAY, NEXT_MONDAY);
    expect(row).toMatchObject({ kind: 'habit', state: 'missed', day: '2026-11-23' });
  });
});
