import { failedWith } from '#shared/ipc/handlers';
import type { Progress } from '#shared/ipc/outcome';
import type { JobEnding } from '#shared/jobs/envelope';

export async function runJob(
  name: string,
  _input: unknown,
  _progress: (progress: Progress) => void,
): Promise<JobEnding> {
  return failedWith('internal', `There is no job named ${name}`) as JobEnding;
}
