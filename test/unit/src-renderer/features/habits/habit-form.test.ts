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
      days: [1, 3, 5],
      targetTime: '07:00',
      window: ['06:00', '21:00'],
      status: 'paused',
    });
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
