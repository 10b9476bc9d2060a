// A planning problem from the few fields a test is about; everything else has a plain default.
import type { CalendarEvent } from '#shared/calendar/event';
import type { Placement } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import { type PlanningProblem, type PlanOptions, planningProblemSchema } from '#shared/planning/problem';
import type { Task } from '#shared/tasks/task';

/** Monday 23 November 2026, 08:00 in UTC, the zone of these problems unless said otherwise. */
export const MONDAY = '2026-11-23';
export const MONDAY_8 = '2026-11-23T08:00:00Z';

export interface ProblemFields {
  readonly now?: string;
  readonly settings?: Partial<Settings> | { readonly timeZone: string };
  readonly tasks?: readonly (Partial<Task> & { readonly id: string })[];
  readonly events?: readonly (Partial<CalendarEvent> & {
    readonly id: string;
    readonly start: string;
    readonly end: string;
  })[];
  readonly habits?: readonly (Partial<Habit> & { readonly id: string })[];
  readonly habitOccurrences?: readonly Partial<HabitOccurrence>[];
  readonly present?: readonly Partial<Placement>[];
  readonly options?: Partial<PlanOptions>;
}

const EVERY_DAY = ['1', '2', '3', '4', '5', '6', '7'];

/** Working hours from and to, on every day of the week. */
export function daily(...windows: readonly [string, string][]): Settings['workingHours'] {
  return Object.fromEntries(EVERY_DAY.map((day) => [day, windows.map(([from, to]) => [from, to])]));
}

/** UTC, 09:00 to 17:00 every day, grid 15, no buffer, no lead, one day: tests say what differs. */
export function problemWith(fields: ProblemFields): PlanningProblem {
  return planningProblemSchema.parse({
    now: fields.now ?? MONDAY_8,
    settings: {
      timeZone: 'UTC',
      gridMinutes: 15,
      bufferMinutes: 0,
      leadMinutes: 0,
      horizonDays: 1,
      workingHours: daily(['09:00', '17:00']),
      ...fields.settings,
    },
    calendars: [{ id: 'work', name: 'Work' }],
    events: (fields.events ?? []).map((event) => ({
      calendarId: 'work',
      uid: event.id,
      title: `Event ${event.id}`,
      ...event,
    })),
    tasks: (fields.tasks ?? []).map((task) => ({ title: `Task ${task.id}`, durationMinutes: 60, ...task })),
    habits: (fields.habits ?? []).map((habit) => ({
      title: `Habit ${habit.id}`,
      durationMinutes: 30,
      targetTime: '12:00',
      ...habit,
    })),
    habitOccurrences: (fields.habitOccurrences ?? []).map((item) => ({
      start: null,
      end: null,
      state: 'planned',
      ...item,
    })),
    present: fields.present ?? [],
    options: fields.options ?? {},
  });
}

/** An instant on the Monday, by the clock of UTC. */
export function monday(time: string): string {
  return `${MONDAY}T${time}:00Z`;
}

/** Placements as short lines: "t1 2026-11-23T09:00:00Z 60". */
export function lines(placements: readonly Placement[]): string[] {
  return placements.map(
    (placement) =>
      `${placement.id} ${placement.start.slice(0, 16)} ${(Date.parse(placement.end) - Date.parse(placement.start)) / 60_000}`,
  );
}
