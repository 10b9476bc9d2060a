import { describe, expect, it } from 'vitest';
import { minuteFloor, storedInstant } from '#shared/engine/epoch-minute';
import { meetingsOf, openHabitsOf } from '#shared/planning/open-habits';
import { situationOf } from '#shared/planning/situation';
import { MONDAY, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

const at = (time: string) => minuteFloor(storedInstant(monday(time)));
const situation = (fields: ProblemFields) => situationOf(problemWith({ settings: { horizonDays: 3 }, ...fields }));
const open = (fields: ProblemFields, days = 1) => openHabitsOf(situation(fields), days);

describe('[HABIT-43] what is open', () => {
  it('has the free time of its window, its own place included', () => {
    const fields: ProblemFields = {
      habits: [
        { id: 'h', title: 'Walk', minMinutes: 10, window: ['08:00', '14:00'] },
        { id: 'g', targetTime: '09:00' },
      ],
      events: [{ id: 'e', start: monday('10:00'), end: monday('11:00') }],
      tasks: [{ id: 't' }],
      present: [
        { kind: 'habit', id: 'h', day: MONDAY, start: monday('12:00'), end: monday('12:30') },
        { kind: 'habit', id: 'g', day: MONDAY, start: monday('09:00'), end: monday('09:30') },
        { kind: 'task', id: 't', start: monday('13:00'), end: monday('14:00') },
      ],
    };
    expect(open(fields)[0]).toEqual({
      habitId: 'h',
      day: MONDAY,
      title: 'Walk',
      minutes: 30,
      minMinutes: 10,
      notify: 'whenTight',
      place: { start: at('12:00'), end: at('12:30') },
      free: [
        { start: at('08:00'), end: at('09:00') },
        { start: at('09:30'), end: at('10:00') },
        { start: at('11:00'), end: at('13:00') },
      ],
      windowEnd: at('14:00'),
    });
  });

  it('is only what is due or placed, not recorded, and whose window is not over', () => {
    const days = (fields: ProblemFields, count: number) =>
      open(fields, count).map((one) => `${one.habitId} ${one.day}`);
    const done = { id: `h@${MONDAY}`, habitId: 'h', day: MONDAY as never, state: 'done' as const };
    expect(days({ habits: [{ id: 'h' }] }, 2)).toEqual(['h 2026-11-23', 'h 2026-11-24']);
    expect(days({ habits: [{ id: 'h' }], habitOccurrences: [done] }, 1)).toEqual([]);
    expect(days({ now: monday('22:00'), habits: [{ id: 'h' }] }, 1)).toEqual([]);
    const flexible = { id: 'h', frequency: { kind: 'perWeek' as const, times: 2 } };
    expect(days({ habits: [flexible] }, 1)).toEqual([]);
    const present = [{ kind: 'habit' as const, id: 'h', day: MONDAY, start: monday('12:00'), end: monday('12:30') }];
    expect(days({ habits: [flexible], present }, 1)).toEqual(['h 2026-11-23']);
    // A window over midnight keeps yesterday open.
    const night = { id: 'h', days: [7], targetTime: '23:00', window: ['20:00', '02:00'] as [string, string] };
    expect(days({ now: monday('01:00'), habits: [night] }, 1)).toEqual(['h 2026-11-22']);
  });

  it('knows the meetings ahead, without busy days', () => {
    const events = [
      { id: 'past', start: monday('06:00'), end: monday('07:00') },
      { id: 'fair', start: monday('09:00'), end: monday('18:00') },
      { id: 'call', start: monday('10:00'), end: monday('11:00') },
      { id: 'next', start: monday('11:00'), end: monday('11:30') },
    ];
    expect(meetingsOf(situation({ events }))).toEqual([{ start: at('10:00'), end: at('11:30') }]);
  });
});
