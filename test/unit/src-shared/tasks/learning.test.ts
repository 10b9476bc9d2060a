import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Learned } from '#shared/engine/settings';
import { planProblem } from '#shared/planning/plan';
import { leaningOf, learnFromMove, withLearned } from '#shared/tasks/learning';
import type { Task } from '#shared/tasks/task';
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
const AFTERNOON = { minuteOfDay: 14 * 60, energy: 'low' } as const;
const MORNING = { minuteOfDay: 10 * 60, energy: 'high' } as const;

function taught(moves: readonly (typeof AFTERNOON | typeof MORNING)[], id = 'a'): Learned {
  return moves.reduce<Learned>((learned, move) => learnFromMove(learned, task(id), move), {});
}

describe('learning from moves', () => {
  it('[TASK-76] three moves alike count, two do not, and a few the other way turn it', () => {
    expect(leaningOf(taught([AFTERNOON, AFTERNOON])['project:p']!)).toEqual({ part: null, energy: null });
    expect(leaningOf(taught([AFTERNOON, AFTERNOON, AFTERNOON])['project:p']!)).toEqual({
      part: 'afternoon',
      energy: 'low',
    });
    const turned = [AFTERNOON, AFTERNOON, AFTERNOON, MORNING, MORNING, MORNING] as const;
    expect(leaningOf(taught(turned)['project:p']!)).toEqual({ part: 'morning', energy: 'high' });
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
    const [a, b, c] = withLearned(problem.tasks, learned);
    expect(a).toMatchObject({ partOfDay: 'afternoon', energy: 'low' });
    expect(b).toMatchObject({ partOfDay: 'morning', energy: 'low' });
    expect(c).toEqual(task('c'));
    expect(taught([AFTERNOON, AFTERNOON, AFTERNOON], 'b')['project:p']!.parts).toEqual({});
  });

  it('[TASK-77] the plan of a consistent mover converges to where the mover puts things', async () => {
    let learned: Learned = {};
    const starts: string[] = [];
    for (let move = 0; move < 4; move += 1) {
      const plan = await planProblem({ ...problem, tasks: withLearned([task('a')], learned) });
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
});
