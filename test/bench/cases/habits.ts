// The habits' bars beside `habits-days`: a year of days side by side in the pool, the hourly look, and how far the article's method is off.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { poolDispatch } from '#main/services/planning/pool-dispatch';
import { lazyPool } from '#main/workers/lazy-pool';
import { seededRandom } from '#shared/base/seeded-random';
import { compareHabitMethods } from '#shared/planning/compare-habit-methods';
import { openHabitsOf } from '#shared/planning/open-habits';
import { planProblem } from '#shared/planning/plan';
import { type PlanningProblem, planningProblemSchema } from '#shared/planning/problem';
import { refreshHabits } from '#shared/planning/refresh-habits';
import { situationOf } from '#shared/planning/situation';
import { type Day, plusDays } from '#shared/time/day';
import type { BenchCase } from '../bench-case';

const MONDAY = '2026-11-23' as Day;
/** Below `out/bench`, where the runner puts the bundle. */
const WORKER = join(dirname(fileURLToPath(import.meta.url)), '..', 'main', 'pool-worker.js');

/** So many days with 4 to 8 events each, and twelve habits: every day 6 to 12 of them are due. */
function problemOf(days: number): PlanningProblem {
  const random = seededRandom(23);
  const two = (value: number) => String(value).padStart(2, '0');
  return planningProblemSchema.parse({
    now: `${MONDAY}T05:00:00Z`,
    settings: { timeZone: 'Europe/Berlin', leadMinutes: 15, horizonDays: days },
    calendars: [{ id: 'work', name: 'Work' }],
    events: Array.from({ length: days }, (_, index) => plusDays(MONDAY, index)).flatMap((day) =>
      Array.from({ length: 4 + random.below(5) }, (_, number) => {
        const minute = 480 + 15 * random.below(44);
        const end = minute + 30 + 15 * random.below(6);
        const at = (time: number) => `${day}T${two(Math.floor(time / 60))}:${two(time % 60)}:00+01:00`;
        return {
          id: `${day}-${number}`,
          calendarId: 'work',
          uid: `${day}-${number}`,
          title: 'Event',
          start: at(minute),
          end: at(end),
        };
      }),
    ),
    tasks: [],
    habits: Array.from({ length: 12 }, (_, index) => ({
      id: `h${two(index)}`,
      title: `Habit ${index}`,
      durationMinutes: 10 + 5 * random.below(9),
      targetTime: `${two(6 + random.below(15))}:${two(15 * random.below(4))}`,
      window: ['06:00', '22:00'],
      history: Array.from({ length: 15 }, () => random.below(4) > 0),
      ...(index % 4 === 3 ? { frequency: { kind: 'perWeek', times: 3 } } : index % 4 === 2 ? { days: [1, 3, 5] } : {}),
    })),
    habitOccurrences: [],
    present: [],
    options: { only: ['habits'] },
  });
}

const year = problemOf(365);
const week = problemOf(8);
const pool = lazyPool({ workerPath: WORKER, report: (message) => console.error(message) });
const dispatch = poolDispatch(pool, new AbortController().signal, null);
let facts = '';

/** Processor time of a stretch of work on this thread; the machine's other work does not count. */
function processorTime(work: () => unknown): { milliseconds: number } {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return { milliseconds: (used.user + used.system) / 1000 };
}

export const habitYearCase: BenchCase = {
  name: 'habits-pool',
  describe: 'a year of days of 12 habits and 4 to 8 events, in the pool and on one thread',
  bar: 'in the pool <= 3 s',
  runs: 3,
  setUp() {
    if (!existsSync(WORKER)) throw new Error('Run `npm run build` first: the pool needs its built worker.');
    const compared = compareHabitMethods(year);
    const more = Math.round(100 * (compared.greedy.cost / compared.best.cost - 1));
    facts = `${compared.proven} of ${compared.days.length} days proven; greedy costs ${more} % more and leaves ${compared.greedy.unplaced} out (best ${compared.best.unplaced}); ${compared.nearerMinutes.toFixed(1)} min nearer; ${dispatch.workers} threads`;
  },
  tearDown: () => pool.close(),
  variants: {
    'in the pool': () => planProblem(year, { now: () => performance.now(), dispatch }),
    'on one thread': () => planProblem(year),
  },
  ratios: [['in the pool', 'on one thread']],
  note: () => facts,
};

export const habitTickCase: BenchCase = {
  name: 'habits-tick',
  describe: 'the hourly look: today and tomorrow anew, and what is open; processor time',
  bar: 'refresh <= 20 ms',
  variants: {
    refresh: () => processorTime(() => refreshHabits(week)),
    'what is open': () => processorTime(() => openHabitsOf(situationOf(week), 3)),
  },
};
