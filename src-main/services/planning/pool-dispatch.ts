import type { HostError, Outcome } from '#shared/ipc/outcome';
import { PlanCancelled } from '#shared/planning/plan-cancelled';
import type { Dispatch } from '#shared/planning/plan-run';
import { packGroups, unpackResults } from '#shared/tasks/packed-groups';
import type { JobOptions, JobRunner } from '../../ports/job-runner';

/** A part of a plan that could not be made; carries the typed error through the planner, which knows nothing of pools. */
export class PlanJobFailed extends Error {
  override readonly name = 'PlanJobFailed';
  readonly failure: HostError;

  constructor(failure: HostError) {
    super(failure.message);
    this.failure = failure;
  }
}

/** No single group honestly takes this long: the step budget bounds it. */
const GROUP_LIMIT_MILLISECONDS = 120_000;

/** Estimated slots from which even threads that have to start, and to compile what they run, are worth it: `npm run bench -- tasks-dispatch`. */
const WORTH_STARTING = 10_000_000;

/** Crossings for each worker: what all groups share crosses once a batch, and enough batches are left for who is ready first. */
const BATCHES_A_WORKER = 4;

/**
 * Sends a plan's groups to the pool, all at once; the pool keeps them waiting as it must. Answers come in the order of the jobs.
 * `wanted`: the user's own number of threads; 1 keeps the planner from sending anything.
 */
export function poolDispatch(
  jobs: JobRunner,
  signal: NonNullable<JobOptions['signal']>,
  wanted: number | null,
): Dispatch {
  const options = { signal, timeLimitMilliseconds: GROUP_LIMIT_MILLISECONDS };
  const workers = Math.min(wanted ?? jobs.threads, jobs.threads);
  return {
    workers,
    ...(jobs.isWarm?.() === false ? { worthFrom: WORTH_STARTING } : {}),
    taskGroups: async (groups) => {
      // Dealt out like cards, largest first: the batches come out about equal.
      const count = Math.min(groups.length, workers * BATCHES_A_WORKER);
      const batches = Array.from({ length: count }, (_, batch) =>
        groups.filter((_group, index) => index % count === batch),
      );
      const running: Promise<Outcome<Float64Array>>[] = [];
      for (const batch of batches) {
        running.push(jobs.run('plan.taskGroups', packGroups(batch), options));
        // The first are on their way while the next are packed.
        if (running.length >= workers) await new Promise((settle) => setImmediate(settle));
      }
      const answers = (await Promise.all(running)).map((outcome) => unpackResults(valueOrThrow(outcome)));
      return groups.map((_, index) => answers[index % count]![Math.floor(index / count)]!);
    },
    habitDays: async (days) => {
      const outcomes = await Promise.all(days.map((day) => jobs.run('plan.habitDays', day, options)));
      return outcomes.map(valueOrThrow);
    },
  };
}

function valueOrThrow<T>(outcome: Outcome<T>): T {
  switch (outcome.kind) {
    case 'ok':
      return outcome.value;
    case 'cancelled':
      throw new PlanCancelled();
    case 'failed':
      throw new PlanJobFailed(outcome.error);
  }
}
