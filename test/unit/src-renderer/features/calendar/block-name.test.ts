import { describe, expect, test } from 'vitest';
import { blockName, slackWords } from '#renderer/features/calendar/block-name';
import type { HabitRow, TaskRow } from '#renderer/features/calendar/schedule-rows';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
const script: TaskRow = {
  kind: 'task',
  key: 'task:t1::',
  id: 't1',
  title: 'Edit launch video script',
  start: parseInstant('2026-11-24T14:15:00Z')!,
  end: parseInstant('2026-11-24T15:45:00Z')!,
  projectName: null,
  dueAt: parseInstant('2026-11-26T16:00:00Z')!,
  slack: 'ample',
  lateMinutes: 0,
  locked: false,
  done: false,
  chunk: null,
};

describe('names of blocks', () => {
  test('a task says kind, title, day, range, slack and lock', () => {
    expect(blockName(script, zone)).toBe(
      'Task, Edit launch video script, Tuesday 24 November, 15:15 to 16:45, 2 days to spare, not locked',
    );
  });

  test('a done piece says so and drops the slack', () => {
    expect(blockName({ ...script, done: true, chunk: { index: 0, of: 3 } }, zone)).toBe(
      'Task, Edit launch video script, Tuesday 24 November, 15:15 to 16:45, part 1 of 3, done',
    );
  });

  test('a habit says its state', () => {
    const spanish: HabitRow = {
      kind: 'habit',
      key: 'habit:h1:2026-11-24:',
      id: 'h1',
      title: 'Spanish',
      start: parseInstant('2026-11-24T07:30:00Z')!,
      end: parseInstant('2026-11-24T08:00:00Z')!,
      day: '2026-11-24' as Day,
      locked: false,
      state: 'missed',
    };
    expect(blockName(spanish, zone)).toBe('Habit, Spanish, Tuesday 24 November, 8:30 to 9:00, missed');
  });

  test.each([
    ['2026-11-24T15:45:00Z', 'just in time'],
    ['2026-11-24T15:15:00Z', '30 min late'],
    ['2026-11-23T15:45:00Z', '1 day late'],
    ['2026-11-24T20:45:00Z', '5 h to spare'],
  ])('slack against a due of %s is %s', (due, words) => {
    expect(slackWords({ ...script, dueAt: parseInstant(due)! })).toBe(words);
  });
});
