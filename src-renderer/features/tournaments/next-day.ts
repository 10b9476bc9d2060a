import type { Day } from '#shared/time/day';
import type { TournamentView } from './tournament-view';

/** The day of play that is today or next; the last one when all are over. */
export function nextDay(view: TournamentView, today: Day, chosen: Day | null): Day {
  if (chosen !== null && view.days.includes(chosen)) return chosen;
  return view.days.find((day) => day >= today) ?? view.days.at(-1)!;
}
