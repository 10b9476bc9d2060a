// The habit article's method, kept as the named baseline: lowest success first, each at the free start nearest to its target.
import { mergeMinutes, subtractMinutes } from '../engine/epoch-minute';
import type { HabitDay, HabitDayAnswer } from './habit-day';

export function planHabitDayGreedily(day: HabitDay): HabitDayAnswer {
  const starts: (number | null)[] = day.wishes.map(() => null);
  const order = day.wishes
    .map((wish, index) => ({ wish, index }))
    .sort((a, b) => a.wish.success - b.wish.success || a.index - b.index);
  let free: readonly { start: number; end: number }[] = day.free;
  let cost = 0;
  let candidates = 0;
  for (const { wish, index } of order) {
    let best: number | null = null;
    for (const run of free) {
      const from = Math.max(run.start, wish.earliest);
      const to = Math.min(run.end, wish.latestEnd) - wish.minutes;
      if (from > to) continue;
      // Within one run the nearest start is the target itself or the run's nearer edge; ties go to the earlier start.
      const nearest = Math.min(to, Math.max(from, wish.target));
      candidates += to - from + 1;
      if (best === null || Math.abs(nearest - wish.target) < Math.abs(best - wish.target)) best = nearest;
    }
    if (best === null) continue;
    starts[index] = best;
    cost += wish.need * Math.abs(best - wish.target);
    free = subtractMinutes(free, mergeMinutes([{ start: best, end: best + wish.minutes }]));
  }
  return { day: day.day, starts, proof: 'baseline', cost, bound: 0, nodes: 0, candidates };
}
