import { describe, expect, it } from 'vitest';
import { currentBlock, type DayWorld, dayAgenda, dayTotals, nextBlock } from '#renderer/features/today/day-agenda';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import { placementSchema } from '#shared/engine/plan';
import { settingsSchema } from '#shared/engine/settings';
import { habitSchema } from '#shared/habits/habit';
import { taskSchema } from '#shared/tasks/task';
import { parseDay } from '#shared/time/day';
import { instant } from '#shared/time/instant';
import type { OwnMatch } from '#shared/tournaments/own-matches';

const TUESDAY = parseDay('2026-11-24')!;
const at = (text: string) => instant(Date.parse(text));

// Berlin is UTC+1: 08:00Z is 9:00.
const WORLD: DayWorld = {
  settings: settingsSchema.parse({ timeZone: 'Europe/Berlin', workingHours: { '2': [['09:00', '18:00']] } }),
  calendars: [
    calendarSchema.parse({ id: 'work', name: 'Work', color: 'work' }),
    calendarSchema.parse({ id: 'fyi', name: 'Holidays', blocks: false, color: 'plum' }),
  ],
  projects: [{ id: 'p', name: 'Q4 board' }],
  tasks: [
    taskSchema.parse({ id: 'deck', title: 'Board deck', durationMinutes: 90, projectId: 'p' }),
    taskSchema.parse({ id: 'flights', title: 'Oslo flights', durationMinutes: 30, status: 'done' }),
  ],
  habits: [habitSchema.parse({ id: 'walk', title: 'Lunch walk', durationMinutes: 30, targetTime: '12:15' })],
  habitOccurrences: [],
  matches: [],
  posts: [],
  placements: [
    placementSchema.parse({
      kind: 'task',
      id: 'deck',
      start: '2026-11-24T08:30:00Z',
      end: '2026-11-24T10:00:00Z',
      pinned: true,
      slack: 'ample',
    }),
    placementSchema.parse({ kind: 'task', id: 'flights', start: '2026-11-24T12:00:00Z', end: '2026-11-24T12:30:00Z' }),
    placementSchema.parse({
      kind: 'habit',
      id: 'walk',
      day: '2026-11-24',
      start: '2026-11-24T11:15:00Z',
      end: '2026-11-24T11:45:00Z',
    }),
    placementSchema.parse({
      kind: 'habit',
      id: 'walk',
      day: '2026-11-25',
      start: '2026-11-25T11:15:00Z',
      end: '2026-11-25T11:45:00Z',
    }),
    placementSchema.parse({ kind: 'task', id: 'gone', start: '2026-11-24T14:00:00Z', end: '2026-11-24T15:00:00Z' }),
  ],
  events: [
    eventSchema.parse({
      id: 'e1',
      calendarId: 'work',
      uid: 'e1',
      title: 'Review',
      location: 'Room 4',
      start: '2026-11-24T10:00:00Z',
      end: '2026-11-24T11:00:00Z',
    }),
    eventSchema.parse({
      id: 'e2',
      calendarId: 'work',
      uid: 'e2',
      title: 'Prep',
      start: '2026-11-24T10:30:00Z',
      end: '2026-11-24T11:00:00Z',
    }),
    eventSchema.parse({
      id: 'e3',
      calendarId: 'fyi',
      uid: 'e3',
      title: 'Fair',
      start: '2026-11-24T15:00:00Z',
      end: '2026-11-24T16:00:00Z',
    }),
    eventSchema.parse({
      id: 'e4',
      calendarId: 'work',
      uid: 'e4',
      title: 'Bins',
      start: '2026-11-23T23:00:00Z',
      end: '2026-11-24T23:00:00Z',
      allDay: true,
    }),
    eventSchema.parse({
      id: 'e5',
      calendarId: 'work',
      uid: 'e5',
      title: 'Yesterday',
      start: '2026-11-23T10:00:00Z',
      end: '2026-11-23T11:00:00Z',
    }),
  ],
};

const AGENDA = dayAgenda(WORLD, TUESDAY);

describe('the day agenda', () => {
  it('lists the blocks of the day by time, and all-day events apart', () => {
    expect(AGENDA.blocks.map((block) => block.title)).toEqual([
      'Board deck',
      'Review',
      'Prep',
      'Lunch walk',
      'Oslo flights',
      'Fair',
    ]);
    expect(AGENDA.allDay.map((block) => block.title)).toEqual(['Bins']);
  });

  it('says project, place or calendar, lock and state', () => {
    const [deck, review, prep, , flights] = AGENDA.blocks;
    expect(deck).toMatchObject({ meta: 'Q4 board', locked: true, slack: 'ample', state: 'planned' });
    expect(review).toMatchObject({ meta: 'Room 4', edge: 'work' });
    expect(prep!.meta).toBe('Work');
    expect(flights!.state).toBe('done');
  });

  it('shows own matches with their court, and sums them', () => {
    const own: OwnMatch = {
      id: 'cup/m1',
      tournament: 'cup',
      match: 'm1',
      role: 'umpires',
      isCertain: true,
      start: at('2026-11-24T13:00:00Z'),
      end: at('2026-11-24T13:45:00Z'),
      title: 'Umpire: WS QF 17',
      court: 'Court 3',
      tournamentName: 'Harbour Cup',
      isOver: false,
    };
    const agenda = dayAgenda({ ...WORLD, matches: [own] }, TUESDAY);
    expect(agenda.blocks.find(({ kind }) => kind === 'match')).toMatchObject({
      key: 'match:cup/m1',
      title: 'Umpire: WS QF 17',
      meta: 'Court 3',
      calendar: 'Harbour Cup',
      busy: true,
      state: 'planned',
    });
    expect(dayTotals(agenda, WORLD.settings, TUESDAY, at('2026-11-24T08:00:00Z')).matchMinutes).toBe(45);
  });

  it('shows posts at the time they go out, and sums nothing for them', () => {
    const start = at('2026-11-24T13:00:00Z');
    const post = {
      id: 'p1',
      title: 'LinkedIn: hiring',
      platform: 'linkedin',
      platformName: 'LinkedIn',
      start,
      end: at('2026-11-24T13:30:00Z'),
      done: false,
      locked: true,
      text: '',
    };
    const agenda = dayAgenda({ ...WORLD, posts: [post] }, TUESDAY);
    expect(agenda.blocks.find(({ kind }) => kind === 'post')).toMatchObject({
      key: 'post:p1',
      busy: false,
      locked: true,
      state: 'planned',
    });
    const now = at('2026-11-24T08:00:00Z');
    expect(dayTotals(agenda, WORLD.settings, TUESDAY, now)).toEqual(dayTotals(AGENDA, WORLD.settings, TUESDAY, now));
  });

  it('knows what runs and what comes next', () => {
    const now = at('2026-11-24T09:42:00Z');
    expect(currentBlock(AGENDA, now, ['task', 'habit'])?.title).toBe('Board deck');
    expect(currentBlock(AGENDA, at('2026-11-24T10:00:00Z'), ['task', 'habit'])).toBeNull();
    expect(nextBlock(AGENDA, now)?.title).toBe('Review');
    expect(nextBlock(AGENDA, at('2026-11-24T11:30:00Z'))?.title).toBe('Fair');
    expect(nextBlock(AGENDA, at('2026-11-24T20:00:00Z'))).toBeNull();
  });

  it('sums the day, overlapping events once and events that block nothing not at all', () => {
    expect(dayTotals(AGENDA, WORLD.settings, TUESDAY, at('2026-11-24T09:42:00Z'))).toEqual({
      taskMinutes: 120,
      eventMinutes: 60,
      matchMinutes: 0,
      habitMinutes: 30,
      // From 10:42 to 18:00 are 438 minutes, less 18 of the deck, 60 review, 30 walk, 30 flights.
      free: { minutes: 300, until: '18:00' },
    });
  });

  it('says nothing of free time after work and on days off', () => {
    expect(dayTotals(AGENDA, WORLD.settings, TUESDAY, at('2026-11-24T17:00:00Z')).free).toBeNull();
    const sunday = parseDay('2026-11-29')!;
    expect(dayTotals(dayAgenda(WORLD, sunday), WORLD.settings, sunday, at('2026-11-24T09:42:00Z')).free).toBeNull();
  });

  it('takes the state of a habit from its day', () => {
    const done = dayAgenda(
      {
        ...WORLD,
        habitOccurrences: [
          {
            id: 'walk@2026-11-24',
            habitId: 'walk',
            day: TUESDAY,
            state: 'missed',
            start: null,
            end: null,
            pinned: false,
            completedAt: null,
            amount: null,
          },
        ],
      },
      TUESDAY,
    );
    expect(done.blocks.find((block) => block.kind === 'habit')?.state).toBe('missed');
  });
});
