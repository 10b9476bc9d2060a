// The sample week: a workspace and its calendars, with dates moved to the present week, planned at once.
import { failed, type Result } from '#shared/base/result';
import { importWorkspace } from './backup';
import { nowText } from './clock';
import { host } from './host';
import { addImportFiles, cancelImport, importFiles, setPlanAfter } from './importing';
import { goTo } from './navigation';
import { planNow } from './planning';

/** Opens the sample week and shows it. Fails with a sentence for the user. */
export async function openSampleWeek(): Promise<Result<void, string>> {
  const samples = await host().request('host.samples', { now: nowText() });
  if (samples.kind !== 'ok') {
    return failed(samples.kind === 'failed' ? samples.error.message : 'Opening the sample week was cancelled.');
  }
  const opened = await importWorkspace(samples.value.workspace, 'Open the sample week');
  if (!opened.ok) return failed(opened.error.join('\n'));
  cancelImport();
  await addImportFiles(samples.value.calendars);
  setPlanAfter(true);
  if (!(await importFiles())) await planNow('The sample week');
  goTo('week');
  return opened;
}
