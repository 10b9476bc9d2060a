// The source's validator on the user's own days: the exact method beside the article's greedy one, from the same free time.
import { mergeMinutes, subtractMinutes } from '../engine/epoch-minute';
import type { HabitDay, HabitDayAnswer } from '../habits/habit-day';
import { planHabitDays } from '../habits/plan-habit-days';
import { isShortGap } from '../habits/short-gap';
import { chainedDays, habitDaysOf } from './habit-days';
import type { PlanningProblem } from './problem';
import { situationOf } from './situation';

/** What the validator says of one method. */
export interface HabitMethodQuality {
  readonly placed: number;
  readonly unplaced: number;
  /** Over the placed habits; 0 without any. */
  readonly meanDeltaMinutes: number;
  /** Free gaps under 30 minutes inside the days' windows. */
  readonly shortGaps: number;
  /** Sum of need x minutes from the target over the placed habits. */
  readonly cost: number;
}

export interface ComparedHabitDay {
  readonly day: string;
  readonly habits: number;
  readonly proof: HabitDayAnswer['proof'];
  readonly nodes: number;
  readonly best: HabitMethodQuality;
  readonly greedy: HabitMethodQuality;
}

export interface HabitMethodComparison {
  readonly days: readonly ComparedHabitDay[];
  readonly best: HabitMethodQuality;
  readonly greedy: HabitMethodQuality;
  /** Days whose placement is proven optimal. */
  readonly proven: number;
  /** Minutes by which the exact method is nearer to the targets, in the mean of all placed habits. */
  readonly nearerMinutes: number;
}

/** Places the habits of every day of the horizon with both methods. Stores nothing; the same problem gives the same answer. */
export function compareHabitMethods(problem: PlanningProblem): HabitMethodComparison {
  const days = habitDaysOf(situationOf(problem));
  const gapPriceMinutes = problem.settings.shortGapPriceMinutes;
  const solved = (algorithm: 'best' | 'greedy') =>
    chainedDays(days).flatMap((chain) => planHabitDays({ days: chain, gapPriceMinutes, algorithm }).days);
  const best = solved('best');
  const greedy = solved('greedy');
  const compared = days.map((day, index): ComparedHabitDay => {
    const answer = best[index]!;
    return {
      day: day.day,
      habits: day.wishes.length,
      proof: answer.proof,
      nodes: answer.nodes,
      best: validated([day], [answer]),
      greedy: validated([day], [greedy[index]!]),
    };
  });
  const all = { best: validated(days, best), greedy: validated(days, greedy) };
  return {
    days: compared,
    ...all,
    proven: compared.filter((day) => day.proof === 'optimal').length,
    nearerMinutes: all.greedy.meanDeltaMinutes - all.best.meanDeltaMinutes,
  };
}

function validated(days: readonly HabitDay[], answers: readonly HabitDayAnswer[]): HabitMethodQuality {
  let placed = 0;
  let unplaced = 0;
  let delta = 0;
  let cost = 0;
  let shortGaps = 0;
  days.forEach((day, index) => {
    const taken: { start: number; end: number }[] = [];
    day.wishes.forEach((wish, position) => {
      const start = answers[index]!.starts[position] ?? null;
      if (start === null) {
        unplaced += 1;
        return;
      }
      placed += 1;
      delta += Math.abs(start - wish.target);
      cost += wish.need * Math.abs(start - wish.target);
      taken.push({ start, end: start + wish.minutes });
    });
    shortGaps += subtractMinutes(day.free, mergeMinutes(taken)).filter((gap) => isShortGap(gap.end - gap.start)).length;
  });
  return { placed, unplaced, meanDeltaMinutes: placed === 0 ? 0 : delta / placed, shortGaps, cost };
}
