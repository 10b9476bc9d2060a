// Seeded planning problems of any size: the same call gives the same problem on every machine.
import { seededRandom } from '#shared/base/seeded-random';
import type { CalendarEvent } from '#shared/calendar/event';
import { type PlanningProblem, planningProblemSchema } from '#shared/planning/problem';

export interface Scenario {
  readonly tasks: number;
  readonly events: number;
  readonly days: number;
  readonly habits?: number;
  readonly seed?: number;
  /** Shortest and longest task, minutes. */
  readonly taskMinutes?: readonly [number, number];
  readonly hours?: readonly [string, string];
  readonly gridMinutes?: 5 | 10 | 15 | 30;
  readonly bufferMinutes?: number;
}

/** Monday 23 November 2026, 07:00 in Berlin. */
export const SCENARIO_NOW = '2026-11-23T06:00:00Z';

export function scenarioProblem(scenario: Scenario): PlanningProblem {
  const random = seededRandom(scenario.seed ?? 1);
  const pick = <T>(values: readonly T[]): T => values[random.below(values.length)]!;
  const start = Date.parse(SCENARIO_NOW);
  const minute = 60_000;
  const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  const [shortest, longest] = scenario.taskMinutes ?? [15, 75];
  const hours = scenario.hours ?? ['08:00', '20:00'];
  const events: Partial<CalendarEvent>[] = Array.from({ length: scenario.events }, (_, index) => {
    const at = start + random.below(scenario.days * 96) * 15 * minute;
    return {
      id: `e${index}`,
      calendarId: 'work',
      uid: `e${index}`,
      title: `Event ${index}`,
      start: iso(at),
      end: iso(at + (15 + 15 * random.below(4)) * minute),
    };
  });
  const tasks = Array.from({ length: scenario.tasks }, (_, index) => ({
    id: `t${String(index).padStart(5, '0')}`,
    title: `Task ${index}`,
    durationMinutes: shortest + 5 * random.below(Math.floor((longest - shortest) / 5) + 1),
    priority: pick([1, 2, 3, 3, 4] as const),
    energy: pick(['high', 'medium', 'low', null, null] as const),
    dueAt: random.next() < 0.6 ? iso(start + (1440 + random.below(scenario.days * 1440)) * minute) : null,
    notBefore: random.next() < 0.15 ? iso(start + random.below((scenario.days * 1440) / 3) * minute) : null,
    partOfDay: pick(['morning', 'afternoon', 'evening', null, null, null] as const),
    projectId: random.next() < 0.5 ? `p${random.below(Math.max(3, Math.ceil(scenario.tasks / 40)))}` : null,
    dependsOn: index > 0 && random.next() < 0.08 ? [`t${String(random.below(index)).padStart(5, '0')}`] : [],
  }));
  const habits = Array.from({ length: scenario.habits ?? 0 }, (_, index) => ({
    id: `h${String(index).padStart(2, '0')}`,
    title: `Habit ${index}`,
    durationMinutes: 10 + 5 * random.below(11),
    targetTime: `${String(6 + random.below(15)).padStart(2, '0')}:${pick(['00', '15', '30', '45'])}`,
    history: Array.from({ length: random.below(16) }, () => random.next() < 0.6),
  }));
  return planningProblemSchema.parse({
    now: SCENARIO_NOW,
    settings: {
      timeZone: 'Europe/Berlin',
      gridMinutes: scenario.gridMinutes ?? 15,
      bufferMinutes: scenario.bufferMinutes ?? 10,
      leadMinutes: 15,
      horizonDays: scenario.days,
      workingHours: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [hours]])),
      energy: [
        { from: '08:00', to: '12:00', level: 'high' },
        { from: '12:00', to: '14:00', level: 'low' },
        { from: '14:00', to: '18:00', level: 'medium' },
      ],
    },
    calendars: [{ id: 'work', name: 'Work' }],
    events,
    tasks,
    habits,
    habitOccurrences: [],
    present: [],
    options: {},
  });
}

export const WEEK: Scenario = { tasks: 46, events: 40, days: 7 };
export const QUARTER: Scenario = { tasks: 1_000, events: 1_000, days: 90, taskMinutes: [15, 45] };
export const YEAR: Scenario = {
  tasks: 10_000,
  events: 5_000,
  days: 365,
  taskMinutes: [10, 20],
  hours: ['06:00', '22:00'],
  gridMinutes: 5,
  bufferMinutes: 5,
};
