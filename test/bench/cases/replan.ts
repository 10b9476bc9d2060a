// What a change of the day costs: a new hour of meeting in a planned week.
import { planProblem } from '#shared/planning/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { type Replan, replanTouched, type Touch } from '#shared/planning/replan';
import { type Instant, parseInstant } from '#shared/time/instant';
import type { BenchCase } from '../bench-case';
import { scenarioProblem, WEEK } from '../planning-scenario';

const CLOCK = { now: () => performance.now() };
const week = scenarioProblem(WEEK);
let disturbed: PlanningProblem = week;
let touch: Touch = { spans: [], reach: 'broken' };
let answer: Replan | null = null;
let full = 0;

/** Of this process: on a shared machine the wall clock tells of the others. */
async function processorTime(work: () => Promise<void>): Promise<{ milliseconds: number }> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000 };
}

export const replanCase: BenchCase = {
  name: 'replan-week',
  describe:
    'An event falls on a block of 46 planned tasks and 40 events over 7 days: only what it touches is planned again, in process; milliseconds of processor time',
  runs: 31,
  setUp: async () => {
    const { placements } = await planProblem(week);
    const hit = placements[Math.floor(placements.length / 2)]!;
    const { start, end } = hit;
    const meeting = { ...week.events[0]!, id: 'new', uid: 'new', title: 'New', start, end };
    disturbed = { ...week, events: [...week.events, meeting], present: placements };
    const at = (text: string): Instant => parseInstant(text)!;
    touch = { spans: [{ start: at(start), end: at(end) }], reach: 'covered', atMost: 'week' };
  },
  variants: {
    'replan what is touched': () =>
      processorTime(async () => {
        answer = await replanTouched(disturbed, touch, CLOCK);
      }),
    'plan everything': () =>
      processorTime(async () => {
        full = (await planProblem(disturbed, CLOCK)).quality.preference;
      }),
  },
  ratios: [['replan what is touched', 'plan everything']],
  bars: [
    { what: 'replan of a week', measured: (median) => median('replan what is touched'), atMost: 16, unit: 'ms' },
    {
      what: 'level 3 against the full plan',
      measured: () => (answer?.quality.preference ?? 0) / full,
      atLeast: 0.98,
      unit: 'x',
    },
  ],
  note: () => `gave way: ${answer?.scope}`,
};
