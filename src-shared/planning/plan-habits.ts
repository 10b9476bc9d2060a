import { isoOfMinute, mergeMinutes } from '../engine/epoch-minute';
import { localMinuteOfDay } from '../engine/local-clock';
import type { Factor, Placement, Unplaced } from '../engine/plan';
import type { HabitDay, HabitDayAnswer, HabitDayJob, HabitDayResult, HabitWish } from '../habits/habit-day';
import { planHabitDays } from '../habits/plan-habit-days';
import { formatTimeOfDay } from '../time/wall-time';
import { chainedDays, habitDaysOf } from './habit-days';
import { targetScore } from './habit-target';
import type { PlanRun } from './plan-run';
import type { Situation } from './situation';

export interface PlannedHabits {
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  readonly candidates: number;
  /** Habits per group; a group is a day, or days that reach into each other over midnight. */
  readonly groupSizes: readonly number[];
  readonly workers: number;
  /** Days whose placement is proven optimal, of how many. */
  readonly proven: number;
  readonly days: number;
}

/** Estimated work (habits x minutes of their day, squared per day in habits) below which crossing to a thread costs more than it saves. */
const WORTH_DISPATCH = 400_000;
/** Days handed over at once, so that a year is not hundreds of messages. */
const DAYS_PER_JOB = 8;

/** `onDays`: only these local days are planned. */
export async function planHabits(
  situation: Situation,
  run: PlanRun,
  check: () => void,
  onDays?: ReadonlySet<string>,
): Promise<PlannedHabits> {
  const { settings, options } = situation.problem;
  const days = habitDaysOf(situation).filter((day) => onDays === undefined || onDays.has(day.day));
  const chains = chainedDays(days);
  const jobs = inBatches(chains, DAYS_PER_JOB).map(
    (batch): HabitDayJob => ({
      days: batch.flat(),
      gapPriceMinutes: settings.shortGapPriceMinutes,
      algorithm: options.algorithm,
    }),
  );
  const work = days.reduce((sum, day) => sum + day.wishes.length * (day.hull.end - day.hull.start), 0);
  const results: HabitDayResult[] = [];
  let workers = 1;
  if (run.dispatch && run.dispatch.workers > 1 && work >= WORTH_DISPATCH) {
    workers = run.dispatch.workers;
    results.push(...(await run.dispatch.habitDays(jobs)));
  } else {
    for (const [index, job] of jobs.entries()) {
      check();
      results.push(planHabitDays(job));
      run.onProgress?.({ fraction: (0.4 * (index + 1)) / jobs.length, phase: 'Placing habits' });
      await run.pause?.();
    }
  }
  check();
  const answers = results.flatMap((result) => result.days);
  return {
    ...reportedHabits(situation, days, answers),
    candidates: answers.reduce((sum, answer) => sum + answer.candidates, 0),
    groupSizes: chains.map((chain) => chain.reduce((sum, day) => sum + day.wishes.length, 0)),
    workers,
    proven: answers.filter((answer) => answer.proof === 'optimal').length,
    days: answers.length,
  };
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size));
  return batches;
}

export function reportedHabits(
  situation: Situation,
  days: readonly HabitDay[],
  answers: readonly HabitDayAnswer[],
): { placements: Placement[]; unplaced: Unplaced[] } {
  const placements: Placement[] = situation.fixedHabits.map((habit) => ({
    kind: 'habit',
    id: habit.id,
    day: habit.day,
    start: isoOfMinute(habit.start),
    end: isoOfMinute(habit.end),
    score: 1,
    factors: [],
    chunk: null,
    pinned: habit.pinned,
    lateMinutes: 0,
    slack: 'none',
    ...noticeOfFixed(situation, habit),
  }));
  const unplaced: Unplaced[] = [];
  days.forEach((day, index) => {
    const answer = answers[index]!;
    day.wishes.forEach((wish, position) => {
      const start = answer.starts[position] ?? null;
      if (start === null) {
        unplaced.push({ kind: 'habit', id: wish.id, day: day.day, ...reasonOf(situation, day, wish) });
        return;
      }
      const factors = [closeness(situation, wish, start, answer)];
      placements.push({
        kind: 'habit',
        id: wish.id,
        day: day.day,
        start: isoOfMinute(start),
        end: isoOfMinute(start + wish.minutes),
        score: factors[0]!.value,
        factors,
        chunk: null,
        pinned: false,
        lateMinutes: 0,
        slack: 'none',
      });
    });
  });
  return { placements, unplaced };
}

function closeness(situation: Situation, wish: HabitWish, start: number, answer: HabitDayAnswer): Factor {
  const delta = Math.abs(start - wish.target);
  const at = formatTimeOfDay(localMinuteOfDay(situation.horizon.clock, wish.target));
  return {
    name: 'target',
    value: targetScore(delta),
    weight: 1,
    detail: `${delta === 0 ? `Exactly at its target ${at}.` : `${delta} min ${start < wish.target ? 'before' : 'after'} its target ${at}.`}${proofWords(answer)}`,
  };
}

function proofWords({ proof, cost, bound }: HabitDayAnswer): string {
  if (proof === 'optimal') return ' This day is proven optimal.';
  if (proof === 'baseline') return '';
  const more = bound > 0 ? Math.ceil(100 * (cost / bound - 1)) : null;
  return more === null ? '' : ` This day is at most ${more}% above the best possible.`;
}

function reasonOf(situation: Situation, day: HabitDay, wish: HabitWish): Pick<Unplaced, 'reason' | 'detail'> {
  const clock = situation.horizon.clock;
  let longest = 0;
  for (const run of day.free) {
    longest = Math.max(longest, Math.min(run.end, wish.latestEnd) - Math.max(run.start, wish.earliest));
  }
  const from = formatTimeOfDay(localMinuteOfDay(clock, wish.earliest));
  const to = formatTimeOfDay(localMinuteOfDay(clock, wish.latestEnd));
  if (wish.earliest + wish.minutes > wish.latestEnd) {
    const left = Math.max(0, wish.latestEnd - wish.earliest);
    return {
      reason: 'noFreeRunInWindow',
      detail: `It needs ${wish.minutes} min and ${left} min of its window are left.`,
    };
  }
  if (longest >= wish.minutes) {
    return {
      reason: 'noFreeRunInWindow',
      detail: `It needs ${wish.minutes} min between ${from} and ${to}; other habits fill the free runs of up to ${longest} min.`,
    };
  }
  const timed = mergeMinutes(
    situation.blockingEvents.filter(
      (event) => event.allDay && event.start < wish.latestEnd && wish.earliest < event.end,
    ),
  );
  return timed.length > 0
    ? {
        reason: 'blockedByAllDayEvent',
        detail: `It needs ${wish.minutes} min between ${from} and ${to}; an all-day event leaves ${longest} min.`,
      }
    : {
        reason: 'noFreeRunInWindow',
        detail: `It needs ${wish.minutes} min between ${from} and ${to}, the longest free run there is ${longest} min.`,
      };
}

function noticeOfFixed(
  situation: Situation,
  habit: { start: number; end: number; id: string; pinned: boolean },
): { notice?: string } {
  if (!habit.pinned) return {};
  const other = [...situation.blockingEvents, ...situation.fixedTasks].find(
    (item) => item.id !== habit.id && item.start < habit.end && habit.start < item.end,
  );
  return other ? { notice: `Pinned over "${other.title}".` } : {};
}
