import { describe, expect, it } from 'vitest';
import { isoOfMinute } from '#shared/engine/epoch-minute';
import { habitSchema } from '#shared/habits/habit';
import { previewHabit } from '#shared/planning/preview-habit';
import { MONDAY, monday, problemWith } from '../../../helpers/planning-problem';

describe('[HABIT-46] the coming week of a habit in the editor', () => {
  it('says each day where it would lie, how far from its target, whom it moves, and why it has no room', () => {
    const problem = problemWith({
      settings: { horizonDays: 4 },
      habits: [{ id: 'read', title: 'Read', targetTime: '12:00', history: [true] }],
      events: [
        { id: 'full', start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' },
        { id: 'call', start: '2026-11-25T12:00:00Z', end: '2026-11-25T12:30:00Z' },
      ],
      present: [{ kind: 'habit', id: 'read', day: MONDAY, start: monday('12:00'), end: monday('12:30') }],
    });
    const draft = habitSchema.parse({
      id: 'new',
      title: 'Walk',
      durationMinutes: 30,
      targetTime: '12:00',
      days: [1, 2, 3],
    });
    const days = previewHabit(problem, { ...draft, history: [false] });
    const short = days.map((one) => [one.day, one.place && isoOfMinute(one.place.start).slice(11, 16), one.pushed]);
    // Need 20 against 10: the draft takes noon, and reading goes half an hour aside.
    expect(short[0]).toEqual(['2026-11-23', '12:00', ['Read']]);
    expect(short[1]).toEqual(['2026-11-24', null, []]);
    // On Wednesday noon is taken: one lies before the call, one after it.
    expect(Math.abs(days[2]!.deltaMinutes)).toBe(30);
    expect(days[1]!.why).toContain('the longest free run there is 0 min');
    expect(problem.habits).toHaveLength(1);
  });
});
