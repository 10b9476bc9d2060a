import type { Plan } from '#shared/engine/plan';
import type { AbortSignalLike } from '#shared/ipc/client-port';
import { CANCELLED, failedWith, succeeded } from '#shared/ipc/handlers';
import type { Outcome, Progress } from '#shared/ipc/outcome';
import { planProblem } from '#shared/planning/plan';
import { isPlanCancelled } from '#shared/planning/plan-cancelled';
import type { PlanningProblem } from '#shared/planning/problem';
import { verifyPlan } from '#shared/planning/verify';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';
import { PlanJobFailed, poolDispatch } from './pool-dispatch';

export interface PlanMaking {
  readonly jobs: JobRunner;
  readonly clock: Clock;
  readonly signal: AbortSignalLike;
  readonly onProgress: (progress: Progress) => void;
}

/** Plans, with groups in the pool where the work is worth it, and proves the plan before anybody sees it. */
export async function makePlan(problem: PlanningProblem, making: PlanMaking): Promise<Outcome<Plan>> {
  const { jobs, clock, signal, onProgress } = making;
  let plan: Plan;
  try {
    plan = await planProblem(problem, {
      now: clock.elapsed,
      onProgress,
      isCancelled: () => signal.aborted,
      pause: () => new Promise((settle) => setImmediate(settle)),
      dispatch: poolDispatch(jobs, signal, problem.settings.workers),
    });
  } catch (error) {
    if (isPlanCancelled(error) || signal.aborted) return CANCELLED;
    if (error instanceof PlanJobFailed) return { kind: 'failed', error: error.failure };
    throw error;
  }
  if (signal.aborted) return CANCELLED;

  const started = clock.elapsed();
  const violations = verifyPlan(problem, plan);
  if (violations.length > 0) {
    const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
    return failedWith(
      'invalidPlan',
      `The plan breaks a rule and was dropped: ${violations[0]!.message}${more}`,
      'Nothing was changed. This is a fault in Daywright, not in your data.',
    );
  }
  const phases = { ...plan.metrics.phases, verify: clock.elapsed() - started };
  return succeeded({ ...plan, metrics: { ...plan.metrics, phases } });
}
