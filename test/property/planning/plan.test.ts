import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import { planProblem } from '#shared/planning/plan';
import type { Dispatch } from '#shared/planning/plan-run';
import type { PlanningProblem } from '#shared/planning/problem';
import { verifyPlan } from '#shared/planning/verify';
import { PRIORITY_WEIGHT } from '#shared/tasks/task-demand';
import { daily, lines, MONDAY, problemWith } from '../../helpers/planning-problem';
import { solveInThread } from '../../helpers/solve-in-thread';

const START = Date.parse(`${MONDAY}T00:00:00Z`);
const iso = (minutes: number) => new Date(START + minutes * 60_000).toISOString().replace('.000Z', 'Z');

const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
const hours = fc.constantFrom(
  daily(['09:00', '17:00']),
  daily(['09:00', '12:00'], ['13:00', '17:30']),
  daily(['22:00', '06:00']),
  daily(['00:00', '24:00']),
);

const task = fc.record({
  durationMinutes: fc.integer({ min: 1, max: 40 }).map((units) => units * 5),
  priority: fc.constantFrom(1, 2, 3, 4),
  energy: fc.constantFrom('high', 'medium', 'low', null),
  due: fc.option(fc.integer({ min: 600, max: 5_000 })),
  notBefore: fc.option(fc.integer({ min: 0, max: 3_000 }), { freq: 4 }),
  partOfDay: fc.constantFrom('morning', 'afternoon', 'evening', null),
  projectId: fc.constantFrom('p', 'q', null),
  waitsFor: fc.option(fc.nat(8), { freq: 3 }),
  pin: fc.option(fc.integer({ min: 400, max: 3_500 }), { freq: 8 }),
  split: fc.option(fc.constantFrom({ minMinutes: 15, maxMinutes: 45 }, { minMinutes: 30, maxMinutes: 60 }), {
    freq: 4,
  }),
  doneMinutes: fc.constantFrom(0, 0, 0, 15),
});

const habit = fc.record({
  durationMinutes: fc.integer({ min: 5, max: 90 }),
  target: fc.integer({ min: 6 * 60, max: 21 * 60 }),
  window: fc.constantFrom(['06:00', '22:00'], ['07:00', '12:00'], ['20:00', '02:00']),
  history: fc.array(fc.boolean(), { maxLength: 15 }),
  days: fc.constantFrom([1, 2, 3, 4, 5, 6, 7], [1, 3], [2]),
});

const problems = fc
  .record({
    timeZone: zones,
    workingHours: hours,
    bufferMinutes: fc.constantFrom(0, 5, 10),
    gridMinutes: fc.constantFrom(5, 15),
    now: fc.integer({ min: 0, max: 1_300 }),
    tasks: fc.array(task, { maxLength: 9 }),
    events: fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: 4_300 }),
        minutes: fc.integer({ min: 5, max: 300 }),
        allDay: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    habits: fc.array(habit, { maxLength: 5 }),
    gapPrice: fc.constantFrom(null, 15),
  })
  .map(
    (fields): PlanningProblem =>
      problemWith({
        now: iso(fields.now),
        settings: {
          timeZone: fields.timeZone,
          workingHours: fields.workingHours,
          bufferMinutes: fields.bufferMinutes,
          gridMinutes: fields.gridMinutes as 5 | 15,
          leadMinutes: 10,
          horizonDays: 3,
          shortGapPriceMinutes: fields.gapPrice,
          energy: [
            { from: '08:00', to: '12:00', level: 'high' },
            { from: '13:00', to: '15:00', level: 'low' },
          ],
        },
        tasks: fields.tasks.map((item, index) => ({
          id: `t${index}`,
          durationMinutes: item.durationMinutes,
          priority: item.priority as 1,
          energy: item.energy as 'high' | null,
          dueAt: item.due === null ? null : iso(item.due),
          notBefore: item.notBefore === null ? null : iso(item.notBefore),
          partOfDay: item.partOfDay as 'morning' | null,
          projectId: item.projectId,
          dependsOn: item.waitsFor === null ? [] : [`t${item.waitsFor}`],
          pinnedStart: item.pin === null ? null : iso(item.pin),
          split: item.split,
          doneMinutes: item.doneMinutes,
        })),
        events: fields.events.map((event, index) => ({
          id: `e${index}`,
          start: iso(event.start),
          end: iso(event.start + event.minutes),
          allDay: event.allDay && index === 0,
        })),
        habits: fields.habits.map((item, index) => ({
          id: `h${index}`,
          durationMinutes: item.durationMinutes,
          targetTime: `${String(Math.floor(item.target / 60)).padStart(2, '0')}:${String(item.target % 60).padStart(2, '0')}`,
          window: item.window as [string, string],
          history: item.history,
          days: [...item.days],
        })),
      }),
  );

function unplacedWeight(problem: PlanningProblem, unplaced: readonly { kind: string; id: string }[]): number {
  const tasks = new Map(problem.tasks.map((item) => [item.id, item]));
  return unplaced.reduce(
    (sum, item) => sum + (item.kind === 'task' ? PRIORITY_WEIGHT[tasks.get(item.id)!.priority] : 0),
    0,
  );
}

/** Two threads that copy what crosses, as the pool does, and answer out of order. */
function copyingThreads(workers: number): Dispatch {
  return {
    workers,
    taskGroups: async (groups) => {
      const answers = solveInThread([...groups].reverse());
      return answers.reverse();
    },
    habitDays: async (days) => days.map((job) => structuredClone(planHabitDays(structuredClone(job)))),
  };
}

/** Two days of eight hours and work for about twice as much, most of it free to stand anywhere after its earliest start. */
const overfull = fc
  .record({
    bufferMinutes: fc.constantFrom(0, 10),
    gridMinutes: fc.constantFrom(5, 15),
    events: fc.array(fc.integer({ min: 480, max: 2_400 }), { maxLength: 4 }),
    tasks: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 8 }),
        priority: fc.constantFrom(1, 2, 3, 4),
        due: fc.option(fc.integer({ min: 540, max: 2_600 })),
        hard: fc.boolean(),
        notBefore: fc.option(fc.integer({ min: 480, max: 2_300 })),
        waits: fc.boolean(),
      }),
      { minLength: 24, maxLength: 40 },
    ),
  })
  .map(
    ({ bufferMinutes, gridMinutes, events, tasks }): PlanningProblem =>
      problemWith({
        now: iso(0),
        settings: {
          timeZone: 'UTC',
          workingHours: daily(['09:00', '17:00']),
          bufferMinutes,
          gridMinutes: gridMinutes as 5 | 15,
          leadMinutes: 10,
          horizonDays: 2,
        },
        tasks: tasks.map((item, index) => ({
          id: `t${index}`,
          durationMinutes: 15 * item.units,
          priority: item.priority as 1,
          dueAt: item.due === null ? null : iso(item.due),
          dueHard: item.due !== null && item.hard,
          notBefore: item.notBefore === null ? null : iso(item.notBefore),
          dependsOn: item.waits && index % 8 === 7 ? [`t${index - 1}`] : [],
        })),
        events: events.map((start, index) => ({ id: `e${index}`, start: iso(start), end: iso(start + 45) })),
      }),
  );

describe('every plan', () => {
  it('[TASK-12] breaks no hard rule where there is room for half of the work only', async () => {
    await fc.assert(
      fc.asyncProperty(overfull, async (problem) => {
        expect(verifyPlan(problem, await planProblem(problem))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[TASK-12] breaks no hard rule and drops nothing in silence', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.constantFrom('best', 'greedy'), async (problem, algorithm) => {
        const plan = await planProblem({ ...problem, options: { ...problem.options, algorithm: algorithm as 'best' } });
        expect(verifyPlan(problem, plan)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('[TASK-13] is the same for the same problem, for rows in another order, and through threads', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.constantFrom(2, 8), async (problem, workers) => {
        const { metrics: _, ...plan } = await planProblem(problem);
        const shuffled = {
          ...problem,
          tasks: [...problem.tasks].reverse(),
          events: [...problem.events].reverse(),
          habits: [...problem.habits].reverse(),
        };
        const { metrics: __, ...other } = await planProblem(shuffled, {
          now: () => 0,
          dispatch: copyingThreads(workers),
        });
        expect(other.placements).toEqual(plan.placements);
        expect(other.quality).toEqual(plan.quality);
        expect(other.unplaced.map((item) => item.id).sort()).toEqual(plan.unplaced.map((item) => item.id).sort());
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[TASK-14] moves nothing when planned again with itself in force', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const plan = await planProblem(problem);
        const again = await planProblem({ ...problem, present: plan.placements });
        expect(lines(again.placements)).toEqual(lines(plan.placements));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('[TASK-15] is never worse on the first level when an event is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        fc.pre(problem.events.length > 0);
        const onlyTasks: PlanningProblem = { ...problem, options: { ...problem.options, only: ['tasks'] } };
        const before = await planProblem(onlyTasks);
        const freed = { ...onlyTasks, events: problem.events.slice(1), present: before.placements };
        const after = await planProblem(freed);
        expect(unplacedWeight(problem, after.unplaced)).toBeLessThanOrEqual(unplacedWeight(problem, before.unplaced));
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
