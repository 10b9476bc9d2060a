import { freeTimeOf } from '#shared/engine/free-time';
import { planProblem } from '#shared/planning/plan';
import { busyForTasks } from '#shared/planning/plan-tasks';
import type { PlanningProblem } from '#shared/planning/problem';
import { situationOf } from '#shared/planning/situation';
import { priceBound } from '#shared/tasks/dive';
import { SlotValues } from '#shared/tasks/slot-values';
import { startOptions } from '#shared/tasks/start-options';
import { demandsOf } from '#shared/tasks/task-demands';
import type { BenchCase } from '../bench-case';
import { SCENARIO_NOW, scenarioProblem } from '../planning-scenario';

/** 2,000 tasks over half a year, each with a fortnight to be done in, so that all can be in time; without projects, so that the bound is proven. */
function fortnights(): PlanningProblem {
  const problem = scenarioProblem({ tasks: 2_000, events: 1_000, days: 182, taskMinutes: [15, 35] });
  const start = Date.parse(SCENARIO_NOW);
  const day = 86_400_000;
  const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  return {
    ...problem,
    tasks: problem.tasks.map((task, index) => {
      const from = Math.floor((index * 166) / 2_000);
      return {
        ...task,
        projectId: null,
        dependsOn: [],
        notBefore: iso(start + from * day),
        dueAt: iso(start + (from + 14) * day),
      };
    }),
  };
}

const ROUNDS = 150;
const problem = fortnights();
let gap = Number.NaN;
let levels = '';

export const taskBoundCase: BenchCase = {
  name: 'tasks-bound',
  describe:
    '2,000 tasks and 1,000 events over 182 days, each with a fortnight: the plan against a proven bound of level 3',
  runs: 1,
  setUp: async () => {
    const { quality } = await planProblem(problem);
    const situation = situationOf(problem);
    const { demands } = demandsOf(situation.taskWork, situation.horizon);
    const free = freeTimeOf(situation.windows, busyForTasks(situation, []), situation.frame.bufferMinutes);
    const values = new SlotValues(situation.frame, free, demands);
    const weight = demands.reduce((sum, demand) => sum + demand.weight, 0);
    const bound = priceBound(startOptions(situation.frame, free, demands, values), ROUNDS) / weight;
    levels = `${quality.unplaced} unplaced, ${quality.lateMinutes} min late, preference ${quality.preference.toFixed(4)}, bound ${bound.toFixed(4)} (Lagrangian, ${ROUNDS} rounds)`;
    gap = 1 - quality.preference / bound;
  },
  variants: { best: () => planProblem(problem) },
  bars: [{ what: 'level 3 under the proven bound', measured: () => 100 * gap, atMost: 1.5, unit: '%' }],
  note: () => levels,
};
