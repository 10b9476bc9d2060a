// What a late entry would mean, said before anything is stored.
import { type Latecomer, type LatePlace, latePlace } from '#shared/tournaments/day/late-place';
import type { TournamentView } from './tournament-view';

export interface LateWords {
  readonly possible: boolean;
  readonly words: string;
}

export function lateWords(view: TournamentView, latecomer: Latecomer): LateWords {
  const place = latePlace(view.document, view.state.matches, latecomer);
  return { possible: place.kind !== 'refused', words: wordsOf(view, place) };
}

function wordsOf(view: TournamentView, place: LatePlace): string {
  switch (place.kind) {
    case 'replaces':
      return `Takes the place of ${view.nameOf(place.entry)}, who withdrew.`;
    case 'bye':
      return `Plays ${view.nameOf(place.against)}, who had a bye.`;
    case 'enlarges':
      return `The draw is full: plays ${view.nameOf(place.against)} in a round before the first.`;
    case 'group': {
      const count = `${place.opponents.length} ${place.opponents.length === 1 ? 'match' : 'matches'}`;
      return place.group === null ? `Plays everyone, ${count}.` : `Plays everyone of group ${place.group}, ${count}.`;
    }
    case 'nextRound':
      return `Is paired from round ${place.round} on.`;
    case 'refused':
      return place.reason;
  }
}
