// What a change of the day asks for, at once: only the days it touches are planned again, all else stays as it is to the byte.
// Where that would leave something without a place or late, the whole plan is made anew instead, so the answer is never worse than a full plan on the first two levels.
import { type MinuteSpan, minuteCeil, minuteFloor, outerMinutes } from '../engine/epoch-minute';
import { localDayNumber } from '../engine/local-clock';
import { PhaseTimer } from '../engine/phase-timer';
import { emptyMetrics, type Placement, type Plan, type Unplaced } from '../engine/plan';
import type { TaskWork } from '../tasks/task-work';
import type { Span } from '../time/span';
import { inOrderOfTime, planProblem } from './plan';
import { planHabits } from './plan-habits';
import type { PlanRun } from './plan-run';
import { planTasks } from './plan-tasks';
import type { PlanningProblem } from './problem';
import { planQuality } from './quality';
import { fixedTasksOf, type Situation, situationOf } from './situation';
import { verifyPlan } from './verify';

/** What happened: where time was taken or came free. What breaks a rule by it is found by itself. */
export interface Touch {
  readonly spans: readonly Span[];
  /** `broken`: only what cannot stay gives way. `days`: everything movable on the days of the spans may find a better place. */
  readonly reach: 'broken' | 'days';
  /** Tasks that have no place and want one now: a new urgent one, one that was pushed off its day. Others without a place wait for the next plan. */
  readonly wanting?: readonly string[];
}

export interface Replan extends Plan {
  /** `touched`: the days of the change; `all`: they had no room for it, so everything was planned again. */
  readonly scope: 'touched' | 'all';
}

const UNTIMED: PlanRun = { now: () => 0 };

/**
 * `problem` holds the change already, and in `present` the plan it disturbs. Takes about the time of a plan of the touched days' tasks.
 */
export async function replanTouched(problem: PlanningProblem, touch: Touch, run: PlanRun = UNTIMED): Promise<Replan> {
  const live = livePart(problem, touch);
  const timer = new PhaseTimer(run.now);
  const situation = situationOf(live);
  const days = daysOf(touch, situation);
  const broken = brokenDemands(live);
  const habits = await habitsAgain(situation, days, broken, run);
  const frozen = new Map<string, TaskWork>();
  for (const work of situation.taskWork) {
    const stays = work.minutes > 0 && work.present.length > 0 && !broken.has(work.task.id);
    const reached = touch.reach === 'days' && work.present.some((span) => isOn(days, situation, span));
    if (stays && !reached) frozen.set(work.task.id, work);
  }
  const around = withFrozen(situation, frozen);
  const planned = await planTasks(around, habits.placements, run, timer, () => {});
  // A place without factors was moved by hand of the caller: it stays, and is scored where it is.
  const unscored = new Set(live.present.filter(({ factors }) => factors.length === 0).map(({ id }) => id));
  const asTheyAre = (id: string) => frozen.has(id) && !unscored.has(id);
  const placements = [
    ...live.present.filter((placement) => placement.kind === 'task' && asTheyAre(placement.id)),
    ...planned.placements.filter((placement) => !asTheyAre(placement.id)),
    ...habits.placements,
  ].sort(inOrderOfTime);
  const unplaced = [...habits.unplaced, ...planned.unplaced];
  if (isWorse(live, placements, unplaced) || brokenBy(live, placements, unplaced)) {
    return { ...(await planProblem(live, run)), scope: 'all' };
  }
  const metrics = {
    ...emptyMetrics(),
    phases: timer.phases,
    candidates: planned.effort.candidates,
    groups: planned.groupSizes.length,
    groupSizes: [...planned.groupSizes],
    moves: planned.effort.moves,
    swaps: planned.effort.swaps,
  };
  return {
    placements,
    unplaced,
    quality: planQuality(live, placements, unplaced, situation),
    metrics,
    scope: 'touched',
  };
}

/** A correction of the running plan asks for no lead time: what is about to begin is not moved for being near. */
export function withoutLead(problem: PlanningProblem): PlanningProblem {
  return { ...problem, settings: { ...problem.settings, leadMinutes: 0 } };
}

/** The problem without lead, and without the tasks that wait for the next plan. */
function livePart(problem: PlanningProblem, { wanting = [] }: Touch): PlanningProblem {
  const concerned = new Set([...problem.present.map(({ id }) => id), ...wanting]);
  return {
    ...withoutLead(problem),
    tasks: problem.tasks.filter((task) => task.pinnedStart !== null || concerned.has(task.id)),
  };
}

/** Local days a change reaches into. */
function daysOf(touch: Touch, { horizon }: Situation): ReadonlySet<number> {
  const days = new Set<number>();
  for (const span of touch.spans) {
    const first = localDayNumber(horizon.clock, minuteFloor(span.start));
    const last = localDayNumber(horizon.clock, Math.max(minuteFloor(span.start), minuteCeil(span.end) - 1));
    for (let day = first; day <= last; day += 1) days.add(day);
  }
  return days;
}

function isOn(days: ReadonlySet<number>, { horizon }: Situation, span: MinuteSpan): boolean {
  return days.has(localDayNumber(horizon.clock, span.start)) || days.has(localDayNumber(horizon.clock, span.end - 1));
}

/** Demands whose places in force break a rule now, told by the independent check. */
function brokenDemands(problem: PlanningProblem): ReadonlySet<string> {
  return new Set(verifyPlan(problem, { placements: problem.present, unplaced: [] }).flatMap(({ parties }) => parties));
}

/** Habits of the touched days that are in the way go through the exact method again; all others keep their places. */
async function habitsAgain(
  situation: Situation,
  days: ReadonlySet<number>,
  broken: ReadonlySet<string>,
  run: PlanRun,
): Promise<{ placements: Placement[]; unplaced: Unplaced[] }> {
  const { problem } = situation;
  if (!problem.options.only.includes('habits')) return { placements: [], unplaced: [] };
  const disturbed = new Set<string>();
  for (const placement of problem.present) {
    if (placement.kind !== 'habit' || placement.day === undefined || !broken.has(placement.id)) continue;
    if (isOn(days, situation, outerMinutes(placement.start, placement.end))) disturbed.add(placement.day);
  }
  const kept = problem.present.filter(
    (placement) => placement.kind === 'habit' && !(placement.day !== undefined && disturbed.has(placement.day)),
  );
  if (disturbed.size === 0) return { placements: kept, unplaced: [] };
  const again = await planHabits(situation, run, () => {}, disturbed);
  const fresh = again.placements.filter((placement) => placement.day !== undefined && disturbed.has(placement.day));
  return { placements: [...kept, ...fresh], unplaced: [...again.unplaced] };
}

/** The situation with some tasks standing where they are. */
function withFrozen(situation: Situation, frozen: ReadonlyMap<string, TaskWork>): Situation {
  const taskWork = situation.taskWork.map((work): TaskWork => {
    if (!frozen.has(work.task.id)) return work;
    const stays = work.present.map((span) => ({ task: work.task, pinned: false, ...span }));
    return { ...work, minutes: 0, fixed: [...work.fixed, ...stays], present: [] };
  });
  return { ...situation, taskWork, fixedTasks: fixedTasksOf(taskWork) };
}

/** Whether somebody lost its place, or is late who was not. */
function isWorse(problem: PlanningProblem, placements: readonly Placement[], unplaced: readonly Unplaced[]): boolean {
  const late = new Set(
    problem.present.filter((placement) => placement.lateMinutes > 0).map((placement) => placement.id),
  );
  return (
    unplaced.some((item) => item.kind === 'task') ||
    placements.some((placement) => !placement.pinned && placement.lateMinutes > 0 && !late.has(placement.id))
  );
}

/** Whether the answer breaks a rule. Habits of untouched days that had no place before have no reason here. */
function brokenBy(problem: PlanningProblem, placements: readonly Placement[], unplaced: readonly Unplaced[]): boolean {
  const habits = new Set(problem.habits.map((habit) => habit.id));
  return verifyPlan(problem, { placements: [...placements], unplaced: [...unplaced] }).some(
    ({ rule, parties }) => !(rule === 'plan.placesOrExplains' && habits.has(parties[0] ?? '')),
  );
}
