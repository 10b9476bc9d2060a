import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import type { Placement, Plan } from '#shared/engine/plan';
import { planProblem } from '#shared/planning/plan';
import { type PlanningProblem, planningProblemSchema } from '#shared/planning/problem';
import { verifyPlan } from '#shared/planning/verify';
import { monday, problemWith } from '../../helpers/planning-problem';

// A full week of one kind each, so that every change below is a breach and never another valid plan.
const NOW = '2026-11-23T06:00:00Z';
const MINUTE = 60_000;

function crowdedProblem(seed: number): PlanningProblem {
  const random = seededRandom(seed);
  const at = (minutes: number) => new Date(Date.parse('2026-11-23T00:00:00Z') + minutes * MINUTE).toISOString();
  return planningProblemSchema.parse({
    now: NOW,
    settings: {
      timeZone: 'Europe/Berlin',
      horizonDays: 5,
      leadMinutes: 15,
      bufferMinutes: 10,
      workingHours: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00']]])),
    },
    calendars: [{ id: 'work', name: 'Work' }],
    events: Array.from({ length: 8 }, (_, index) => {
      const start = 1440 * (index % 5) + 540 + 15 * random.below(20);
      return {
        id: `e${index}`,
        calendarId: 'work',
        uid: `e${index}`,
        title: 'Event',
        start: at(start),
        end: at(start + 45),
      };
    }),
    tasks: Array.from({ length: 12 }, (_, index) => ({
      id: `t${index}`,
      title: `Task ${index}`,
      durationMinutes: 30 + 15 * random.below(5),
      dependsOn: index > 0 && random.next() < 0.3 ? [`t${random.below(index)}`] : [],
    })),
    habits: Array.from({ length: 3 }, (_, index) => ({
      id: `h${index}`,
      title: `Habit ${index}`,
      durationMinutes: 30,
      targetTime: `${10 + 3 * index}:00`,
    })),
    habitOccurrences: [],
    present: [],
    options: {},
  });
}

const shifted = (placement: Placement, startBy: number, endBy = startBy): Placement => ({
  ...placement,
  start: new Date(Date.parse(placement.start) + startBy * MINUTE).toISOString(),
  end: new Date(Date.parse(placement.end) + endBy * MINUTE).toISOString(),
});

type Mutation = (plan: Plan, problem: PlanningProblem, index: number) => readonly Placement[];
const changed = (plan: Plan, index: number, to: Placement): Placement[] =>
  plan.placements.map((placement, at) => (at === index ? to : placement));

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'moved a week ahead of now': (plan, _, index) => changed(plan, index, shifted(plan.placements[index]!, -7 * 1440)),
  'moved to the middle of the night': (plan, _, index) => {
    const from = Date.parse(plan.placements[index]!.start);
    const night = Date.parse('2026-11-25T01:00:00Z');
    return changed(plan, index, shifted(plan.placements[index]!, (night - from) / MINUTE));
  },
  'shortened by a minute': (plan, _, index) => changed(plan, index, shifted(plan.placements[index]!, 0, -1)),
  'lengthened by a minute': (plan, _, index) => changed(plan, index, shifted(plan.placements[index]!, 0, 1)),
  'moved onto an event': (plan, problem, index) => {
    const to = Date.parse(problem.events[index % problem.events.length]!.start);
    return changed(
      plan,
      index,
      shifted(plan.placements[index]!, (to - Date.parse(plan.placements[index]!.start)) / MINUTE),
    );
  },
  'moved onto another placement': (plan, _, index) => {
    const to = Date.parse(plan.placements[(index + 1) % plan.placements.length]!.start);
    return changed(
      plan,
      index,
      shifted(plan.placements[index]!, (to - Date.parse(plan.placements[index]!.start)) / MINUTE),
    );
  },
  dropped: (plan, _, index) => plan.placements.filter((__, at) => at !== index),
  'placed twice': (plan, _, index) => [...plan.placements, plan.placements[index]!],
  'placed twice at different times': (plan, _, index) => [...plan.placements, shifted(plan.placements[index]!, 15)],
  'given the id of nobody': (plan, _, index) => changed(plan, index, { ...plan.placements[index]!, id: 'nobody' }),
};

describe('the check of a plan', () => {
  it.each(Object.entries(MUTATIONS))(
    '[TASK-12] catches a placement %s',
    async (_, mutate) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.nat(10_000), async (seed, pick) => {
          const problem = crowdedProblem(seed);
          const plan = await planProblem(problem);
          expect(verifyPlan(problem, plan)).toEqual([]);
          const mutated = { ...plan, placements: [...mutate(plan, problem, pick % plan.placements.length)] };
          expect(verifyPlan(problem, mutated)).not.toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  it('[TASK-12] catches a task with a place that is also said to have none', async () => {
    const problem = crowdedProblem(7);
    const plan = await planProblem(problem);
    const task = plan.placements.find((placement) => placement.kind === 'task')!;
    const unplaced = [{ kind: 'task' as const, id: task.id, reason: 'horizonEnds' as const, detail: '' }];
    expect(verifyPlan(problem, { ...plan, unplaced })).not.toEqual([]);
  });

  it('[TASK-12] catches the rest of a split task under way that is dropped in silence', async () => {
    const problem = problemWith({
      now: monday('10:00'),
      tasks: [{ id: 'a', durationMinutes: 120, split: { minMinutes: 30, maxMinutes: 60 } }],
      present: [{ kind: 'task', id: 'a', start: monday('09:30'), end: monday('10:30') }],
    });
    const plan = await planProblem(problem);
    expect(verifyPlan(problem, plan)).toEqual([]);
    const begun = plan.placements.filter((placement) => placement.start === monday('09:30'));
    expect(begun).toHaveLength(1);
    expect(verifyPlan(problem, { ...plan, placements: begun }).map((violation) => violation.rule)).toEqual([
      'plan.placesOrExplains',
    ]);
  });
});
