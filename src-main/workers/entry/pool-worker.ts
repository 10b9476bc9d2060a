// What every pool thread runs: finds the job's function, tells its news over the job's port, answers with data.
import type { MessagePort } from 'node:worker_threads';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import type { JobEnding, JobNews } from '#shared/jobs/envelope';
import { runJob } from './run-job';

export default async function poolWorker(task: {
  readonly name: string;
  readonly input: unknown;
  readonly news: MessagePort;
}): Promise<JobEnding> {
  const tell = (news: JobNews): void => task.news.postMessage(news);
  tell({ kind: 'started' });
  try {
    const progress = (told: { fraction: number; phase: string }): void => tell({ kind: 'progress', progress: told });
    return await runJob(task.name, task.input, { progress, signal: NEVER_CANCELLED });
  } finally {
    task.news.close();
  }
}
