// The sample tournament: a club day of 36 matches in the week of the sample, scheduled at once.
import { failed, ok, type Result } from '#shared/base/result';
import { nowText } from './clock';
import { host } from './host';
import { goTo } from './navigation';
import { resetTournamentPlace } from './tournament-place';
import { importTournament, scheduleTournament } from './tournaments';
import { undoable } from './undoable';

/** Opens it and shows it. Fails with a sentence for the user. */
export async function openSampleTournament(): Promise<Result<void, string>> {
  const samples = await host().request('host.samples', { now: nowText() });
  if (samples.kind !== 'ok')
    return failed(samples.kind === 'failed' ? samples.error.message : 'Opening the sample was cancelled.');
  let problem: string | null = null;
  await undoable(async () => {
    const opened = await importTournament(samples.value.tournament);
    if (!opened.ok) {
      problem = opened.error;
      return null;
    }
    resetTournamentPlace();
    goTo('tournament');
    const scheduled = await scheduleTournament(opened.value);
    if (!scheduled.ok) problem = scheduled.error;
    return 'Opened the sample tournament';
  });
  return problem === null ? ok(undefined) : failed(problem);
}
