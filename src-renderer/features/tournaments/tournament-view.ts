// A tournament as this screen sees it: what the state knows of it, with names, brackets and days beside. Made once a document.
import { groupBy } from '#shared/base/group-by';
import { type Day, parseDay } from '#shared/time/day';
import { dayOfWallTime } from '#shared/time/wall-time';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { type BracketPlace, bracketPlaces } from '#shared/tournaments/bracket-places';
import { type CategoryPlan, categoriesOf } from '#shared/tournaments/categories';
import type { Match } from '#shared/tournaments/document';
import { type Placed, placedOf } from '#shared/tournaments/placed';
import type { ProblemMatch } from '#shared/tournaments/problem';
import { personNames, shortNames } from '#shared/tournaments/short-names';
import type { ScheduledMatch } from '#shared/tournaments/timetable';
import type { Warning } from '#shared/tournaments/warning';
import { type TournamentView as StateView, tournamentView } from '../../state/tournaments/view';
import type { StoredTournament } from '../../state/workspace';

export interface TournamentView {
  readonly state: StateView;
  readonly document: StoredTournament;
  readonly zone: ZoneId;
  readonly categories: readonly CategoryPlan[];
  readonly matchOf: ReadonlyMap<string, Match>;
  readonly rowOf: ReadonlyMap<string, ScheduledMatch>;
  /** Those that have a time, by time. */
  readonly placed: readonly Placed[];
  /** Days on which something is played or may be, in order. */
  readonly days: readonly Day[];
  readonly warningsOf: ReadonlyMap<string, readonly Warning[]>;
  readonly places: ReadonlyMap<string, BracketPlace>;
  /** Ids of the players and umpires who are the user. */
  readonly me: ReadonlySet<string>;
  /** Ids of matches and of the people in pairs: what the planner's sentences may hold in place of words. */
  readonly ids: readonly string[];
  problemMatch(match: string): ProblemMatch;
  /** "7"; the id before the first timetable. */
  numberOf(match: string): string;
  /** Entries, people, umpires and courts by their full name. */
  nameOf(id: string): string;
  /** The same as they stand in a block. */
  shortOf(id: string): string;
}

const views = new WeakMap<StateView, TournamentView>();

export function screenView(document: StoredTournament): TournamentView {
  const state = tournamentView(document);
  const known = views.get(state);
  if (known) return known;
  const made = makeView(state);
  views.set(state, made);
  return made;
}

function makeView(state: StateView): TournamentView {
  const { document, matches, problem, rows, warnings } = state;
  const placed = placedOf(problem, rows);
  const names = new Map<string, string>([
    ...personNames(document),
    ...[...document.participants, ...document.umpires, ...document.courts].map(
      ({ id, name }) => [id, name ?? id] as const,
    ),
  ]);
  const short = shortNames(document);
  return {
    state,
    document,
    zone: document.timeZone,
    categories: categoriesOf(document),
    matchOf: new Map(matches.map((match) => [match.id, match])),
    rowOf: new Map(rows.map((row) => [row.match.id, row])),
    placed,
    days: daysOf(state, placed),
    warningsOf: groupBy(warnings, ({ match }) => match),
    places: bracketPlaces(document, matches),
    me: new Set(document.me),
    ids: [
      ...new Set([...matches.map(({ id }) => id), ...document.participants.flatMap(({ players }) => players ?? [])]),
    ],
    problemMatch: (match) => problem.matches[problem.indexOf.get(match)!]!,
    numberOf: (match) => String(state.words.get(match)?.number ?? match),
    nameOf: (id) => names.get(id) ?? id,
    shortOf: (id) => short.get(id) ?? names.get(id) ?? id,
  };
}

function daysOf({ document }: StateView, placed: readonly Placed[]): Day[] {
  const first = parseDay(document.start.slice(0, 10))!;
  const days = new Set<Day>([
    ...(document.days.length > 0 ? document.days.map(({ from }) => dayOfWallTime(from)) : [first]),
    ...placed.map(({ start }) => dayAt(document.timeZone, start)),
  ]);
  return [...days].sort();
}
