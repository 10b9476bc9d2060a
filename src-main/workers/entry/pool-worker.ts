// What every pool thread runs: finds the job's function, tells its news over the job's port, answers with data.
import type { MessagePort } from 'node:worker_threads';
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
    return await runJob(task.name, task.input, (progress) => tell({ kind: 'progress', progress }));
  } finally {
    task.news.close();
  }
}
