import { describe, expect, it } from 'vitest';
import { firstDayAfter, nextOccurrence } from '#shared/tasks/repeat';
import { type Task, taskSchema } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import { instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const EVERY_FRIDAY = { rule: 'FREQ=WEEKLY;BYDAY=FR', from: '2026-11-27' as Day };

/** The next one of a task done at a moment, in Berlin. */
function next(task: Partial<Task>, now: string): Task | null {
  const whole = taskSchema.parse({ id: 'a', title: 'Report', durationMinutes: 60, ...task });
  return nextOccurrence(whole, { zone: BERLIN, now: instant(Date.parse(now)), id: 'b' });
}

describe('[TASK-98] a repeating task that is done', () => {
  it('is followed by one on the next day of its rule, at the same time, open and from the day after on', () => {
    const done = { doneMinutes: 60, dependsOn: ['x'], repeat: EVERY_FRIDAY, dueAt: '2026-11-27T15:00:00Z' };
    expect(next(done, '2026-11-25T09:00:00Z')).toMatchObject({
      id: 'b',
      title: 'Report',
      durationMinutes: 60,
      status: 'open',
      doneAt: null,
      doneMinutes: 0,
      dependsOn: [],
      repeat: EVERY_FRIDAY,
      dueAt: '2026-12-04T15:00:00Z',
      // Saturday 28 November, 0:00.
      notBefore: '2026-11-27T23:00:00Z',
      createdAt: '2026-11-25T09:00:00Z',
    });
  });

  it('leaves out what was missed meanwhile', () => {
    const daily = { repeat: { rule: 'FREQ=DAILY', from: '2026-11-23' as Day }, dueAt: '2026-11-23T23:00:00Z' };
    // Due by the end of Monday 23, done on Thursday 26: by the end of Friday 27.
    expect(next(daily, '2026-11-26T12:00:00Z')).toMatchObject({
      dueAt: '2026-11-27T23:00:00Z',
      notBefore: '2026-11-26T23:00:00Z',
    });
  });

  it('keeps the distance of its dates and the time of day of a fixed start across a clock change', () => {
    const repeat = { rule: 'FREQ=WEEKLY', from: '2027-03-24' as Day };
    // Wednesday 24 March 9:00 in winter time, a week later 9:00 in summer time.
    const pinned = next({ repeat, pinnedStart: '2027-03-24T08:00:00Z' }, '2027-03-24T10:00:00Z');
    expect(pinned).toMatchObject({ pinnedStart: '2027-03-31T07:00:00Z', notBefore: null, dueAt: null });
    const window = { notBefore: '2027-03-22T08:00:00Z', dueAt: '2027-03-24T16:00:00Z' };
    expect(next({ repeat, ...window }, '2027-03-24T10:00:00Z')).toMatchObject({
      notBefore: '2027-03-29T07:00:00Z',
      dueAt: '2027-03-31T15:00:00Z',
    });
  });

  it('without any date waits for the day of its rule', () => {
    // Done on Wednesday 25: from Friday 27, 0:00 in Berlin, on, and from then on a week later each time.
    const friday = next({ repeat: EVERY_FRIDAY }, '2026-11-25T09:00:00Z')!;
    expect(friday).toMatchObject({ notBefore: '2026-11-26T23:00:00Z', dueAt: null, pinnedStart: null });
    expect(next(friday, '2026-11-27T09:00:00Z')).toMatchObject({ notBefore: '2026-12-03T23:00:00Z', dueAt: null });
  });

  it('ends with its rule, and without one there is no next', () => {
    const ended = { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261130T000000Z', from: '2026-11-27' as Day };
    expect(next({ repeat: ended, dueAt: '2026-11-27T15:00:00Z' }, '2026-11-27T09:00:00Z')).toBeNull();
    expect(next({ dueAt: '2026-11-27T15:00:00Z' }, '2026-11-27T09:00:00Z')).toBeNull();
    expect(next({ repeat: null }, '2026-11-27T09:00:00Z')).toBeNull();
  });

  it('counts months and intervals from the first day', () => {
    const day = (rule: string, from: string, after: string) => firstDayAfter({ rule, from: from as Day }, after as Day);
    expect(day('FREQ=MONTHLY', '2027-01-31', '2027-01-31')).toBe('2027-03-31');
    expect(day('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-30', '2026-11-30')).toBe('2026-12-14');
    expect(day('FREQ=DAILY;INTERVAL=3', '2026-11-24', '2026-11-25')).toBe('2026-11-27');
  });
});

it.each(['FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=9', 'BYDAY=MO', 'every day', ''])(
  '[TASK-98] "%s" is no rule of days',
  (rule) => {
    const task = { id: 'a', title: 'A', durationMinutes: 30, repeat: { rule, from: '2026-11-24' } };
    expect(taskSchema.safeParse(task).success).toBe(false);
  },
);
