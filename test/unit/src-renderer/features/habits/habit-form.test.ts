import { describe, expect, it } from 'vitest';
import { type HabitForm, habitFormOf, readHabitForm } from '#renderer/features/habits/habit-form';
import { habitSchema } from '#shared/habits/habit';

const FORM = habitFormOf({ title: 'Read' });
const problemsOf = (patch: Partial<HabitForm>) => {
  const read = readHabitForm({ ...FORM, ...patch });
  return read.ok ? null : Object.keys(read.error);
};

describe('the habit editor', () => {
  it('gives back every field of a habit it was opened with', () => {
    const habit = habitSchema.parse({
      id: 'h',
      title: 'Morning run',
      durationMinutes: 45,
      minMinutes: 20,
      days: [1, 3, 5],
      targetTime: '07:00',
      window: ['06:00', '21:00'],
      status: 'paused',
    });
    const read = readHabitForm(habitFormOf(habit));
    expect(read.ok && read.value).toEqual({
      title: 'Morning run',
      durationMinutes: 45,
      minMinutes: 20,
      frequency: { kind: 'weekdays' },
      days: [1, 3, 5],
      targetTime: '07:00',
      window: ['06:00', '21:00'],
      goal: null,
      priority: 3,
      notify: 'whenTight',
      status: 'paused',
    });
  });

  it('gives back every frequency, goal, priority and notice', () => {
    const frequencies = [
      { kind: 'perWeek', times: 3 },
      { kind: 'everyDays', days: 4, from: '2026-11-02' },
      { kind: 'betweenDays', min: 2, max: 5 },
      { kind: 'rule', rule: 'FREQ=MONTHLY;BYDAY=1SA', from: '2026-11-02' },
    ];
    for (const frequency of frequencies) {
      const rest = { goal: { kind: 'atMost', amount: 2.5, unit: 'cups' }, priority: 1, notify: 'lastCall' };
      const habit = habitSchema.parse({
        id: 'h',
        title: 'h',
        durationMinutes: 30,
        targetTime: '08:00',
        frequency,
        ...rest,
      });
      const read = readHabitForm(habitFormOf(habit));
      expect(read.ok && read.value).toMatchObject({ frequency, ...rest });
    }
  });

  it('says what is wrong with a frequency or a goal at its field', () => {
    expect(problemsOf({ frequency: 'perWeek', times: '8' })).toEqual(['times']);
    expect(problemsOf({ frequency: 'perWeek', times: '3', days: [1, 2] })).toEqual(['times']);
    expect(problemsOf({ frequency: 'everyDays', every: '0', from: '2026-11-02' })).toEqual(['every']);
    expect(problemsOf({ frequency: 'everyDays', from: '' })).toEqual(['from']);
    expect(problemsOf({ frequency: 'betweenDays', min: '5', max: '3' })).toEqual(['max']);
    expect(problemsOf({ frequency: 'rule', rule: 'now and then', from: '2026-11-02' })).toEqual(['rule']);
    expect(problemsOf({ frequency: 'rule', rule: 'FREQ=DAILY', from: '2026-11-02', days: [] })).toBeNull();
    expect(problemsOf({ goal: 'atLeast', goalAmount: 'many' })).toEqual(['goalAmount']);
    expect(problemsOf({ goal: 'atMost', goalAmount: '0' })).toBeNull();
  });

  it('says what is wrong at the field', () => {
    expect(problemsOf({})).toBeNull();
    expect(problemsOf({ title: '' })).toEqual(['title']);
    expect(problemsOf({ minutes: '0' })).toEqual(['minutes']);
    expect(problemsOf({ minutes: '30', minMinutes: '45' })).toEqual(['minMinutes']);
    expect(problemsOf({ days: [] })).toEqual(['days']);
    expect(problemsOf({ target: 'dawn' })).toEqual(['target']);
    expect(problemsOf({ windowFrom: '25:00' })).toEqual(['windowFrom']);
    expect(problemsOf({ windowFrom: '8:00', windowTo: '8:15', target: '8:00' })).toEqual(['windowTo']);
    expect(problemsOf({ windowFrom: '9:00', windowTo: '12:00', target: '11:45' })).toEqual(['target']);
    expect(problemsOf({ windowFrom: '9:00', windowTo: '12:00', target: '8:00' })).toEqual(['target']);
  });

  it('lets a window reach over midnight', () => {
    expect(problemsOf({ windowFrom: '22:00', windowTo: '1:00', target: '0:15' })).toBeNull();
  });
});
