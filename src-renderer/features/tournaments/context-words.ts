import { formatDate, formatDayShort } from '../../ui';
import type { TournamentView } from './tournament-view';

/** "Sat 28 Nov, Hall B, 5 courts, 36 matches". */
export function contextWords(view: TournamentView): string {
  const [first] = view.days;
  const last = view.days.at(-1)!;
  const days = first === last ? formatDayShort(last) : `${formatDate(first!)} – ${formatDate(last)}`;
  const { courts, place } = view.document;
  const matches = view.state.matches.length;
  return [
    days,
    place === undefined || place === '' ? null : place,
    courts.length === 0 ? null : `${courts.length} ${courts.length === 1 ? 'court' : 'courts'}`,
    `${matches.toLocaleString('en')} ${matches === 1 ? 'match' : 'matches'}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
