import { describe, expect, it } from 'vitest';
import { refreshHabits } from '#shared/planning/refresh-habits';
import { MONDAY, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

const refreshed = (fields: ProblemFields) =>
  refreshHabits(problemWith(fields)).placements.map((one) => `${one.id} ${one.start.slice(5, 16)}`);
const placedAt = (id: string, from: string, to: string, day = MONDAY) => ({
  kind: 'habit' as const,
  id,
  day,
  start: `${day}T${from}:00Z`,
  end: `${day}T${to}:00Z`,
});

describe('[HABIT-42] the occurrences of today and tomorrow', () => {
  it('are made around events and the tasks of the plan in force', () => {
    const fields: ProblemFields = {
      habits: [{ id: 'h' }, { id: 'g', targetTime: '15:00' }],
      events: [{ id: 'lunch', start: monday('12:00'), end: monday('12:45') }],
      tasks: [{ id: 't' }],
      present: [{ kind: 'task', id: 't', start: monday('15:00'), end: monday('16:00') }],
    };
    expect(refreshed(fields)).toEqual(['g 11-23T14:30', 'h 11-23T11:30', 'g 11-24T15:00', 'h 11-24T12:00']);
  });

  it('come out the same when asked again, from their own result', () => {
    const fields: ProblemFields = { habits: [{ id: 'h' }, { id: 'g' }] };
    const first = refreshHabits(problemWith(fields)).placements;
    expect(refreshHabits(problemWith({ ...fields, present: first })).placements).toEqual(first);
  });

  it('leave alone what has begun, is recorded or is pinned', () => {
    const now = monday('12:10');
    const habits = [{ id: 'h' }, { id: 'g' }, { id: 'f' }, { id: 'e' }];
    const present = [placedAt('h', '08:00', '08:30'), placedAt('g', '12:00', '12:30'), placedAt('f', '09:00', '09:30')];
    const habitOccurrences = [
      { id: `f@${MONDAY}`, habitId: 'f', day: MONDAY as never, state: 'done' as const },
      {
        id: `e@${MONDAY}`,
        habitId: 'e',
        day: MONDAY as never,
        start: monday('18:00'),
        end: monday('18:30'),
        pinned: true,
      },
    ];
    const today = refreshed({ now, habits, present, habitOccurrences }).filter((line) => line.includes('11-23'));
    expect(today).toEqual([]);
  });

  it('follow midnight, a change of zone and of the clocks: never the past, each day once', () => {
    const habit = { id: 'h', targetTime: '02:30', window: ['00:30', '06:00'] as [string, string] };
    // Berlin, 25 October 2026: the clocks go back at 3:00. 2:30 is read the first time, 0:30 in UTC.
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(refreshed({ now: '2026-10-24T22:05:00Z', settings: berlin, habits: [habit] })).toEqual([
      'h 10-25T00:30',
      'h 10-26T01:30',
    ]);
    // Auckland is twelve hours ahead: its day is the 26th already.
    const auckland = { timeZone: 'Pacific/Auckland' };
    expect(refreshed({ now: '2026-10-25T12:05:00Z', settings: auckland, habits: [{ id: 'h' }] })).toEqual([
      'h 10-25T23:00',
      'h 10-26T23:00',
    ]);
  });

  it('are none of a habit that rests, and as many of a flexible one as planning chose', () => {
    expect(refreshed({ habits: [{ id: 'h', status: 'paused' }] })).toEqual([]);
    const weekly = { id: 'h', frequency: { kind: 'perWeek' as const, times: 3 } };
    expect(refreshed({ habits: [weekly] })).toEqual(['h 11-23T12:00']);
  });
});
