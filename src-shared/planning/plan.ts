// One snapshot in, one plan out: habits first, exactly, day by day; then tasks around them.
import { congestionOf } from '../engine/congestion';
import { mergeMinutes, subtractMinutes } from '../engine/epoch-minute';
import { PhaseTimer } from '../engine/phase-timer';
import type { Placement, Plan, Unplaced } from '../engine/plan';
import { PlanCancelled } from './plan-cancelled';
import { planHabits } from './plan-habits';
import type { PlanRun } from './plan-run';
import { planTasks } from './plan-tasks';
import type { PlanningProblem } from './problem';
import { planQuality } from './quality';
import { situationOf } from './situation';

const UNTIMED: PlanRun = { now: () => 0 };

/**
 * Plans tasks and habits. The result depends on the problem (with its seed and step budget) only, never on threads, the clock or the order of stored rows.
 * Rejects with `PlanCancelled` when the caller cancels; everything else it cannot do is an unplaced reason, not an error.
 */
export async function planProblem(problem: PlanningProblem, run: PlanRun = UNTIMED): Promise<Plan> {
  const timer = new PhaseTimer(run.now);
  const check = () => {
    if (run.isCancelled?.()) throw new PlanCancelled();
  };
  check();
  run.onProgress?.({ fraction: 0, phase: 'Reading your calendar' });
  const situation = situationOf(problem);
  const placements: Placement[] = [];
  const unplaced: Unplaced[] = [];
  const metrics = {
    candidates: 0,
    groups: 0,
    groupSizes: [] as number[],
    workers: 1,
    cacheHits: 0,
    cacheMisses: 0,
    freeRuns: 0,
  };
  const congestion = congestionOf(
    situation.horizon,
    situation.windows,
    subtractMinutes(mergeMinutes([...situation.windows]), mergeMinutes([...situation.blockingEvents])),
  );
  timer.ended('index');

  if (problem.options.only.includes('habits')) {
    const habits = await planHabits(situation, run, check);
    placements.push(...habits.placements);
    unplaced.push(...habits.unplaced);
    metrics.candidates += habits.candidates;
    metrics.groups += habits.groupSizes.length;
    metrics.groupSizes.push(...habits.groupSizes);
    metrics.workers = Math.max(metrics.workers, habits.workers);
  }
  timer.ended('habits');
  check();
  run.onProgress?.({ fraction: 0.4, phase: 'Placing tasks' });

  if (problem.options.only.includes('tasks')) {
    const tasks = await planTasks(situation, placements, run, timer, check);
    placements.push(...tasks.placements);
    unplaced.push(...tasks.unplaced);
    metrics.candidates += tasks.candidates;
    metrics.groups += tasks.groupSizes.length;
    metrics.groupSizes.push(...tasks.groupSizes);
    metrics.workers = Math.max(metrics.workers, tasks.workers);
    metrics.cacheHits += tasks.cacheHits;
    metrics.cacheMisses += tasks.cacheMisses;
    metrics.freeRuns = tasks.freeRuns;
  }
  check();
  placements.sort(inOrderOfTime);
  const quality = planQuality(problem, placements, unplaced, situation);
  timer.ended('report');
  run.onProgress?.({ fraction: 1, phase: 'Planned' });
  return { placements, unplaced, quality, metrics: { ...metrics, phases: timer.phases, congestion } };
}

function inOrderOfTime(a: Placement, b: Placement): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
