// What of a plan goes into a calendar file, the same for every door: work and habits as planned, posts, and matches as they were played.
import type { CalendarToWrite } from '../calendar/write';
import type { Placement } from '../engine/plan';
import type { Post } from '../posts/nouns/post';
import type { PostPlacement } from '../posts/plan/posting-plan';
import { planEvents } from '../posts/plan-events';
import { parseInstant } from '../time/instant';
import { calendarEntriesOf, type TournamentCalendarEntry } from '../tournaments/calendar-entries';
import { rowsAsPlayed, rowsInForce } from '../tournaments/day/rows-of-timetable';
import type { TournamentDocument } from '../tournaments/document';
import { drawTournament } from '../tournaments/draws/draw-tournament';
import { problemOf } from '../tournaments/problem';

/** Everything planned, as the workspace holds it. */
export interface PlannedWork {
  /** Of tasks and habits. */
  readonly placements: readonly Placement[];
  readonly tasks: readonly Titled[];
  readonly habits: readonly Titled[];
  readonly posts: { readonly placements: readonly PostPlacement[]; readonly queue: readonly Post[] };
  readonly tournaments: readonly TournamentDocument[];
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface CalendarWanted {
  /** Kinds of demand; all when absent. */
  readonly kinds?: readonly Placement['kind'][];
  /** Epoch milliseconds, [from, to): what shares time with it; no bound when absent. A post is a moment: the one it goes out at. */
  readonly from?: number;
  readonly to?: number;
}

/** Chosen entries in the order of the plan, matches after it. A placement whose demand is not known carries its id as title. */
export function calendarOfPlan(
  { placements, tasks, habits, posts, tournaments }: PlannedWork,
  { kinds, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: CalendarWanted = {},
): Pick<CalendarToWrite, 'entries' | 'events'> {
  const isWanted = (kind: Placement['kind']): boolean => !kinds || kinds.includes(kind);
  const titles = new Map<string, string>([
    ...tasks.map(({ id, title }) => [`task ${id}`, title] as const),
    ...habits.map(({ id, title }) => [`habit ${id}`, title] as const),
  ]);
  const planned = placements.map((placement) => ({
    placement,
    title: titles.get(`${placement.kind} ${placement.id}`) ?? placement.id,
  }));
  const matches = isWanted('match') ? tournaments.flatMap(matchesOf) : [];
  const entries = [...planned, ...matches].filter(({ placement }) => {
    const start = parseInstant(placement.start) ?? 0;
    const end = parseInstant(placement.end) ?? start;
    return isWanted(placement.kind) && start < to && end > from;
  });
  const events = isWanted('post')
    ? planEvents(posts.placements, posts.queue).filter(({ start }) => {
        const at = parseInstant(start) ?? 0;
        return at >= from && at < to;
      })
    : [];
  return { entries, events };
}

function matchesOf(document: TournamentDocument): readonly TournamentCalendarEntry[] {
  const matches = drawTournament(document);
  const problem = problemOf(document, matches);
  return calendarEntriesOf(problem, rowsAsPlayed(problem, rowsInForce(document, matches)), { kind: 'all' });
}
