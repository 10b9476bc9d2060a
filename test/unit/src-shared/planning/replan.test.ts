import { describe, expect, it } from 'vitest';
import { replanTouched } from '#shared/planning/replan';
import { parseInstant } from '#shared/time/instant';
import { lines, monday, problemWith } from '../../../helpers/planning-problem';

const at = (time: string) => parseInstant(monday(time))!;
const place = (id: string, start: string, end: string) => ({
  kind: 'task' as const,
  id,
  start: monday(start),
  end: monday(end),
});

describe('replanning what a change touches', () => {
  const week = {
    now: monday('08:00'),
    settings: { horizonDays: 2 },
    tasks: [{ id: 'a' }, { id: 'b' }, { id: 'urgent', priority: 1 as const }, { id: 'waiting' }],
    present: [place('a', '09:00', '10:00'), place('b', '10:00', '11:00')],
  };

  it('[TASK-73] a new event moves what it covers and nothing else', async () => {
    const problem = problemWith({ ...week, events: [{ id: 'new', start: monday('10:00'), end: monday('10:30') }] });
    const replan = await replanTouched(problem, { spans: [{ start: at('10:00'), end: at('10:30') }], reach: 'broken' });
    expect(lines(replan.placements)).toEqual(['a 2026-11-23T09:00 60', 'b 2026-11-23T10:30 60']);
  });

  it('[TASK-73] a new urgent task is placed at once; others without a place wait for the next plan', async () => {
    const replan = await replanTouched(problemWith(week), { spans: [], reach: 'broken', wanting: ['urgent'] });
    expect(lines(replan.placements)).toEqual([
      'a 2026-11-23T09:00 60',
      'b 2026-11-23T10:00 60',
      'urgent 2026-11-23T11:00 60',
    ]);
  });

  it('[TASK-73] on the touched days what gains enough finds a better place, on the others nothing moves', async () => {
    const problem = problemWith({
      ...week,
      tasks: [
        { id: 'a', partOfDay: 'afternoon' },
        { id: 'b', partOfDay: 'afternoon' },
      ],
      present: [
        place('a', '09:00', '10:00'),
        { kind: 'task', id: 'b', start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' },
      ],
    });
    const touched = await replanTouched(problem, { spans: [{ start: at('12:00'), end: at('13:00') }], reach: 'days' });
    expect(lines(touched.placements)).toEqual(['a 2026-11-23T12:00 60', 'b 2026-11-24T09:00 60']);
  });

  it('[TASK-73] what finds no room among the rest makes the whole plan anew', async () => {
    const problem = problemWith({
      ...week,
      settings: { horizonDays: 1, workingHours: { '1': [['09:00', '12:00']] } },
      tasks: [{ id: 'a' }, { id: 'b', durationMinutes: 120, priority: 1 }],
      present: [place('a', '10:00', '11:00')],
    });
    const replan = await replanTouched(problem, { spans: [], reach: 'broken', wanting: ['b'] });
    expect(replan.scope).toBe('all');
    expect(lines(replan.placements)).toEqual(['b 2026-11-23T09:00 120', 'a 2026-11-23T11:00 60']);
  });
});
