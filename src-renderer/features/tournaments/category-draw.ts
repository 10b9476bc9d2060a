// What a category shows as its draw: tables of groups, rounds of a Swiss or round robin, and brackets.
import type { Match } from '#shared/tournaments/document';
import { entryOfSlot } from '#shared/tournaments/slot';
import { type Standing, standingsOf } from '#shared/tournaments/standings';
import type { TournamentView } from './tournament-view';

export interface GroupTable {
  /** "Group A", or the category's own table. */
  readonly title: string;
  readonly standings: readonly Standing[];
  /** Of the group, by round. */
  readonly matches: readonly string[];
  /** How many of the table go on; 0 when nobody does. */
  readonly advance: number;
}

export interface DrawRound {
  readonly round: number;
  readonly title: string;
  readonly matches: readonly string[];
  /** Nobody is drawn yet, and every result before it is in. */
  readonly canBeDrawn: boolean;
  readonly isDrawn: boolean;
}

export interface CategoryDraw {
  readonly tables: readonly GroupTable[];
  readonly rounds: readonly DrawRound[];
  readonly hasBracket: boolean;
}

export function categoryDraw(view: TournamentView, category: string | null): CategoryDraw {
  const plan = view.categories.find(({ id }) => id === category);
  const own = view.state.matches.filter((match) => match.category === category);
  const results = new Map(view.document.results.map((result) => [result.match, result]));
  const gone = new Set(view.document.withdrawals.map(({ entry }) => entry));
  const outside = own.filter(({ id }) => !view.places.has(id));
  const groups = [...new Set(outside.map(({ group }) => group).filter((group) => group !== null))].sort();
  const table = (title: string, matches: typeof own, advance: number, entries: readonly string[]): GroupTable => ({
    title,
    advance,
    matches: matches.map(({ id }) => id),
    standings: standingsOf(
      entries.filter((entry) => !gone.has(entry)),
      matches,
      (match) => results.get(match),
    ),
  });
  const tables = groups.map((group) => {
    const matches = outside.filter((match) => match.group === group);
    return table(`Group ${group}`, matches, plan?.draw.advance ?? 0, entriesOf(matches));
  });
  const single = outside.filter(({ group }) => group === null);
  if (single.length > 0)
    tables.push(
      table('Standings', single, 0, plan?.type === 'swiss' ? plan.participants.map(({ id }) => id) : entriesOf(single)),
    );
  return { tables, rounds: roundsOf(view, single), hasBracket: own.some(({ id }) => view.places.has(id)) };
}

function roundsOf(view: TournamentView, matches: readonly Match[]): DrawRound[] {
  const rounds = [...new Set(matches.map(({ round }) => round))].sort((one, other) => one - other);
  return rounds.map((round) => {
    const own = matches.filter((match) => match.round === round);
    const isDrawn = own.some(({ entries }) => entries.some((slot) => slot !== null));
    const before = matches.filter((match) => match.round < round);
    return {
      round,
      title: `Round ${round}`,
      matches: own.map(({ id }) => id),
      isDrawn,
      canBeDrawn: !isDrawn && before.every(({ id }) => ['played', 'free'].includes(view.problemMatch(id).state)),
    };
  });
}

function entriesOf(matches: readonly Match[]): string[] {
  return [...new Set(matches.flatMap(({ entries }) => entries.map(entryOfSlot).filter((entry) => entry !== null)))];
}
