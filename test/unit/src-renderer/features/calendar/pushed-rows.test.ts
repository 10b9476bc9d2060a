import { describe, expect, test } from 'vitest';
import { dropOutcome, outcomeWords } from '#renderer/features/calendar/pushed-rows';
import type { EventRow, TaskRow } from '#renderer/features/calendar/schedule-rows';
import type { Day } from '#shared/time/day';
import { instant } from '#shared/time/instant';

const task = (id: string, start: number, over: Partial<TaskRow> = {}): TaskRow => ({
  kind: 'task',
  key: `task:${id}::`,
  id,
  title: id,
  start: instant(start),
  end: instant(start + 60),
  projectName: null,
  dueAt: null,
  slack: 'none',
  lateMinutes: 0,
  locked: false,
  done: false,
  chunk: null,
  ...over,
});
const event = (id: string, start: number, over: Partial<EventRow> = {}): EventRow => ({
  kind: 'event',
  key: `event:${id}`,
  id,
  title: id,
  start: instant(start),
  end: instant(start + 60),
  calendarName: '',
  edge: 'work',
  place: null,
  allDay: false,
  firstDay: '1970-01-01' as Day,
  endDay: '1970-01-02' as Day,
  free: false,
  declined: false,
  ...over,
});
const TARGET = { start: instant(100), end: instant(200) };

describe('what a drop would push', () => {
  test('open work gives way, locked work and busy events do not', () => {
    const rows = [task('Flights', 150), task('Deck', 60, { locked: true }), event('Stand-up', 190)];
    const outcome = dropOutcome(rows, TARGET, null);
    expect(outcome.pushed.map((row) => row.id)).toEqual(['Flights']);
    expect(outcome.blocked.map((row) => row.id)).toEqual(['Deck', 'Stand-up']);
    expect(outcomeWords(outcome)).toBe('On top of Deck and Stand-up. Pushes Flights');
  });

  test('itself, neighbours that touch, done work, free and all-day events do not count', () => {
    const rows = [
      task('self', 120),
      task('before', 40),
      task('after', 200),
      task('done', 130, { done: true }),
      event('free', 130, { free: true }),
      event('declined', 130, { declined: true }),
      event('day', 130, { allDay: true }),
    ];
    const outcome = dropOutcome(rows, TARGET, 'task:self::');
    expect(outcome).toEqual({ pushed: [], blocked: [] });
    expect(outcomeWords(outcome)).toBe('');
  });

  test('many are named by the first and counted', () => {
    const rows = [task('One', 100), task('Two', 120), task('Three', 140)];
    expect(outcomeWords(dropOutcome(rows, TARGET, null))).toBe('Pushes One and 2 more');
  });
});
