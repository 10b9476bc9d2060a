import { describe, expect, it } from 'vitest';
import { happenedBy, isNothing, NOTHING_HAPPENED, plannedOver } from '#renderer/state/planned-over';
import type { PlanningProblem } from '#shared/planning/problem';
import { monday, problemWith } from '../../../helpers/planning-problem';

const task = (id: string, start: string, end: string, pinned = false) => ({
  kind: 'task' as const,
  id,
  start: monday(start),
  end: monday(end),
  pinned,
});

function problem(buffer: number, more: Parameters<typeof problemWith>[0] = {}): PlanningProblem {
  return problemWith({
    now: monday('08:00'),
    settings: { horizonDays: 2, bufferMinutes: buffer },
    tasks: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    present: [task('a', '09:00', '10:00'), task('b', '11:00', '12:00'), task('c', '13:00', '14:00', true)],
    events: [
      { id: 'over', start: monday('11:30'), end: monday('12:30') },
      { id: 'between', start: monday('10:00'), end: monday('11:00') },
      { id: 'pinned', start: monday('13:00'), end: monday('14:00') },
    ],
    ...more,
  });
}

const events = (...ids: string[]) => ({ ...NOTHING_HAPPENED, events: new Set(ids) });
const taken = (of: PlanningProblem, ...ids: string[]) =>
  plannedOver(of, events(...ids))?.change.taken.map(({ start }) => start) ?? null;

describe('what a change touches', () => {
  it('[TASK-91] is where a new event stands on something planned, or nearer than the buffer; what is fixed stays', () => {
    expect(taken(problem(0), 'over', 'between', 'pinned')).toEqual([monday('11:30')]);
    expect(taken(problem(10), 'between')).toEqual([monday('10:00')]);
    expect(taken(problem(0), 'between', 'pinned')).toBeNull();
    // An event that was there before is no news, even where the plan stands on it.
    expect(taken(problem(0))).toBeNull();
  });

  it('[TASK-91] is nothing that does not block, and all of a calendar that blocks now', () => {
    const free = problem(0);
    const silent = { ...free, calendars: free.calendars.map((calendar) => ({ ...calendar, blocks: false })) };
    expect(taken(silent, 'over')).toBeNull();
    const calendars = new Set(free.calendars.map(({ id }) => id));
    expect(plannedOver(free, { ...NOTHING_HAPPENED, calendars })?.change.taken).toHaveLength(1);
    const [calendar] = free.calendars;
    const before = { puts: { calendars: [{ ...calendar!, blocks: false }] } };
    expect(happenedBy({ puts: { calendars: [calendar!] } }, before).calendars).toEqual(calendars);
    expect(
      isNothing(
        happenedBy({ puts: { calendars: [{ ...calendar!, name: 'New name' }] } }, { puts: { calendars: [calendar!] } }),
      ),
    ).toBe(true);
  });

  it('[TASK-91] leaves habits of today and tomorrow to themselves', () => {
    const habit = (day: string) => ({
      kind: 'habit' as const,
      id: 'run',
      day,
      start: `${day}T11:00:00Z`,
      end: `${day}T12:00:00Z`,
    });
    const on = (day: string) =>
      taken(
        problem(0, {
          present: [habit(day)],
          events: [{ id: 'new', start: `${day}T11:30:00Z`, end: `${day}T11:45:00Z` }],
          settings: { horizonDays: 7 },
        }),
        'new',
      );
    expect(on('2026-11-23')).toBeNull();
    expect(on('2026-11-24')).toBeNull();
    expect(on('2026-11-25')).toHaveLength(1);
  });

  it('[TASK-92] an urgent task keeps a place that suits it, and gives up one that is late or too short', () => {
    const urgent = (more: object) =>
      plannedOver(problem(0, { tasks: [{ id: 'a', priority: 1, ...more }, { id: 'b' }, { id: 'c' }] }), {
        ...NOTHING_HAPPENED,
        tasks: new Set(['a']),
      });
    expect(urgent({})).toBeNull();
    expect(urgent({ dueAt: monday('09:30') })?.change).toEqual({ taken: [], wanting: ['a'] });
    expect(urgent({ durationMinutes: 90 })?.present.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
