import { planProblem } from '#shared/planning/plan';
import type { BenchCase } from '../bench-case';
import { scenarioProblem, YEAR } from '../planning-scenario';

const SIZES = [100, 1_000, 10_000];
/** The same load on every day: about 27 tasks and 14 events. */
const problems = SIZES.map((tasks) =>
  scenarioProblem({ ...YEAR, tasks, events: tasks / 2, days: Math.max(4, Math.round((tasks * 365) / 10_000)) }),
);
const least = SIZES.map(() => Number.POSITIVE_INFINITY);

export const taskGrowthCase: BenchCase = {
  name: 'tasks-growth',
  describe: 'Plan 100, 1,000 and 10,000 tasks at the same load a day, one thread',
  bar: 'close to n log n: exponent about 1.1',
  runs: 1,
  variants: Object.fromEntries(
    SIZES.map((tasks, index) => [
      `${tasks} tasks`,
      async () => {
        // The small ones repeat, so that all are measured warm.
        for (let turn = 0; turn * tasks < 3_000; turn += 1) {
          const started = process.cpuUsage();
          await planProblem(problems[index]!);
          const spent = process.cpuUsage(started);
          least[index] = Math.min(least[index]!, (spent.user + spent.system) / 1_000);
        }
      },
    ]),
  ),
  bars: [
    {
      what: 'growth exponent from 100 to 10,000 (n log n is about 1.13)',
      measured: () => Math.log(least[2]! / least[0]!) / Math.log(SIZES[2]! / SIZES[0]!),
      atMost: 1.2,
      unit: '',
    },
  ],
  note: () => {
    const exponent = (from: number, to: number) =>
      (Math.log(least[to]! / least[from]!) / Math.log(SIZES[to]! / SIZES[from]!)).toFixed(2);
    return `least CPU ${least.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}; growth exponent ${exponent(0, 1)} from 100 to 1,000, ${exponent(1, 2)} from 1,000 to 10,000, ${exponent(0, 2)} overall`;
  },
};
