import { describe, expect, it } from 'vitest';
import { thingsOf } from '#renderer/features/palette/palette-things';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import { placementSchema } from '#shared/engine/plan';
import { settingsSchema } from '#shared/engine/settings';
import { habitSchema } from '#shared/habits/habit';
import { taskSchema } from '#shared/tasks/task';
import { instant } from '#shared/time/instant';

const NOW = instant(Date.parse('2026-11-24T09:42:00Z'));
const WORLD = {
  settings: settingsSchema.parse({ timeZone: 'Europe/Berlin' }),
  calendars: [
    calendarSchema.parse({ id: 'work', name: 'Work' }),
    calendarSchema.parse({ id: 'hidden', name: 'Hidden', visible: false }),
  ],
  projects: [{ id: 'p', name: 'Family' }],
  tasks: [
    taskSchema.parse({ id: 'done', title: 'Old plan', durationMinutes: 30, status: 'done' }),
    taskSchema.parse({ id: 'stall', title: 'Advent stall plan', durationMinutes: 90, projectId: 'p' }),
    taskSchema.parse({ id: 'trip', title: 'Plan trip', durationMinutes: 90, dueAt: '2026-11-26T23:00:00Z' }),
  ],
  habits: [habitSchema.parse({ id: 'walk', title: 'Walk', durationMinutes: 30, targetTime: '12:15' })],
  placements: [
    placementSchema.parse({ kind: 'task', id: 'stall', start: '2026-11-29T14:00:00Z', end: '2026-11-29T15:30:00Z' }),
    placementSchema.parse({
      kind: 'habit',
      id: 'walk',
      day: '2026-11-24',
      start: '2026-11-24T07:15:00Z',
      end: '2026-11-24T07:45:00Z',
    }),
    placementSchema.parse({
      kind: 'habit',
      id: 'walk',
      day: '2026-11-25',
      start: '2026-11-25T11:15:00Z',
      end: '2026-11-25T11:45:00Z',
    }),
  ],
};
const event = (id: string, uid: string, start: string, calendarId = 'work') =>
  eventSchema.parse({ id, calendarId, uid, title: uid, start, end: start });
const EVENTS = [
  event('1', 'Sprint planning', '2026-11-23T10:00:00Z'),
  event('2', 'Planning poker', '2026-11-30T12:00:00Z'),
  event('3', 'Stand-up', '2026-11-24T08:00:00Z'),
  event('4', 'Stand-up', '2026-11-25T08:00:00Z'),
  event('5', 'Secret', '2026-11-25T08:00:00Z', 'hidden'),
];

describe('things in the palette', () => {
  const things = thingsOf(WORLD, EVENTS, NOW);

  it('are open tasks, habits, events by nearness, and finished tasks last', () => {
    expect(things.map((thing) => thing.text)).toEqual([
      'Advent stall plan',
      'Plan trip',
      'Walk',
      'Stand-up',
      'Sprint planning',
      'Planning poker',
      'Old plan',
    ]);
  });

  it('say where they stand', () => {
    expect(things.map((thing) => thing.detail)).toEqual([
      'Task, Sun 29 Nov 15:00',
      'Task, due Thu',
      'Habit, Wed 25 Nov 12:15',
      'Work, Wed 25 Nov 9:00',
      'Work, Mon 23 Nov 11:00',
      'Work, Mon 30 Nov 13:00',
      'Task, done',
    ]);
  });
});
