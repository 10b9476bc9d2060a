// The plan as an .ics text that other calendars import.
import { failed, ok, type Result } from '#shared/base/result';
import type { Placement } from '#shared/engine/plan';
import { planEntries } from '#shared/planning/plan-entries';
import { planEvents } from '#shared/posts/plan-events';
import { plusDays, weekdayOf } from '#shared/time/day';
import { type Instant, instant, parseInstant } from '#shared/time/instant';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { calendarEntriesOf, type TournamentCalendarEntry } from '#shared/tournaments/calendar-entries';
import type { StoredTournament } from '../db/rows';
import { now, nowText } from './clock';
import { eventsBetween } from './events';
import { host } from './host';
import { tournamentView } from './tournaments/view';
import { workspaceNow } from './workspace';

export type ExportRange = 'week' | 'fourWeeks' | 'all';

export interface ExportChoice {
  readonly kinds: readonly Placement['kind'][];
  readonly range: ExportRange;
  /** Also the imported events of the range; with `all`, of the time the plan covers. */
  readonly withEvents: boolean;
}

export interface CalendarExport {
  readonly ics: string;
  readonly entries: number;
}

/** Writes what was chosen. A second export has the same UIDs, so that importing it updates. */
export async function exportCalendar(choice: ExportChoice): Promise<Result<CalendarExport, string>> {
  const { placements, tasks, habits, posts, tournaments, settings } = workspaceNow();
  const bounds = boundsOf(choice.range);
  const matches = choice.kinds.includes('match') ? tournaments.flatMap(matchesOf) : [];
  const demands = [...tasks, ...habits, ...matches.map(({ placement, title }) => ({ id: placement.id, title }))];
  const planned = [...placements, ...matches.map(({ placement }) => placement)];
  const entries = planEntries(planned, demands, { kinds: choice.kinds, ...bounds });
  const covered = bounds ?? boundsOfPlan(planned);
  const postEvents = choice.kinds.includes('post') ? planEvents(posts.placements, posts.queue) : [];
  const events = [
    ...postEvents.filter((event) => bounds === null || isWithin(event.start, bounds)),
    ...(choice.withEvents && covered ? await eventsBetween(covered.from, covered.to) : []),
  ];
  if (entries.length + events.length === 0) return failed('There is nothing to export in this range.');
  const written = await host().request('calendar.write', {
    entries,
    events,
    zone: settings.timeZone,
    now: nowText(),
  });
  if (written.kind === 'failed') return failed(written.error.message);
  if (written.kind === 'cancelled') return failed('The export was cancelled.');
  return ok({ ics: written.value.ics, entries: entries.length + events.length });
}

function matchesOf(document: StoredTournament): readonly TournamentCalendarEntry[] {
  const view = tournamentView(document);
  return calendarEntriesOf(view.problem, view.rows, { kind: 'all' });
}

function isWithin(start: string, { from, to }: { readonly from: Instant; readonly to: Instant }): boolean {
  const at = parseInstant(start) ?? 0;
  return at >= from && at < to;
}

/** From this week's Monday on; null without bounds. */
function boundsOf(range: ExportRange): { from: Instant; to: Instant } | null {
  if (range === 'all') return null;
  const { timeZone } = workspaceNow().settings;
  const today = dayAt(timeZone, now());
  const monday = plusDays(today, 1 - weekdayOf(today));
  const days = range === 'week' ? 7 : 28;
  return { from: instantAtMinute(timeZone, monday, 0), to: instantAtMinute(timeZone, plusDays(monday, days), 0) };
}

function boundsOfPlan(placements: readonly Placement[]): { from: Instant; to: Instant } | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { start, end } of placements) {
    from = Math.min(from, parseInstant(start) ?? from);
    to = Math.max(to, parseInstant(end) ?? to);
  }
  return from < to ? { from: instant(from), to: instant(to) } : null;
}
