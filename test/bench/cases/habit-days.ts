import { seededRandom } from '#shared/base/seeded-random';
import type { MinuteSpan } from '#shared/engine/epoch-minute';
import { mergeMinutes, subtractMinutes } from '#shared/engine/epoch-minute';
import type { HabitDay } from '#shared/habits/habit-day';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import type { BenchCase } from '../bench-case';

const DAYS_PER_SIZE = 30;
const SIZES = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
/** More than the exact search takes: searched with a step budget, whose time is what this row shows. */
const LARGE_SIZES = [16, 18, 20, 24];
const LARGE_DAYS_PER_SIZE = 5;

/** A day from 06:00 to 22:00 with 4 to 8 events and `habits` habits, in the multiples of 5 minutes that people write. */
function randomDay(seed: number, habits: number): HabitDay {
  const random = seededRandom(seed);
  const events = Array.from({ length: 4 + random.below(5) }, (): MinuteSpan => {
    const start = 480 + 15 * random.below(44);
    return { start, end: start + 30 + 15 * random.below(6) };
  });
  const hull = { start: 360, end: 1320 };
  return {
    day: '2026-11-23',
    hull,
    free: subtractMinutes([hull], mergeMinutes(events)),
    wishes: Array.from({ length: habits }, (_, index) => ({
      id: `h${index}`,
      minutes: 10 + 5 * random.below(11),
      earliest: hull.start,
      latestEnd: hull.end,
      target: 360 + 15 * random.below(60),
      need: 10 + random.below(11),
      success: random.next(),
      priority: 3,
      present: null,
    })),
  };
}

const daysOf = (sizes: readonly number[], daysPerSize: number): readonly HabitDay[] =>
  sizes.flatMap((habits) => Array.from({ length: daysPerSize }, (_, index) => randomDay(100 * index + habits, habits)));
const days = daysOf(SIZES, DAYS_PER_SIZE);
const largeDays = daysOf(LARGE_SIZES, LARGE_DAYS_PER_SIZE);

let facts = '';
let largeFacts = '';

/** One pass over the large days on one core; the time is that of a day in the mean. */
function largePass(algorithm: 'best' | 'greedy'): { milliseconds: number } {
  const before = process.cpuUsage();
  const answers = largeDays.flatMap((day) => planHabitDays({ days: [day], gapPriceMinutes: null, algorithm }).days);
  const used = process.cpuUsage(before);
  const cost = answers.reduce((sum, answer) => sum + answer.cost, 0);
  const unplaced = answers.flatMap(({ starts }) => starts.filter((start) => start === null)).length;
  const above = answers.filter(({ starts }) => !starts.includes(null)).map((one) => one.cost / one.bound - 1);
  const bound =
    algorithm === 'best' && above.length > 0
      ? `, at most ${(100 * Math.max(...above)).toFixed(1)} % above the bound on the ${above.length} days that hold all`
      : '';
  const said = `${algorithm}: cost ${cost}, ${unplaced} unplaced${bound}`;
  if (!largeFacts.includes(said)) largeFacts = [largeFacts, said].filter(Boolean).join('; ');
  return { milliseconds: (used.user + used.system) / 1000 / largeDays.length };
}

/** Each variant is one pass over all days; the time reported is that of the slowest twentieth. */
function pass(algorithm: 'best' | 'greedy', gapPriceMinutes: number | null): { milliseconds: number } {
  const times: number[] = [];
  let cost = 0;
  let proven = 0;
  let unplaced = 0;
  for (const day of days) {
    const started = performance.now();
    const answer = planHabitDays({ days: [day], gapPriceMinutes, algorithm }).days[0]!;
    times.push(performance.now() - started);
    cost += answer.cost;
    proven += answer.proof === 'optimal' ? 1 : 0;
    unplaced += answer.starts.filter((start) => start === null).length;
  }
  times.sort((a, b) => a - b);
  facts = `${facts.includes(`${algorithm} ${gapPriceMinutes}:`) ? facts : `${facts}${facts && '; '}${algorithm} ${gapPriceMinutes}: ${proven} of ${days.length} proven, cost ${cost}, ${unplaced} unplaced, median ${times[times.length >> 1]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(0)} ms`}`;
  return { milliseconds: times[Math.floor(times.length * 0.95)]! };
}

export const habitDaysCase: BenchCase = {
  name: 'habits-days',
  describe: `p95 of ${days.length} days of 6 to 15 habits and 4 to 8 events, one by one`,
  bar: 'best <= 50 ms',
  runs: 3,
  variants: {
    best: () => pass('best', null),
    'best, gaps priced': () => pass('best', 15),
    greedy: () => pass('greedy', null),
  },
  ratios: [['best', 'greedy']],
  note: () => facts,
};

export const largeHabitDaysCase: BenchCase = {
  name: 'habits-large',
  describe: `processor time of a day of ${LARGE_SIZES.join(', ')} habits and 4 to 8 events in the mean, ${largeDays.length} days`,
  runs: 3,
  variants: { best: () => largePass('best'), greedy: () => largePass('greedy') },
  note: () => largeFacts,
};
