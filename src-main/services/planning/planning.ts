import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';
import type { Log } from '../../ports/log';
import { planJournal } from './plan-journal';

export interface PlanningPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly jobs: JobRunner;
  readonly log: Log;
}

export function planningHandlers({ dataFolder }: PlanningPorts) {
  const journal = planJournal(dataFolder);
  return {
    async 'plan.run'() {
      return failedWith('refused', 'This build has no planner');
    },
    async 'plan.pending'() {
      return succeeded({ plan: await journal.read() });
    },
    async 'plan.acknowledge'({ planId }) {
      await journal.forget(planId);
      return succeeded({});
    },
  } satisfies Pick<Handlers, 'plan.run' | 'plan.pending' | 'plan.acknowledge'>;
}
