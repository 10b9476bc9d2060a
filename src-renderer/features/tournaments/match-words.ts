// How a match and its sides are called on the screen: "MS QF 23", "Winner 5", "Haas v Petrov".
import { parseDay } from '#shared/time/day';
import type { Instant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { formatDayShort, formatTime, weekdayShort } from '../../ui';
import type { TournamentView } from './tournament-view';

/** Both sides of a match as they stand now. `full` for the inspector, else as in a block. */
export function sidesOf(view: TournamentView, match: string, full = false): readonly [string, string] {
  const sides = view.state.words.get(match)?.sides;
  const side = (at: 0 | 1): string => {
    const { entry = null, text = '' } = sides?.[at] ?? {};
    if (entry !== null) return full ? view.nameOf(entry) : view.shortOf(entry);
    return full ? text : text.replace(/^(Winner|Loser) of /, '$1 ');
  };
  return [side(0), side(1)];
}

/** "Haas v Petrov"; "Winner 5 v 6" where two winners meet. */
export function pairingOf(view: TournamentView, match: string): string {
  const [one, other] = sidesOf(view, match);
  return `${one} v ${openSideWords(one, other)}`;
}

/** The second side beside the first: of "Winner 6" only the 6 where the first is a winner too. */
export function openSideWords(one: string, other: string): string {
  const both = /^(Winner|Loser) /.exec(one)?.[0];
  return both && other.startsWith(both) ? other.slice(both.length) : other;
}

/** The entry that stands there for certain. */
export function entryAt(view: TournamentView, match: string, side: 0 | 1): string | null {
  return view.state.words.get(match)?.sides[side].entry ?? null;
}

/** "Match 8, XD quarter-final". */
export function matchTitle(view: TournamentView, match: string): string {
  const words = view.state.words.get(match);
  const round = words?.round.long ?? '';
  const where = words?.category == null ? round : `${words.category} ${lowered(round)}`;
  return `Match ${view.numberOf(match)}, ${where}`;
}

/** "Sat 28 Nov, 9:45, Court 2", or "Not scheduled". The day only when there are several. */
export function placeWords(
  view: TournamentView,
  place: { readonly start: Instant | null; readonly court: string | null },
): string {
  if (place.start === null) return 'Not scheduled';
  const day = view.days.length > 1 ? `${formatDayShort(dayAt(view.zone, place.start))}, ` : '';
  return `${day}${formatTime(view.zone, place.start)}${place.court === null ? '' : `, ${view.nameOf(place.court)}`}`;
}

/** "9:45", with the weekday when there are several days: "Sun 9:45". Empty without a time. */
export function timeWords(view: TournamentView, start: Instant | null): string {
  if (start === null) return '';
  const time = formatTime(view.zone, start);
  return view.days.length > 1 ? `${weekdayShort(dayAt(view.zone, start))} ${time}` : time;
}

/** What those who hear a match need beside what is written on it: place, state and what is wrong. */
export function matchDetails(view: TournamentView, match: string): string {
  const row = view.rowOf.get(match);
  const { state, pin } = view.problemMatch(match);
  return [
    placeWords(view, { start: row?.start ?? null, court: row?.court ?? null }),
    { open: null, running: 'on court', played: 'played', free: 'not played' }[state],
    pin ? 'pinned' : null,
    ...(view.warningsOf.get(match) ?? []).map((warning) => inWords(view, warning.message).replace(/\.$/, '')),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** A sentence of the planner, with the numbers of matches and the names of people in place of their ids. */
export function inWords(view: TournamentView, message: string): string {
  const ids = view.ids.filter((id) => message.includes(id));
  let words = message;
  for (const id of ids.sort((one, other) => other.length - one.length)) {
    const spelled = view.matchOf.has(id) ? `match ${view.numberOf(id)}` : view.nameOf(id);
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}.-])([Mm]atch )?${escaped(id)}(?![\\p{L}\\p{N}-])`, 'gu');
    words = words.replace(pattern, (_found, said: string | undefined) =>
      said ? `${said}${spelled.replace(/^match /, '')}` : spelled,
    );
  }
  words = words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => {
    const day = parseDay(found);
    return day === null ? found : formatDayShort(day);
  });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
