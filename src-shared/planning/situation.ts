// The problem in planning terms: horizon, working windows, what blocks, what stands fixed. Read by planning, checking and explaining alike.
import { blocksTime } from '../calendar/blocking';
import type { BusyItem } from '../engine/busy-item';
import { clipMinutes, type MinuteSpan, outerMinutes } from '../engine/epoch-minute';
import { type Horizon, horizonOf } from '../engine/horizon';
import type { Placement } from '../engine/plan';
import { workingWindows } from '../engine/working-windows';
import { habitOccurrenceId } from '../habits/habit';
import { energyBands } from '../tasks/energy-bands';
import type { TaskFrame } from '../tasks/task-demand';
import { type TaskWork, workOf } from '../tasks/task-work';
import type { PlanningProblem } from './problem';

/** A habit's place that planning leaves alone: pinned by the user, or under way. */
export interface FixedHabit extends MinuteSpan {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly pinned: boolean;
}

/** An event of a calendar that is gone still takes its time. */
const UNKNOWN_CALENDAR = { blocks: true } as const;

export interface Situation {
  readonly problem: PlanningProblem;
  readonly horizon: Horizon;
  readonly frame: TaskFrame;
  /** Working time inside the horizon, from now on. */
  readonly windows: readonly MinuteSpan[];
  readonly blockingEvents: readonly BusyItem[];
  readonly taskWork: readonly TaskWork[];
  readonly fixedTasks: readonly BusyItem[];
  readonly fixedHabits: readonly FixedHabit[];
  /** Present places of a kind that is not planned this time: they take time and stay. */
  readonly standing: readonly BusyItem[];
}

export function situationOf(problem: PlanningProblem): Situation {
  const { settings } = problem;
  const horizon = horizonOf(problem.now, settings);
  // Sorted here once, so that nothing hangs on the order in which rows were stored.
  const taskWork = workOf([...problem.tasks].sort(byId), problem.present, horizon);
  return {
    problem,
    horizon,
    frame: {
      now: horizon.now,
      gridMinutes: settings.gridMinutes,
      bufferMinutes: settings.bufferMinutes,
      clock: horizon.clock,
      energy: energyBands(settings),
    },
    windows: clipMinutes(workingWindows(settings, horizon.firstDay, horizon.endDay), {
      start: horizon.now,
      end: horizon.end,
    }),
    blockingEvents: blockingEventsOf(problem),
    taskWork,
    fixedTasks: fixedTasksOf(taskWork),
    fixedHabits: fixedHabitsOf(problem, horizon),
    standing: standingOf(problem, taskWork),
  };
}

/** Open work and open habits of the kind that is not planned, where they stand. */
function standingOf(problem: PlanningProblem, taskWork: readonly TaskWork[]): BusyItem[] {
  const { only } = problem.options;
  const isStanding = (kind: Placement['kind']) =>
    (kind === 'task' && !only.includes('tasks')) || (kind === 'habit' && !only.includes('habits'));
  const present = problem.present.filter(({ kind }) => isStanding(kind));
  if (present.length === 0) return [];
  const titles = new Map([...problem.tasks, ...problem.habits].map((item) => [item.id, item.title]));
  const open = new Set(taskWork.map(({ task }) => task.id));
  const closed = new Set(problem.habitOccurrences.filter((item) => item.state !== 'planned').map((item) => item.id));
  return present
    .filter(({ kind, id, day }) => (kind === 'task' ? open.has(id) : !closed.has(habitOccurrenceId(id, day ?? ''))))
    .map((placement) => busyOf(placement, titles.get(placement.id) ?? placement.id));
}

/** What of the tasks stands fixed, as busy items. */
export function fixedTasksOf(taskWork: readonly TaskWork[]): BusyItem[] {
  return taskWork.flatMap((work) =>
    work.fixed.map(
      (piece): BusyItem => ({
        kind: 'task',
        id: work.task.id,
        title: work.task.title,
        allDay: false,
        start: piece.start,
        end: piece.end,
      }),
    ),
  );
}

function blockingEventsOf(problem: PlanningProblem): BusyItem[] {
  const calendars = new Map(problem.calendars.map((calendar) => [calendar.id, calendar]));
  const items: BusyItem[] = [];
  for (const event of problem.events) {
    if (!blocksTime(event, calendars.get(event.calendarId) ?? UNKNOWN_CALENDAR, problem.settings)) continue;
    const span = outerMinutes(event.start, event.end);
    if (span.start < span.end)
      items.push({ kind: 'event', id: event.id, title: event.title, allDay: event.allDay, ...span });
  }
  return items.sort((a, b) => a.start - b.start || a.end - b.end || byId(a, b));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function fixedHabitsOf(problem: PlanningProblem, horizon: Horizon): FixedHabit[] {
  const titles = new Map(problem.habits.map((habit) => [habit.id, habit.title]));
  const states = new Map(problem.habitOccurrences.map((occurrence) => [occurrence.id, occurrence.state]));
  const fixed = new Map<string, FixedHabit>();
  for (const occurrence of problem.habitOccurrences) {
    const title = titles.get(occurrence.habitId);
    if (!occurrence.pinned || occurrence.state !== 'planned' || title === undefined) continue;
    if (occurrence.start === null || occurrence.end === null) continue;
    fixed.set(occurrence.id, {
      id: occurrence.habitId,
      day: occurrence.day,
      title,
      pinned: true,
      ...outerMinutes(occurrence.start, occurrence.end),
    });
  }
  for (const placement of problem.present) {
    const title = titles.get(placement.id);
    if (placement.kind !== 'habit' || placement.day === undefined || title === undefined) continue;
    const key = habitOccurrenceId(placement.id, placement.day);
    const span = outerMinutes(placement.start, placement.end);
    const underWay = span.start <= horizon.now && horizon.now < span.end;
    if (!underWay || fixed.has(key) || (states.get(key) ?? 'planned') !== 'planned') continue;
    fixed.set(key, { id: placement.id, day: placement.day, title, pinned: false, ...span });
  }
  return [...fixed.values()];
}

function busyOf(placement: Placement, title: string): BusyItem {
  return {
    kind: placement.kind === 'habit' ? 'habit' : 'task',
    id: placement.id,
    title,
    allDay: false,
    ...outerMinutes(placement.start, placement.end),
  };
}

/** Fixed habits as busy items. */
export function busyHabits(situation: Situation): BusyItem[] {
  return situation.fixedHabits.map((habit) => ({
    kind: 'habit',
    id: habit.id,
    title: habit.title,
    allDay: false,
    start: habit.start,
    end: habit.end,
  }));
}
