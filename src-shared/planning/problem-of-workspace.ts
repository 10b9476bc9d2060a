import type { Calendar, CalendarEvent } from '../calendar/event';
import { minuteFloor, storedInstant } from '../engine/epoch-minute';
import { horizonOf } from '../engine/horizon';
import { isFlexible } from '../habits/due-day';
import { LONGEST_INTERVAL_DAYS } from '../habits/habit';
import { withLearned } from '../tasks/learning';
import { plusDays } from '../time/day';
import { formatInstant } from '../time/instant';
import { ownMatches } from '../tournaments/own-matches';
import type { Workspace } from '../workspace/document';
import type { PlanningProblem, PlanOptions } from './problem';

export interface ProblemWishes {
  /** ISO instant. */
  readonly now: string;
  /** Instead of the settings' horizon, 1 to 366. */
  readonly days?: number;
  readonly only?: PlanOptions['only'];
  readonly seed?: number;
  readonly algorithm?: PlanOptions['algorithm'];
  readonly stepBudget?: number;
}

/** Events are kept from a day before the horizon, because a buffer and an overnight window reach over its edges. */
const MARGIN_MINUTES = 1440;

/** The planning problem of a workspace at a moment: the one way the command line and the screen both take. Rows outside the horizon are left out. */
export function problemOfWorkspace(workspace: Workspace, wishes: ProblemWishes): PlanningProblem {
  const settings = wishes.days === undefined ? workspace.settings : { ...workspace.settings, horizonDays: wishes.days };
  const horizon = horizonOf(wishes.now, settings);
  const from = horizon.now - MARGIN_MINUTES;
  const to = horizon.end + MARGIN_MINUTES;
  const flexible = new Set(workspace.habits.filter(isFlexible).map((habit) => habit.id));
  const overlaps = (start: string, end: string) =>
    minuteFloor(storedInstant(start)) < to && minuteFloor(storedInstant(end)) > from;
  const matches = workspace.tournaments.flatMap(matchEvents);
  return {
    now: wishes.now,
    settings,
    calendars: matches.length === 0 ? workspace.calendars : [...workspace.calendars, MATCHES],
    events: [...workspace.events, ...matches].filter((event) => overlaps(event.start, event.end)),
    tasks: withLearned(workspace.tasks, settings.learned, settings.timeZone),
    habits: workspace.habits,
    // A flexible habit's next day hangs on its last ones.
    habitOccurrences: workspace.habitOccurrences.filter(
      (occurrence) =>
        occurrence.day >= plusDays(horizon.firstDay, flexible.has(occurrence.habitId) ? -LONGEST_INTERVAL_DAYS : -1) &&
        occurrence.day <= horizon.endDay,
    ),
    present: workspace.placements.filter((placement) => overlaps(placement.start, placement.end)),
    options: {
      algorithm: wishes.algorithm ?? 'best',
      only: wishes.only ?? ['tasks', 'habits'],
      seed: wishes.seed ?? 1,
      stepBudget: wishes.stepBudget ?? 20_000,
    },
  };
}

/** The user's own matches take time like the events of a calendar that nobody can switch off. */
const MATCHES: Calendar = { id: 'own-matches', name: 'Tournaments', blocks: true, color: 'club', visible: true };

/** Matches that may come are kept free too; what is over takes no time. */
function matchEvents(tournament: Workspace['tournaments'][number]): CalendarEvent[] {
  return ownMatches(tournament)
    .filter(({ isOver }) => !isOver)
    .map(({ id, title, start, end }) => ({
      id: `match:${id}`,
      calendarId: MATCHES.id,
      uid: `match:${id}`,
      title,
      start: formatInstant(start),
      end: formatInstant(end),
      allDay: false,
      busy: true,
    }));
}
