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

  it('[TASK-73] what finds no room among the rest makes those of its week give way', async () => {
    const problem = problemWith({
      ...week,
      settings: { horizonDays: 1, workingHours: { '1': [['09:00', '12:00']] } },
      tasks: [{ id: 'a' }, { id: 'b', durationMinutes: 120, priority: 1 }],
      present: [place('a', '10:00', '11:00')],
    });
    const replan = await replanTouched(problem, { spans: [], reach: 'broken', wanting: ['b'] });
    expect(replan.scope).toBe('week');
    expect(lines(replan.placements)).toEqual(['b 2026-11-23T09:00 120', 'a 2026-11-23T11:00 60']);
  });
});

describe('how far a replan goes', () => {
  const meeting = { id: 'new', start: monday('10:00'), end: monday('11:00') };
  const spans = [{ start: at('10:00'), end: at('11:00') }];
  const tuesday = { kind: 'task' as const, id: 'd', start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' };
  const crowded = problemWith({
    settings: { horizonDays: 3, workingHours: { '1': [['09:00', '12:00']], '2': [['09:00', '12:00']] } },
    tasks: [{ id: 'a' }, { id: 'b', dueAt: monday('12:00') }, { id: 'c' }, { id: 'd' }],
    events: [meeting],
    present: [place('a', '09:00', '10:00'), place('b', '10:00', '11:00'), place('c', '11:00', '12:00'), tuesday],
  });

  it('[TASK-81] what would come late makes the touched day give way, and no other day', async () => {
    const replan = await replanTouched(crowded, { spans, reach: 'broken' });
    expect(replan.scope).toBe('days');
    const starts = new Map(replan.placements.map(({ id, start }) => [id, start]));
    expect(starts.get('d')).toBe('2026-11-24T09:00:00Z');
    expect(replan.placements.every(({ lateMinutes }) => lateMinutes === 0)).toBe(true);
    // One of the two others keeps its hour, one makes room.
    expect([starts.get('a') === monday('09:00'), starts.get('c') === monday('11:00')].filter(Boolean)).toHaveLength(1);
    expect([starts.get('a'), starts.get('c')]).toContain('2026-11-24T10:00:00Z');
  });

  it('[TASK-81] where only the touched may move, one comes late and nothing else moves', async () => {
    const replan = await replanTouched(crowded, { spans, reach: 'broken', atMost: 'touched' });
    expect(lines(replan.placements)).toEqual([
      'a 2026-11-23T09:00 60',
      'c 2026-11-23T11:00 60',
      'd 2026-11-24T09:00 60',
      'b 2026-11-24T10:00 60',
    ]);
  });

  it('[TASK-81] late in every plan, the gentlest is taken', async () => {
    const problem = problemWith({
      tasks: [{ id: 'b', dueAt: monday('11:00') }, { id: 'c' }],
      events: [{ id: 'new', start: monday('09:00'), end: monday('11:00') }],
      present: [place('b', '10:00', '11:00'), place('c', '14:00', '15:00')],
    });
    const replan = await replanTouched(problem, { spans, reach: 'broken' });
    expect(replan.scope).toBe('touched');
    expect(lines(replan.placements)).toEqual(['b 2026-11-23T11:00 60', 'c 2026-11-23T14:00 60']);
  });

  it('[TASK-82] of what is broken only what stands in the spans gives way; what is over is left alone', async () => {
    const problem = problemWith({
      now: monday('10:30'),
      tasks: [{ id: 'missed' }, { id: 'elsewhere' }, { id: 'b' }],
      events: [
        { id: 'old', start: monday('15:00'), end: monday('16:00') },
        { id: 'new', start: monday('12:00'), end: monday('12:30') },
      ],
      present: [place('missed', '09:00', '10:00'), place('b', '12:00', '13:00'), place('elsewhere', '15:00', '16:00')],
    });
    const touched = [{ start: at('12:00'), end: at('12:30') }];
    const replan = await replanTouched(problem, { spans: touched, reach: 'covered', atMost: 'touched' });
    expect(lines(replan.placements)).toEqual(['b 2026-11-23T10:30 60', 'elsewhere 2026-11-23T15:00 60']);
  });
});
