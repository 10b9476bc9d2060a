// One snapshot in, one plan out: habits first, exactly, day by day; then tasks around them.
import { congestionOf, type Wanted } from '../engine/congestion';
import { mergeMinutes, subtractMinutes } from '../engine/epoch-minute';
import { PhaseTimer } from '../engine/phase-timer';
import { emptyMetrics, type Placement, type Plan, type Unplaced } from '../engine/plan';
import { dueMinute, earliestMinute } from '../tasks/task-work';
import { PlanCancelled } from './plan-cancelled';
import { planHabits } from './plan-habits';
import type { PlanRun } from './plan-run';
import { planTasks } from './plan-tasks';
import type { PlanningProblem } from './problem';
import { planQuality } from './quality';
import { type Situation, situationOf } from './situation';

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
  const metrics = emptyMetrics();
  const congestion = congestionOf(
    situation.horizon,
    situation.windows,
    subtractMinutes(mergeMinutes([...situation.windows]), mergeMinutes([...situation.blockingEvents])),
    wantedOf(situation),
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
    metrics.provenDays = habits.proven;
    metrics.habitDays = habits.days;
  }
  timer.ended('habits');
  check();
  run.onProgress?.({ fraction: 0.4, phase: 'Placing tasks' });

  if (problem.options.only.includes('tasks')) {
    const tasks = await planTasks(situation, placements, run, timer, check);
    placements.push(...tasks.placements);
    unplaced.push(...tasks.unplaced);
    const { effort } = tasks;
    metrics.candidates += effort.candidates;
    metrics.groups += tasks.groupSizes.length;
    metrics.groupSizes.push(...tasks.groupSizes);
    metrics.workers = Math.max(metrics.workers, tasks.workers);
    metrics.caches = { freeTime: tasks.freeTime, slotValues: effort.slotValues };
    metrics.cacheHits = tasks.freeTime.hits + effort.slotValues.hits;
    metrics.cacheMisses = tasks.freeTime.misses + effort.slotValues.misses;
    metrics.dispatched = tasks.dispatched;
    metrics.rounds = tasks.rounds;
    metrics.moves = effort.moves;
    metrics.swaps = effort.swaps;
    metrics.skippedRuns = effort.skippedRuns;
    metrics.freeRuns = tasks.freeRuns;
  }
  check();
  placements.sort(inOrderOfTime);
  const quality = planQuality(problem, placements, unplaced, situation);
  timer.ended('report');
  run.onProgress?.({ fraction: 1, phase: 'Planned' });
  return { placements, unplaced, quality, metrics: { ...metrics, phases: timer.phases, congestion } };
}

export function inOrderOfTime(a: Placement, b: Placement): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The open work of the tasks, each in the time it may take: from its earliest start until due, or to the end when it has no due date or is overdue. */
function wantedOf({ taskWork, horizon, problem }: Situation): Wanted[] {
  if (!problem.options.only.includes('tasks')) return [];
  return taskWork
    .filter((work) => work.minutes > 0)
    .map((work) => {
      const start = Math.min(earliestMinute(work.task, horizon), horizon.end - 1);
      const due = dueMinute(work.task) ?? horizon.end;
      return { start, end: due > start ? Math.min(due, horizon.end) : horizon.end, minutes: work.minutes };
    });
}
