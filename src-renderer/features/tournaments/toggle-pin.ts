import { pinMatch, unpinMatch } from '../../state/tournaments';
import { perform } from './perform';
import type { TournamentView } from './tournament-view';

/** Pins a match where it is, court and time, or frees it again. */
export function togglePin(view: TournamentView, match: string): Promise<boolean> {
  const { id } = view.document;
  const number = view.numberOf(match);
  return view.problemMatch(match).pin
    ? perform(view, unpinMatch(id, match), `Match ${number} is free to move`)
    : perform(view, pinMatch(id, match), `Match ${number} is pinned`);
}
