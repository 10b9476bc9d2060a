// The sample week: a workspace and its calendars, with dates moved to this week or the next, planned at once.
import { failed, ok, type Result } from '#shared/base/result';
import { daysBetween } from '#shared/time/day';
import { importWorkspace } from './backup';
import { nowText } from './clock';
import { host } from './host';
import { addImportFiles, cancelImport, storeTicked } from './importing';
import { goTo, setViewedDay, today } from './navigation';
import { planNow } from './planning';
import { fillWeek } from './posts/planning';
import { undoable } from './undoable';

/** Opens the sample week and shows it. Fails with a sentence for the user. */
export async function openSampleWeek(): Promise<Result<void, string>> {
  const samples = await host().request('host.samples', { now: nowText() });
  if (samples.kind !== 'ok') {
    return failed(samples.kind === 'failed' ? samples.error.message : 'Opening the sample week was cancelled.');
  }
  let problems: readonly string[] = [];
  await undoable(async () => {
    const opened = await importWorkspace(samples.value.workspace, 'Open the sample week');
    if (!opened.ok) {
      problems = opened.error;
      return null;
    }
    cancelImport();
    await addImportFiles(samples.value.calendars);
    await storeTicked();
    // Its posts first: the plan's figures and its Undo stay the newest.
    await fillWeek(samples.value.monday);
    await planNow('The sample week');
    return 'Opened the sample week';
  });
  if (problems.length > 0) return failed(problems.join('\n'));
  if (daysBetween(today(), samples.value.monday) > 0) setViewedDay(samples.value.monday);
  goTo('week');
  return ok(undefined);
}
