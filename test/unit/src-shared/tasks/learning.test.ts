import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Learned } from '#shared/engine/settings';
import { planProblem } from '#shared/planning/plan';
import { leaningOf, learnFromMove, withLearned } from '#shared/tasks/learning';
import type { Task } from '#shared/tasks/task';
import { parseZone } from '#shared/time/zone';
import { lines, problemWith } from '../../../helpers/planning-problem';

const problem = problemWith({
  settings: { horizonDays: 2, workingHours: { '1': [['09:00', '17:00']], '2': [['09:00', '17:00']] } },
  tasks: [
    { id: 'a', projectId: 'p' },
    { id: 'b', projectId: 'p', partOfDay: 'morning' },
    { id: 'c', projectId: 'q' },
  ],
});
const task = (id: string): Task => problem.tasks.find((one) => one.id === id)!;
const AFTERNOON = { minuteOfDay: 14 * 60, energy: 'low', daysAfter: null } as const;
const MORNING = { minuteOfDay: 10 * 60, energy: 'high', daysAfter: null } as const;
const UTC = parseZone('UTC')!;

function taught(moves: readonly (typeof AFTERNOON | typeof MORNING)[], id = 'a'): Learned {
  return moves.reduce<Learned>((learned, move) => learnFromMove(learned, task(id), move), {});
}

describe('learning from moves', () => {
  it('[TASK-76] three moves alike count, two do not, and a few the other way turn it', () => {
    expect(leaningOf(taught([AFTERNOON, AFTERNOON])['project:p']!)).toEqual({
      part: null,
      energy: null,
      waitDays: null,
    });
    expect(leaningOf(taught([AFTERNOON, AFTERNOON, AFTERNOON])['project:p']!)).toEqual({
      part: 'afternoon',
      energy: 'low',
      waitDays: null,
    });
    const turned = [AFTERNOON, AFTERNOON, AFTERNOON, MORNING, MORNING, MORNING] as const;
    expect(leaningOf(taught(turned)['project:p']!)).toEqual({
      part: 'morning',
      energy: 'high',
      waitDays: null,
    });
  });

  it('[TASK-76] weights stay within 0 and 0.9 whatever the moves', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(AFTERNOON, MORNING), { minLength: 1, maxLength: 60 }), (moves) => {
        const { parts, energies, moves: count } = taught(moves)['project:p']!;
        expect(count).toBe(moves.length);
        for (const weight of [...Object.values(parts), ...Object.values(energies)]) {
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(0.9);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('[TASK-76] what a task says itself is neither learned from nor overruled', () => {
    const learned = taught([AFTERNOON, AFTERNOON, AFTERNOON]);
    const [a, b, c] = withLearned(problem.tasks, learned, UTC);
    expect(a).toMatchObject({ partOfDay: 'afternoon', energy: 'low' });
    expect(b).toMatchObject({ partOfDay: 'morning', energy: 'low' });
    expect(c).toEqual(task('c'));
    expect(taught([AFTERNOON, AFTERNOON, AFTERNOON], 'b')['project:p']!.parts).toEqual({});
  });

  it('[TASK-77] the plan of a consistent mover converges to where the mover puts things', async () => {
    let learned: Learned = {};
    const starts: string[] = [];
    for (let move = 0; move < 4; move += 1) {
      const plan = await planProblem({ ...problem, tasks: withLearned([task('a')], learned, UTC) });
      starts.push(lines(plan.placements)[0]!);
      learned = learnFromMove(learned, task('a'), AFTERNOON);
    }
    expect(starts).toEqual([
      'a 2026-11-23T09:00 60',
      'a 2026-11-23T09:00 60',
      'a 2026-11-23T09:00 60',
      'a 2026-11-23T12:00 60',
    ]);
  });

  it('[TASK-93] days from writing down count from three moves alike on, at most seven, and turn again', () => {
    const after = (...days: (number | null)[]) =>
      days.reduce<Learned>((known, daysAfter) => learnFromMove(known, task('a'), { ...MORNING, daysAfter }), {});
    const waitDays = (...days: (number | null)[]) => leaningOf(after(...days)['project:p']!).waitDays;
    expect([waitDays(3, 3), waitDays(3, 3, 3), waitDays(3, 4, 3), waitDays(30, 30, 30)]).toEqual([null, 3, 3, 7]);
    // A move within the day says nothing; four moves another way turn the most that is remembered.
    expect(waitDays(3, 3, 3, null, null)).toBe(3);
    expect(waitDays(3, 3, 3, 3, 3, 3, 0, 0)).toBeNull();
    expect(waitDays(3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0)).toBe(0);
  });

  it('[TASK-93] a task is drawn to that day after it was written down; urgent work and an earliest start of its own are not', () => {
    const learned: Learned = { 'project:p': { moves: 3, parts: {}, energies: {}, wait: { days: 2, alike: 3 } } };
    const written = { ...task('a'), createdAt: '2026-11-23T15:00:00Z' };
    const from = (more: Partial<Task>) => withLearned([{ ...written, ...more }], learned, UTC)[0]!.ratherFrom;
    expect(from({})).toBe('2026-11-25T00:00:00Z');
    expect(from({ priority: 1 })).toBeUndefined();
    expect(from({ notBefore: '2026-11-24T00:00:00Z' })).toBeUndefined();
    expect(from({ createdAt: null })).toBeUndefined();
  });

  it('[TASK-93] the plan of a mover who always waits some days converges to that day, and never leaves a task out or late for it', async () => {
    const week = problemWith({
      settings: {
        horizonDays: 7,
        workingHours: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00']]])),
      },
      tasks: [
        { id: 'a', projectId: 'p' },
        { id: 'due', projectId: 'q', dueAt: '2026-11-23T12:00:00Z' },
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 }), async (days) => {
        const written = week.tasks.map((one) => ({ ...one, createdAt: week.now }));
        let learned: Learned = {};
        let moves = 0;
        for (; moves < 10; moves += 1) {
          const plan = await planProblem({ ...week, tasks: withLearned(written, learned, UTC) });
          expect(plan.quality).toMatchObject({ unplaced: 0, lateMinutes: 0 });
          const day = plan.placements.find(({ id }) => id === 'a')!.start.slice(0, 10);
          if (day === `2026-11-${23 + days}`) break;
          learned = learnFromMove(learned, written[0]!, { minuteOfDay: 660, energy: null, daysAfter: days });
        }
        expect(moves).toBe(days === 0 ? 0 : 3);
      }),
      { numRuns: 8 },
    );
  });
});
