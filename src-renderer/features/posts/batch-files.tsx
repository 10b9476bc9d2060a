import { type ChangeEvent, useRef } from 'react';
import { exportSchedule, importBatchJob, importBatchResults } from '../../state/posts/batch';
import { showNotice } from '../../state/toasts';
import { saveTextFile } from '../../ui/save-text-file';
import type { MoreAction } from './posts-toolbar';

type FileAction = Extract<MoreAction, 'job' | 'results' | 'json' | 'csv' | 'ics'>;

export function useBatchFiles() {
  const job = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLInputElement>(null);
  const run = (action: FileAction) => {
    if (action === 'job') job.current?.click();
    else if (action === 'results') results.current?.click();
    else void saveSchedule(action);
  };
  return { job, results, run };
}

/** The file pickers of a batch pipeline: an order in, its results back. */
export function BatchFiles({ files }: { readonly files: ReturnType<typeof useBatchFiles> }) {
  return (
    <>
      <input
        ref={files.job}
        type="file"
        accept=".json,application/json"
        className="dw-visually-hidden"
        aria-label="Batch job file"
        tabIndex={-1}
        onChange={(event) => void withText(event, takeJob)}
      />
      <input
        ref={files.results}
        type="file"
        accept=".json,application/json"
        className="dw-visually-hidden"
        aria-label="Batch results file"
        tabIndex={-1}
        onChange={(event) => void withText(event, takeResults)}
      />
    </>
  );
}

async function withText(event: ChangeEvent<HTMLInputElement>, take: (text: string) => Promise<void>): Promise<void> {
  const [file] = event.currentTarget.files ?? [];
  event.currentTarget.value = '';
  if (file) await take(await file.text());
}

async function takeJob(text: string): Promise<void> {
  const taken = await importBatchJob(text);
  // What went well says so itself, with its undo.
  if (!taken.ok) refuse('The batch job was not taken in', taken.error);
}

async function takeResults(text: string): Promise<void> {
  const taken = await importBatchResults(text);
  if (!taken.ok) refuse('The results were not recorded', taken.error);
}

/** Of one job, or with null of all posts. */
export async function saveSchedule(format: 'json' | 'csv' | 'ics', bulkJobId: string | null = null): Promise<void> {
  const written = await exportSchedule(format, bulkJobId);
  if (!written.ok) {
    showNotice({ title: written.error, tone: 'problem' });
    return;
  }
  const { fileName, text, mimeType, posts } = written.value;
  saveTextFile(fileName, text, mimeType);
  showNotice({ title: `Exported ${posts} ${posts === 1 ? 'post' : 'posts'} to ${fileName}` });
}

/** The first problems, each with its path and value. */
function refuse(title: string, problems: readonly string[]): void {
  const more = problems.length > 3 ? `\nand ${problems.length - 3} more` : '';
  showNotice({ title, body: `${problems.slice(0, 3).join('\n')}${more}`, tone: 'problem' });
}
