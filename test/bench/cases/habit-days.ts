import { seededRandom } from '#shared/base/seeded-random';
import type { MinuteSpan } from '#shared/engine/epoch-minute';
import { mergeMinutes, subtractMinutes } from '#shared/engine/epoch-minute';
import type { HabitDay } from '#shared/habits/habit-day';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import type { BenchCase } from '../bench-case';

const DAYS_PER_SIZE = 30;
const SIZES = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

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

const days = SIZES.flatMap((habits) =>
  Array.from({ length: DAYS_PER_SIZE }, (_, index) => randomDay(100 * index + habits, habits)),
);

let facts = '';

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
