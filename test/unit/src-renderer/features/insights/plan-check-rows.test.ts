import { describe, expect, it } from 'vitest';
import { checkRows } from '#renderer/features/insights/plan-check-rows';
import { runOf } from '../../../../helpers/run-record';

const quality = (meanHabitDeltaMinutes: number) => ({ ...runOf(1).quality, meanHabitDeltaMinutes });

describe('checks on the plan', () => {
  it('tell the course of the last eight runs, oldest first, and how the shown one stands', () => {
    const runs = [7.44, 9, 12, 18, 4, 5, 6, 7, 99].map((delta, index) => runOf(9 - index, { quality: quality(delta) }));
    const [first] = checkRows(runs);
    expect(first).toEqual({
      name: 'Mean distance from targets',
      values: [7, 6, 5, 4, 18, 12, 9, 7.44],
      now: '7.4 min',
      goal: 'under 15',
      tone: 'good',
    });
  });

  it.each([
    [{ late: 0 }, 'good'],
    [{ late: 1 }, 'bad'],
  ] as const)('late tasks %j are %s', (more, tone) => {
    expect(checkRows([runOf(1, more)]).find((row) => row.name === 'Late tasks')?.tone).toBe(tone);
  });

  it('leave out what the shown run did not measure', () => {
    const names = (checks?: { overlaps: number; lockedMoved: number; outsideMinutes: number }) =>
      checkRows([runOf(1, checks ? { checks } : {})]).map((row) => row.name);
    expect(names()).not.toContain('Overlaps');
    expect(names({ overlaps: 0, lockedMoved: 0, outsideMinutes: 45 })).toContain('Overlaps');
  });

  it('hold work outside the hours against half an hour', () => {
    const row = (outsideMinutes: number) =>
      checkRows([runOf(1, { checks: { overlaps: 0, lockedMoved: 0, outsideMinutes } })]).at(-1);
    expect(row(29)).toMatchObject({ now: '29 min', goal: 'under 30', tone: 'good' });
    expect(row(45)?.tone).toBe('warn');
    expect(row(300)?.tone).toBe('bad');
  });
});
