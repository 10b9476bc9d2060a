// A court's, an umpire's or a player's own matches as placements with titles, as the calendar writer takes them.
import { type Placement, placementSchema } from '../engine/plan';
import { formatInstant } from '../time/instant';
import { matchWords } from './match-words';
import { placedOf } from './placed';
import type { TournamentProblem } from './problem';
import type { ScheduledMatch } from './timetable';

export type CalendarOf =
  /** Every match with a time. */
  | { readonly kind: 'all' }
  | { readonly kind: 'court'; readonly id: string }
  | { readonly kind: 'umpire'; readonly id: string }
  /** A person's certain matches, and as `umpire` those he umpires. */
  | { readonly kind: 'player'; readonly id: string };

export interface TournamentCalendarEntry {
  readonly placement: Placement;
  readonly title: string;
}

/** By start. Ids are those of the matches, so that a second import updates the first. */
export function calendarEntriesOf(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  of: CalendarOf,
): TournamentCalendarEntry[] {
  const words = matchWords(problem);
  const asUmpire = problem.umpires.filter(({ player }) => of.kind === 'player' && player === of.id).map(({ id }) => id);
  return placedOf(problem, rows)
    .filter((at) => {
      if (of.kind === 'all') return true;
      if (of.kind === 'court') return at.court === of.id;
      if (of.kind === 'umpire') return at.umpire === of.id;
      return at.match.players.includes(of.id) || (at.umpire !== null && asUmpire.includes(at.umpire));
    })
    .map((at) => {
      const { match } = at.match;
      const { sides, round, number } = words.get(match.id)!;
      const umpires = of.kind === 'player' && at.umpire !== null && asUmpire.includes(at.umpire);
      const parts = [
        problem.document.name,
        match.category,
        number === null ? round.long : `${round.long} ${number}`,
        of.kind === 'court' || at.court === null ? null : problem.nameOf(at.court),
        umpires ? 'as umpire' : null,
      ].filter((part) => part !== null && part !== undefined);
      return {
        title: `${sides.map(({ text }) => text).join(' v ')} (${parts.join(', ')})`,
        placement: placementSchema.parse({
          kind: 'match',
          id: `${problem.document.id ?? problem.document.name ?? 'tournament'}-${match.id}`,
          start: formatInstant(at.start),
          end: formatInstant(at.end),
          pinned: at.match.pin !== null,
        }),
      };
    });
}
