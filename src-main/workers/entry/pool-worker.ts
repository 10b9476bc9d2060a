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
    // Moved, not copied.
    const part = (bytes: Uint8Array<ArrayBuffer>): void =>
      task.news.postMessage({ kind: 'part', bytes }, [bytes.buffer]);
    return await runJob(task.name, task.input, { progress, part, signal: NEVER_CANCELLED });
  } finally {
    tell({ kind: 'done' });
    task.news.close();
  }
}
