// Plans for a page. Invariants: (1) one plan at a time; (2) a plan that a page is told of stands in the journal until the page says that
// it stored it; (3) a plan that breaks a rule or was cancelled is never journaled.
import { CANCELLED, failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import type { IdentifiedPlan } from '#shared/planning/problem';
import { formatInstant } from '#shared/time/instant';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';
import { makePlan } from './make-plan';
import { planJournal } from './plan-journal';
import { quietProgress } from './quiet-progress';

/** The step budget bounds the search; this ends a thread that went astray. */
const FOLLOW_LIMIT_MILLISECONDS = 60_000;

export interface PlanningPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly jobs: JobRunner;
  /** A new id, never given before. */
  readonly newId: () => string;
}

export function planningHandlers({ dataFolder, clock, jobs, newId }: PlanningPorts) {
  const journal = planJournal(dataFolder);
  let running: object | null = null;

  return {
    async 'plan.run'(problem, { signal, progress }) {
      if (running) {
        return failedWith('busy', 'Another plan is being made', 'Wait until it is done, or cancel it.');
      }
      const mine = {};
      running = mine;
      const release = (): void => {
        if (running === mine) running = null;
      };
      // At once, not when the last worker has noticed: whoever cancels may plan again.
      signal.addEventListener('abort', release);
      const quiet = quietProgress(progress);
      try {
        const started = clock.elapsed();
        const made = await makePlan(problem, { jobs, clock, signal, onProgress: quiet.tell });
        if (made.kind !== 'ok') return made;
        const plan: IdentifiedPlan = {
          ...made.value,
          planId: newId(),
          plannedAt: formatInstant(clock.now()),
          totalMilliseconds: clock.elapsed() - started,
        };
        try {
          await journal.write(plan);
        } catch (error) {
          return failedWith(
            'refused',
            `The plan cannot be kept in ${dataFolder}: ${(error as Error).message}`,
            'Nothing was changed. Make room there, or make the folder writable, and plan again.',
          );
        }
        if (!signal.aborted) return succeeded(plan);
        await journal.forget(plan.planId);
        return CANCELLED;
      } finally {
        signal.removeEventListener('abort', release);
        quiet.end();
        release();
      }
    },

    /** In the pool, whatever its size: nobody waits for it, and a plan may be running beside it. */
    async 'plan.follow'(input, { signal }) {
      const started = clock.elapsed();
      const followed = await jobs.run('plan.follow', input, {
        signal,
        timeLimitMilliseconds: FOLLOW_LIMIT_MILLISECONDS,
      });
      if (followed.kind !== 'ok') return followed;
      return succeeded({ ...followed.value, totalMilliseconds: clock.elapsed() - started });
    },

    async 'plan.pending'() {
      return succeeded({ plan: await journal.read() });
    },

    async 'plan.acknowledge'({ planId }) {
      await journal.forget(planId);
      return succeeded({});
    },
  } satisfies Pick<Handlers, 'plan.run' | 'plan.follow' | 'plan.pending' | 'plan.acknowledge'>;
}
