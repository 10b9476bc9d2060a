// The first plan of a process runs code that was never run: it takes twenty times as long as later ones. So the host plans a made-up week
// a few times while nobody asks anything of it, and throws the plans away. Nothing is read, stored or told.
import { parseWith } from '#shared/base/schema';
import type { Placement } from '#shared/engine/plan';
import { planProblem } from '#shared/planning/plan';
import { planningProblemSchema } from '#shared/planning/problem';
import { verifyPlan } from '#shared/planning/verify';

/** Nobody asked anything for this long: a page that opens, or somebody at work, is left alone. */
const QUIET_MILLISECONDS = 2_500;
/** Between two plans, for whoever asks then. */
const PAUSE_MILLISECONDS = 30;
/** From here on plans hardly become faster. */
const ROUNDS = 30;

export interface Practice {
  /** To be told of each thing that is asked of the host; the first one begins it. */
  stirred(): void;
  end(): void;
}

/** `practise` is one round; each gets what the one before gave, the first null. */
export function practiceWhenQuiet<Done>(practise: (before: Done | null) => Promise<Done>): Practice {
  let left = ROUNDS;
  let before: Done | null = null;
  let timer: NodeJS.Timeout | null = null;
  const after = (milliseconds: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = left > 0 ? setTimeout(round, milliseconds) : null;
    timer?.unref();
  };
  const end = (): void => {
    left = 0;
    after(0);
  };
  const round = async (): Promise<void> => {
    timer = null;
    left -= 1;
    try {
      before = await practise(before);
    } catch {
      // Nobody waits for it, and it must end nothing but itself.
      end();
    }
    // Something may have stirred meanwhile, and then waits for quiet already.
    if (timer === null) after(PAUSE_MILLISECONDS);
  };
  return {
    stirred: () => after(QUIET_MILLISECONDS),
    end,
  };
}

/** Reads a made-up problem as from a page, plans it, around what was planned before in every other round, and checks the plan. */
export async function practisePlanning(before: readonly Placement[] | null): Promise<readonly Placement[]> {
  const problem = parseWith(planningProblemSchema, madeUpProblem(before ?? []));
  if (!problem.ok) return [];
  const plan = await planProblem(problem.value);
  verifyPlan(problem.value, plan);
  return before === null || before.length === 0 ? plan.placements : [];
}

const TASKS = 12;
const MEETINGS = 12;
/** A Monday, 7:00. */
const MONDAY = Date.UTC(2024, 0, 8, 7);
const HOUR = 3_600_000;

/** Three days of meetings with tasks and habits of every kind. */
function madeUpProblem(present: readonly Placement[]): unknown {
  const at = (hours: number): string => new Date(MONDAY + hours * HOUR).toISOString().replace('.000', '');
  const hours = [['08:00', '18:00']];
  return {
    now: at(0),
    settings: {
      timeZone: 'Europe/Berlin',
      bufferMinutes: 5,
      horizonDays: 3,
      workingHours: { '1': hours, '2': hours, '3': hours },
      energy: [{ from: '09:00', to: '12:00', level: 'high' }],
    },
    calendars: [{ id: 'work', name: 'Work', blocks: true }],
    events: Array.from({ length: MEETINGS }, (_, index) => {
      const start = 24 * (index % 3) + 1 + 2 * Math.floor(index / 3);
      return {
        id: `e${index}`,
        calendarId: 'work',
        uid: `e${index}`,
        title: 'Meeting',
        start: at(start),
        end: at(start + 0.5),
        allDay: false,
        busy: true,
      };
    }),
    tasks: Array.from({ length: TASKS }, (_, index) => ({
      id: `t${index}`,
      title: 'Task',
      durationMinutes: 30 + 15 * (index % 4),
      priority: 1 + (index % 4),
      energy: ['high', 'medium', 'low', null][index % 4],
      partOfDay: index % 5 === 0 ? 'morning' : null,
      projectId: index % 4 === 3 ? null : `p${index % 3}`,
      dueAt: index % 2 === 0 ? at(24 * (1 + (index % 3)) + 9) : null,
      dependsOn: index === 7 ? ['t1'] : [],
      split: index === 11 ? { minMinutes: 30, maxMinutes: 60 } : null,
    })),
    habits: [
      { id: 'h0', title: 'Habit', durationMinutes: 20, targetTime: '08:30' },
      { id: 'h1', title: 'Habit', durationMinutes: 30, targetTime: '13:00' },
    ],
    habitOccurrences: [],
    present,
    options: {},
  };
}
