import { describe, expect, it } from 'vitest';
import { type TimeUseSources, timeUse } from '#renderer/features/insights/time-use';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import { settingsSchema } from '#shared/engine/settings';
import { habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { projectSchema, taskSchema } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { placed } from '../../../../helpers/sample-plan';

const event = (id: string, start: string, end: string, more = {}) =>
  eventSchema.parse({ id, calendarId: 'work', uid: id, title: id, start, end, ...more });

const sources: TimeUseSources = {
  settings: settingsSchema.parse({
    timeZone: 'Europe/Berlin',
    workingHours: { '1': [['09:00', '17:00']], '2': [['09:00', '17:00']] },
  }),
  calendars: [calendarSchema.parse({ id: 'work', name: 'Work' })],
  events: [
    // Monday 10:00 to 11:30 in Berlin.
    event('a', '2026-11-23T09:00:00Z', '2026-11-23T10:30:00Z'),
    // Tuesday 10:00 to 12:00, of which 42 minutes are over at 10:42.
    event('b', '2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z'),
    event('free', '2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z', { busy: false }),
    event('holiday', '2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z', { allDay: true }),
  ],
  placements: [
    placed('task', 'done', '2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z'),
    placed('task', 'open', '2026-11-23T14:00:00Z', '2026-11-23T15:00:00Z'),
  ],
  tasks: [
    taskSchema.parse({ id: 'done', title: 'Done', durationMinutes: 60, status: 'done', projectId: 'p' }),
    taskSchema.parse({ id: 'open', title: 'Open', durationMinutes: 60 }),
  ],
  projects: [projectSchema.parse({ id: 'p', name: 'Rebrand' })],
  habits: [habitSchema.parse({ id: 'h', title: 'Run', durationMinutes: 45, targetTime: '07:00' })],
  habitOccurrences: [
    habitOccurrenceSchema.parse({
      id: 'h@1',
      habitId: 'h',
      day: '2026-11-23',
      state: 'done',
      start: '2026-11-23T06:00:00Z',
      end: '2026-11-23T06:45:00Z',
    }),
    habitOccurrenceSchema.parse({
      id: 'h@2',
      habitId: 'h',
      day: '2026-11-24',
      state: 'missed',
      start: '2026-11-24T06:00:00Z',
      end: '2026-11-24T06:45:00Z',
    }),
  ],
};

describe('time use', () => {
  const use = timeUse(sources, '2026-11-23' as Day, '2026-11-24' as Day, parseInstant('2026-11-24T09:42:00Z')!);

  it('counts events that took time, tasks that were done and habits that were kept, up to now', () => {
    expect(use.days).toEqual([
      { day: '2026-11-23', minutes: { event: 90, task: 60, habit: 45 } },
      { day: '2026-11-24', minutes: { event: 42, task: 0, habit: 0 } },
    ]);
    expect(use.minutes).toEqual({ event: 132, task: 60, habit: 45 });
  });

  it('names calendars, projects and habits', () => {
    expect(use.parts.event).toEqual([{ kind: 'event', id: 'work', name: 'Work', minutes: 132, count: 2 }]);
    expect(use.parts.task).toEqual([{ kind: 'task', id: 'p', name: 'Rebrand', minutes: 60, count: 1 }]);
    expect(use.parts.habit).toEqual([{ kind: 'habit', id: 'h', name: 'Run', minutes: 45, count: 1 }]);
  });

  it('leaves free what nothing took of the hours that are over', () => {
    // Monday 480 less 150; Tuesday 102 minutes until 10:42 less 42.
    expect(use.workingMinutes).toBe(582);
    expect(use.freeMinutes).toBe(330 + 60);
  });
});
