import { failedWith } from '#shared/ipc/handlers';
import type { Outcome } from '#shared/ipc/outcome';
import type { JobEnding } from '#shared/jobs/envelope';
import type { ReportJobBug } from '../ports/job-runner';

/** A job's ending as its asker sees it; a bug goes to the log with its stack. */
export function outcomeOf(name: string, ending: JobEnding, report: ReportJobBug): Outcome<unknown> {
  if (ending.kind !== 'threw') return ending;
  report(`Job ${name} failed by a bug: ${ending.message}`, ending.stack);
  return failedWith('internal', ending.message, 'This is a fault in Daywright, not in your data.');
}
