import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { CANCELLED } from '#shared/ipc/handlers';
import type { Outcome } from '#shared/ipc/outcome';
import type { JobRunner, ReportJobBug } from '../ports/job-runner';
import { runJob } from './entry/run-job';
import { outcomeOf } from './job-outcome';

/** Runs jobs in this thread: for work that is done sooner than a thread would start. A time limit cannot be kept here. */
export function inProcessRunner(report: ReportJobBug): JobRunner {
  return {
    threads: 1,
    async run(name, input, { onProgress, onPart, signal } = {}) {
      if (signal?.aborted) return CANCELLED;
      const control = {
        signal: signal ?? NEVER_CANCELLED,
        progress: onProgress ?? (() => {}),
        part: onPart ?? (() => {}),
      };
      const ending = await runJob(name, input, control);
      return signal?.aborted ? CANCELLED : (outcomeOf(name, ending, report) as Outcome<never>);
    },
    async close() {},
  };
}
