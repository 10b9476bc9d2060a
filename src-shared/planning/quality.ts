// The validator: what a plan is worth, from its placements alone, so that algorithms and hand-made plans can be compared.
import {
  type EpochMinute,
  type MinuteSpan,
  mergeMinutes,
  minuteFloor,
  outerMinutes,
  storedInstant,
} from '../engine/epoch-minute';
import type { Placement, PlanQuality, Unplaced } from '../engine/plan';
import { windowOn } from '../engine/working-windows';
import { isShortGap } from '../habits/short-gap';
import { PRIORITY_WEIGHT } from '../tasks/task-demand';
import { parseDay } from '../time/day';
import { habitTarget } from './habit-target';
import type { PlanningProblem } from './problem';
import { type Situation, situationOf } from './situation';

export function planQuality(
  problem: PlanningProblem,
  placements: readonly Placement[],
  unplaced: readonly Unplaced[],
  situation: Situation = situationOf(problem),
): PlanQuality {
  const habits = new Map(problem.habits.map((habit) => [habit.id, habit]));
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  let delta = 0;
  let habitCount = 0;
  /** Of those that are. */
  const late = new Map<string, number>();
  let score = 0;
  let weight = 0;
  const hulls = new Map<string, { start: number; end: number; taken: MinuteSpan[] }>();
  for (const placement of placements) {
    const span = outerMinutes(placement.start, placement.end);
    if (placement.kind === 'habit') {
      const habit = habits.get(placement.id);
      const day = placement.day === undefined ? null : parseDay(placement.day);
      if (!habit || day === null) continue;
      const window = windowOn(problem.settings, day, habit.window);
      delta += Math.abs(span.start - habitTarget(problem.settings, habit, day));
      habitCount += 1;
      const hull = hulls.get(day);
      if (hull) {
        hull.start = Math.min(hull.start, window.start);
        hull.end = Math.max(hull.end, window.end);
        hull.taken.push(span);
      } else {
        hulls.set(day, { start: window.start, end: window.end, taken: [span] });
      }
    } else if (placement.kind === 'task') {
      const task = tasks.get(placement.id);
      if (!task) continue;
      const minutesLate = lateMinutes(task.dueAt, span.end);
      if (minutesLate > (late.get(placement.id) ?? 0)) late.set(placement.id, minutesLate);
      const minutes = span.end - span.start;
      const share = PRIORITY_WEIGHT[task.priority] * (minutes / Math.max(1, task.durationMinutes));
      score += share * placement.score;
      weight += share;
    }
  }
  return {
    meanHabitDeltaMinutes: habitCount === 0 ? 0 : delta / habitCount,
    shortGaps: shortGapsOf(situation, [...hulls.values()]),
    unplaced: unplaced.length,
    lateMinutes: [...late.values()].reduce((sum, minutes) => sum + minutes, 0),
    lateTasks: late.size,
    preference: weight === 0 ? 0 : score / weight,
    placed: placements.length,
  };
}

/** Free gaps under 30 minutes between events and habits, inside each day's habit windows and from the earliest plannable minute on. */
function shortGapsOf(
  situation: Situation,
  hulls: readonly { start: number; end: number; taken: readonly MinuteSpan[] }[],
): number {
  const busy = mergeMinutes([...situation.blockingEvents, ...situation.fixedTasks, ...situation.standing]);
  let first = 0;
  let gaps = 0;
  for (const hull of [...hulls].sort((a, b) => a.start - b.start)) {
    const start = Math.max(hull.start, situation.horizon.earliest);
    while (first < busy.length && busy[first]!.end <= hull.start) first += 1;
    const taken = [...hull.taken];
    for (let index = first; index < busy.length && busy[index]!.start < hull.end; index += 1) taken.push(busy[index]!);
    let from = start;
    for (const span of mergeMinutes(taken)) {
      if (span.end <= start) continue;
      if (isShortGap(Math.min(span.start, hull.end) - from)) gaps += 1;
      from = Math.max(from, span.end);
    }
    if (isShortGap(hull.end - from)) gaps += 1;
  }
  return gaps;
}

function lateMinutes(dueAt: string | null, end: EpochMinute): number {
  return dueAt === null ? 0 : Math.max(0, end - minuteFloor(storedInstant(dueAt)));
}
