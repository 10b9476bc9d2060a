import type { TournamentRunRecord } from '#shared/tournaments/document';

/** "Scheduled in 54 ms". */
export function scheduledWords(run: TournamentRunRecord | undefined): string {
  if (!run) return 'Scheduled';
  const took =
    run.milliseconds < 1_000 ? `${Math.round(run.milliseconds)} ms` : `${(run.milliseconds / 1_000).toFixed(1)} s`;
  return `Scheduled in ${took}`;
}
