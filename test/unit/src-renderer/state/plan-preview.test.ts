import { describe, expect, it } from 'vitest';
import { keepRows, previewOf } from '#renderer/state/plan-preview';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import type { Placement } from '#shared/engine/plan';
import { settingsSchema } from '#shared/engine/settings';
import { type PlanningProblem, planOptionsSchema } from '#shared/planning/problem';
import { taskSchema } from '#shared/tasks/task';
import { placed, planOf } from '../../../helpers/sample-plan';

const task = (id: string, more: object = {}) =>
  taskSchema.parse({ id, title: id.toUpperCase(), durationMinutes: 60, ...more });
const on = (id: string, hour: number, more: Partial<Placement> = {}) =>
  placed('task', id, `2026-11-24T${hour}:00:00Z`, `2026-11-24T${hour + 1}:00:00Z`, more);

function problem(present: Placement[], more: Partial<PlanningProblem> = {}): PlanningProblem {
  return {
    now: '2026-11-24T09:42:00Z',
    settings: settingsSchema.parse({ timeZone: 'UTC' }),
    calendars: [],
    events: [],
    tasks: ['a', 'b', 'c'].map((id) => task(id)),
    habits: [],
    habitOccurrences: [],
    present,
    options: planOptionsSchema.parse({}),
    ...more,
  };
}

describe('previewOf', () => {
  it('tells moved, new and no longer placed apart, and counts what stays', () => {
    const preview = previewOf(
      problem([on('a', 10), on('b', 11), on('c', 12, { pinned: true })]),
      planOf(
        'p',
        [
          on('a', 14),
          on('c', 12, { pinned: true }),
          placed('task', 'd', '2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z'),
        ],
        [{ kind: 'task', id: 'b', reason: 'horizonEnds', detail: 'No room' }],
      ),
      new Map(),
    );
    expect(preview.rows.map((row) => [row.kind, row.id])).toEqual([
      ['moved', 'a'],
      ['new', 'd'],
      ['unplaced', 'b'],
    ]);
    expect(preview.rows[2]).toMatchObject({ after: null, reason: 'No room' });
    expect(preview).toMatchObject({ stay: 1, locked: 1 });
  });

  it('names the event that took the place', () => {
    const calendars = [calendarSchema.parse({ id: 'work', name: 'Work' })];
    const events = [
      eventSchema.parse({
        id: 'e',
        calendarId: 'work',
        uid: 'e',
        title: 'Nordlicht call',
        start: '2026-11-24T10:30:00Z',
        end: '2026-11-24T11:00:00Z',
      }),
    ];
    const preview = previewOf(problem([on('a', 10)], { calendars, events }), planOf('p', [on('a', 14)]), new Map());
    expect(preview.rows[0]?.reason).toBe('Nordlicht call is there now');
  });

  it('names what it makes room for, and a time that has passed', () => {
    const makingRoom = previewOf(problem([on('a', 10)]), planOf('p', [on('a', 14), on('b', 10)]), new Map());
    expect(makingRoom.rows.find((row) => row.id === 'a')?.reason).toBe('Makes room for B');
    const passed = previewOf(
      problem([placed('task', 'a', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z')]),
      planOf('p', [on('a', 14)]),
      new Map(),
    );
    expect(passed.rows[0]?.reason).toBe('Its time has passed');
  });

  it('counts late tasks before and after', () => {
    const tasks = [task('a', { dueAt: '2026-11-24T13:00:00Z', projectId: 'p1' })];
    const preview = previewOf(
      problem([on('a', 14)], { tasks }),
      planOf('p', [on('a', 11)]),
      new Map([['p1', 'Aster']]),
    );
    expect(preview.effects[0]).toEqual({ name: 'Late tasks', before: '1', after: '0', better: true });
    expect(preview.rows[0]).toMatchObject({ projectName: 'Aster', slackMinutes: 60 });
  });
});

describe('keepRows', () => {
  const present = [on('a', 10), on('b', 11), on('c', 12)];
  // a goes to 14, b takes a's place, c takes b's.
  const preview = previewOf(problem(present), planOf('p', [on('a', 14), on('b', 10), on('c', 11)]), new Map());

  it('applies everything that is ticked', () => {
    const kept = keepRows(preview, present, new Set(preview.rows.map((row) => row.key)));
    expect(kept.placements.map((x) => [x.id, x.start.slice(11, 13)])).toEqual([
      ['a', '14'],
      ['b', '10'],
      ['c', '11'],
    ]);
    expect(kept.heldBack).toEqual([]);
  });

  it('leaves where it was whatever would land on something that stays', () => {
    const kept = keepRows(preview, present, new Set(['task:b::', 'task:c::']));
    expect(kept.placements.map((x) => [x.id, x.start.slice(11, 13)]).sort()).toEqual([
      ['a', '10'],
      ['b', '11'],
      ['c', '12'],
    ]);
    expect(kept.heldBack).toEqual(['task:b::', 'task:c::']);
  });
});
