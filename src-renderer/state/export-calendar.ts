// The plan as an .ics text that other calendars import.
import { failed, ok, type Result } from '#shared/base/result';
import type { CalendarToWrite } from '#shared/calendar/write';
import type { Placement } from '#shared/engine/plan';
import { plusDays, weekdayOf } from '#shared/time/day';
import { type Instant, instant, parseInstant } from '#shared/time/instant';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { calendarOfPlan } from '#shared/workspace/calendar-of-plan';
import { now, nowText } from './clock';
import { eventsBetween } from './events';
import { host } from './host';
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
  const workspace = workspaceNow();
  const bounds = boundsOf(choice.range);
  const planned = calendarOfPlan(workspace, { kinds: choice.kinds, ...bounds });
  // The time the plan covers is that of all of it, whatever kinds were chosen.
  const covered = choice.withEvents ? (bounds ?? boundsOfPlan(calendarOfPlan(workspace))) : null;
  const events = [...planned.events, ...(covered ? await eventsBetween(covered.from, covered.to) : [])];
  const entries = planned.entries.length + events.length;
  if (entries === 0) return failed('There is nothing to export in this range.');
  const written = await host().request('calendar.write', {
    entries: [...planned.entries],
    events,
    zone: workspace.settings.timeZone,
    now: nowText(),
  });
  if (written.kind === 'failed') return failed(written.error.message);
  if (written.kind === 'cancelled') return failed('The export was cancelled.');
  return ok({ ics: written.value.ics, entries });
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

function boundsOfPlan({
  entries,
  events,
}: Pick<CalendarToWrite, 'entries' | 'events'>): { from: Instant; to: Instant } | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...entries.map(({ placement }) => placement), ...events]) {
    from = Math.min(from, parseInstant(start) ?? from);
    to = Math.max(to, parseInstant(end) ?? to);
  }
  return from < to ? { from: instant(from), to: instant(to) } : null;
}
