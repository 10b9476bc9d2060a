import { describe, expect, it } from 'vitest';
import { replanTouched } from '#shared/planning/replan';
import { pullFollowing, pushFollowing } from '#shared/planning/shift-following';
import { parseInstant } from '#shared/time/instant';
import { lines, monday, problemWith } from '../../../helpers/planning-problem';

const place = (id: string, start: string, end: string, pinned = false) => ({
  kind: 'task' as const,
  id,
  start: monday(start),
  end: monday(end),
  pinned,
});

/** "a" began at 9 and now takes until 10:30; b and c follow, lunch at 12. */
const late = problemWith({
  now: monday('09:50'),
  settings: { horizonDays: 2, bufferMinutes: 5 },
  events: [{ id: 'lunch', start: monday('12:00'), end: monday('13:00') }],
  tasks: [
    { id: 'a', durationMinutes: 90, pinnedStart: monday('09:00') },
    { id: 'b', durationMinutes: 60 },
    { id: 'c', durationMinutes: 30 },
    { id: 'd', durationMinutes: 60 },
  ],
  present: [
    place('a', '09:00', '10:30', true),
    place('b', '10:15', '11:15'),
    place('c', '11:20', '11:50'),
    place('d', '14:00', '15:00'),
  ],
});

describe('running late', () => {
  it('[TASK-72] pushes what follows in its order, around what stands, and no further than it must', () => {
    const { problem, homeless } = pushFollowing(late, parseInstant(monday('10:30'))!);
    expect(homeless).toEqual([]);
    expect(lines(problem.present)).toEqual([
      'a 2026-11-23T09:00 90',
      'b 2026-11-23T10:45 60',
      // After b there is no half hour left before lunch; it goes behind it.
      'c 2026-11-23T13:15 30',
      // It stood clear of all that.
      'd 2026-11-23T14:00 60',
    ]);
  });

  it('[TASK-72] scores the pushed where they are now and leaves the others as they were', async () => {
    const { problem, homeless } = pushFollowing(late, parseInstant(monday('10:30'))!);
    const replan = await replanTouched(problem, { spans: [], reach: 'broken', wanting: homeless });
    expect(replan.scope).toBe('touched');
    expect(lines(replan.placements)).toEqual([
      'a 2026-11-23T09:00 90',
      'b 2026-11-23T10:45 60',
      'c 2026-11-23T13:15 30',
      'd 2026-11-23T14:00 60',
    ]);
    expect(replan.placements.every(({ score }) => score > 0)).toBe(true);
  });

  it('[TASK-72] names what finds no room that day, and the replan gives it another', async () => {
    const full = {
      ...late,
      events: [{ ...late.events[0]!, id: 'afternoon', start: monday('11:50'), end: monday('17:00') }],
      present: late.present.slice(0, 3),
    };
    const { problem, homeless } = pushFollowing(full, parseInstant(monday('10:30'))!);
    expect(homeless).toEqual(['c']);
    const replan = await replanTouched(problem, { spans: [], reach: 'broken', wanting: homeless });
    expect(lines(replan.placements).at(-1)).toBe('c 2026-11-24T09:00 30');
  });
});

describe('done early', () => {
  it('[TASK-74] moves up what follows in its order, never before its earliest start', async () => {
    const problem = problemWith({
      now: monday('09:20'),
      settings: { horizonDays: 1, bufferMinutes: 5 },
      events: [{ id: 'call', start: monday('11:00'), end: monday('11:30') }],
      tasks: [{ id: 'b' }, { id: 'c', durationMinutes: 30, notBefore: monday('10:45') }, { id: 'd' }],
      present: [place('b', '12:15', '13:15'), place('c', '13:30', '14:00'), place('d', '15:00', '16:00')],
    });
    const { problem: pulled, homeless } = pullFollowing(problem, parseInstant(monday('09:20'))!);
    expect(homeless).toEqual([]);
    const replan = await replanTouched(pulled, { spans: [], reach: 'broken' });
    expect(lines(replan.placements)).toEqual([
      'b 2026-11-23T09:30 60',
      'c 2026-11-23T11:45 30',
      'd 2026-11-23T12:30 60',
    ]);
  });
});
