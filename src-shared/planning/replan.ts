// What a change of the day asks for, at once: only the days it touches are planned again, all else stays as it is to the byte.
// Where that would leave something without a place, later or much worse than it was, more gives way: the touched days, then a week, then everything.
// The gentlest answer that is no worse than the full plan on the first two levels is the one taken.
import { type MinuteSpan, minuteCeil, minuteFloor, outerMinutes } from '../engine/epoch-minute';
import { localDayNumber } from '../engine/local-clock';
import { PhaseTimer } from '../engine/phase-timer';
import { emptyMetrics, type Placement, type Plan, type Unplaced, type Violation } from '../engine/plan';
import { isWorse, type Levels } from '../tasks/levels';
import type { TaskWork } from '../tasks/task-work';
import { parseInstant } from '../time/instant';
import type { Span } from '../time/span';
import { firstLevelsOf, type Planned } from './first-levels';
import { inOrderOfTime, planProblem } from './plan';
import { planHabits } from './plan-habits';
import type { PlanRun } from './plan-run';
import { planTasks } from './plan-tasks';
import type { PlanningProblem } from './problem';
import { putBack } from './put-back';
import { planQuality } from './quality';
import { fixedTasksOf, type Situation, situationOf } from './situation';
import { unavoidablyLate } from './unavoidably-late';
import { planCheck } from './verify';

/** What happened: where time was taken or came free. What breaks a rule by it is found by itself. */
export interface Touch {
  readonly spans: readonly Span[];
  /**
   * `broken`: only what cannot stay gives way. `days`: everything movable on the days of the spans may find a better place.
   * `covered`: only what stands in the spans and cannot stay gives way, with what waits for it; what is broken elsewhere or over is left alone.
   */
  readonly reach: 'covered' | 'broken' | 'days';
  /** Tasks that have no place and want one now: a new urgent one, one that was pushed off its day. Others without a place wait for the next plan. */
  readonly wanting?: readonly string[];
  /** No more than this gives way, whatever has no room then; everything unless said otherwise. */
  readonly atMost?: ReplanScope;
}

const SCOPES = ['touched', 'days', 'week', 'all'] as const;

/** What had to give way: the touched ones, all of the touched days, of a week from the first of them, or everything. */
export type ReplanScope = (typeof SCOPES)[number];

export interface Replan extends Plan {
  /** `none`: nothing that was allowed to move could keep the rules, so nothing moved. */
  readonly scope: ReplanScope | 'none';
}

/** Where less of level 3 would be left, more gives way if that helps: a day that lost its best hours may leave its tasks to others. */
const WORTH_KEPT = 0.985;

const UNTIMED: PlanRun = { now: () => 0 };

/**
 * `problem` holds the change already, and in `present` the plan it disturbs. Takes about the time of a plan of the touched days' tasks.
 */
export async function replanTouched(problem: PlanningProblem, touch: Touch, run: PlanRun = UNTIMED): Promise<Replan> {
  const disturbance = await disturbanceOf(problem, touch, run);
  const { live, levelsOf } = disturbance;
  const before = levelsOf({ placements: live.present, unplaced: [] });
  const worthBefore = planQuality(live, live.present, [], disturbance.situation).preference;
  let unavoidable: number | null = null;
  const isLateInVain = (late: number): boolean => {
    if (late <= before.late) return false;
    unavoidable ??= unavoidablyLate(disturbance.situation);
    return late > unavoidable;
  };
  const answers: Answer[] = [];
  const allowed = SCOPES.slice(0, SCOPES.indexOf(touch.atMost ?? 'all') + 1);
  let freedBefore = -1;
  for (const scope of allowed) {
    if (scope === 'all') {
      const plan: Replan = { ...(await planProblem(live, run)), scope };
      answers.push({ plan, levels: levelsOf(plan) });
      break;
    }
    const frozen = frozenAt(scope, touch, disturbance);
    const freed = disturbance.situation.taskWork.length - frozen.size;
    // A wider step that frees nobody else would find the same again.
    if (freed === freedBefore) continue;
    freedBefore = freed;
    const answer = await replanAround(disturbance, frozen, scope, run);
    if (answer === null) continue;
    const levels = levelsOf(answer);
    const isDear = answer.quality.preference < WORTH_KEPT * worthBefore;
    if (levels.unplaced === 0 && !isDear && !isLateInVain(levels.late)) return answer;
    answers.push({ plan: answer, levels });
  }
  return gentlestOfBest(answers) ?? unchanged(disturbance);
}

/** What a step of giving way came to, measured once. */
interface Answer {
  readonly plan: Replan;
  readonly levels: Levels;
}

interface Disturbance {
  readonly live: PlanningProblem;
  readonly situation: Situation;
  readonly days: ReadonlySet<number>;
  /** Demands that cannot stay. */
  readonly broken: ReadonlySet<string>;
  /** Rules that others break already, and go on breaking: it is not for this change to mend them. */
  readonly tolerated: ReadonlySet<string>;
  /** Habits of the touched days that were in the way, placed anew, and all others as they are: the same at every step. */
  readonly habits: Planned;
  readonly check: ReturnType<typeof planCheck>;
  readonly levelsOf: ReturnType<typeof firstLevelsOf>;
}

async function disturbanceOf(problem: PlanningProblem, touch: Touch, run: PlanRun): Promise<Disturbance> {
  const live = livePart(problem, touch);
  const situation = situationOf(live);
  const check = planCheck(live);
  const violations = check({ placements: live.present, unplaced: [] });
  const all = new Set(violations.flatMap(({ parties }) => parties));
  const broken = touch.reach === 'covered' ? coveredOf(live, touch, all) : all;
  const days = daysOf(touch, situation);
  return {
    live,
    situation,
    days,
    broken,
    habits: await habitsAgain(situation, days, broken, run),
    check,
    levelsOf: firstLevelsOf(live.tasks),
    tolerated: new Set(violations.filter(({ parties }) => !parties.some((id) => broken.has(id))).map(sameness)),
  };
}

/** Of what cannot stay, what stands in the spans or a buffer beside them, and the tasks that wait for it. */
function coveredOf(live: PlanningProblem, { spans }: Touch, broken: ReadonlySet<string>): ReadonlySet<string> {
  const buffer = live.settings.bufferMinutes;
  const taken = spans.map(({ start, end }) => ({ start: minuteFloor(start) - buffer, end: minuteCeil(end) + buffer }));
  const covered = new Set<string>();
  for (const placement of live.present) {
    const span = outerMinutes(placement.start, placement.end);
    if (broken.has(placement.id) && taken.some(({ start, end }) => start < span.end && span.start < end))
      covered.add(placement.id);
  }
  for (let grown = -1; grown !== covered.size; ) {
    grown = covered.size;
    for (const task of live.tasks) if (task.dependsOn.some((id) => covered.has(id))) covered.add(task.id);
  }
  return covered;
}

/** The tasks that stand still at a step. */
function frozenAt(scope: ReplanScope, touch: Touch, { situation, broken, days }: Disturbance): Map<string, TaskWork> {
  const frozen = new Map<string, TaskWork>();
  const freed = scope === 'touched' && touch.reach !== 'days' ? new Set<number>() : days;
  const first = Math.min(
    ...days,
    ...(days.size === 0 ? [localDayNumber(situation.horizon.clock, situation.horizon.now)] : []),
  );
  const inWeek = (span: MinuteSpan) => {
    const day = localDayNumber(situation.horizon.clock, span.start);
    return scope === 'week' && first <= day && day < first + 7;
  };
  for (const work of situation.taskWork) {
    const stays = work.minutes > 0 && work.present.length > 0 && !broken.has(work.task.id);
    const reached = work.present.some((span) => isOn(freed, situation, span) || inWeek(span));
    if (stays && !reached) frozen.set(work.task.id, work);
  }
  return frozen;
}

/** The plan around what stands still; null when it would break a rule. */
async function replanAround(
  disturbance: Disturbance,
  frozen: ReadonlyMap<string, TaskWork>,
  scope: ReplanScope,
  run: PlanRun,
): Promise<Replan | null> {
  const { live, situation, broken, habits, levelsOf } = disturbance;
  const timer = new PhaseTimer(run.now);
  // A place without factors was moved by hand of the caller: it stays, and is scored where it is.
  const unscored = new Set(live.present.filter(({ factors }) => factors.length === 0).map(({ id }) => id));
  const asTheyAre = (id: string) => frozen.has(id) && !unscored.has(id);
  const around = withFrozen(situation, frozen);
  const planned = await planTasks(
    around,
    habits.placements,
    run,
    timer,
    () => {},
    (id) => !asTheyAre(id),
  );
  const answer = [
    ...live.present.filter((placement) => placement.kind === 'task' && asTheyAre(placement.id)),
    ...planned.placements,
    ...habits.placements,
  ];
  const unplaced = [...habits.unplaced, ...planned.unplaced];
  const keepsRules = (placements: readonly Placement[]) => !breaksRules(disturbance, placements, unplaced);
  if (!keepsRules(answer)) return null;
  const free = new Set(
    situation.taskWork.map(({ task }) => task.id).filter((id) => !frozen.has(id) && !broken.has(id)),
  );
  const lateBefore = levelsOf({ placements: answer, unplaced }).late;
  const placements = [
    ...putBack(
      live.present,
      answer,
      free,
      live.settings.bufferMinutes,
      (next) => keepsRules(next) && levelsOf({ placements: next, unplaced }).late <= lateBefore,
    ),
  ].sort(inOrderOfTime);
  const metrics = {
    ...emptyMetrics(),
    phases: timer.phases,
    candidates: planned.effort.candidates,
    groups: planned.groupSizes.length,
    groupSizes: [...planned.groupSizes],
    moves: planned.effort.moves,
    swaps: planned.effort.swaps,
  };
  return { placements, unplaced, quality: planQuality(live, placements, unplaced, situation), metrics, scope };
}

/** Of the answers, gentlest first, the first that no other beats on the first two levels, nor by much on the third. */
function gentlestOfBest(answers: readonly Answer[]): Replan | null {
  const best = answers.filter(({ levels }) => !answers.some((other) => isWorse(levels, other.levels)));
  const most = Math.max(...best.map(({ plan }) => plan.quality.preference));
  return best.find(({ plan }) => plan.quality.preference >= WORTH_KEPT * most)?.plan ?? null;
}

function unchanged({ live, situation }: Disturbance): Replan {
  const placements = [...live.present];
  return {
    placements,
    unplaced: [],
    quality: planQuality(live, placements, [], situation),
    metrics: emptyMetrics(),
    scope: 'none',
  };
}

/** A correction of the running plan asks for no lead time: what is about to begin is not moved for being near. */
export function withoutLead(problem: PlanningProblem): PlanningProblem {
  return { ...problem, settings: { ...problem.settings, leadMinutes: 0 } };
}

/** The problem without lead, and without the tasks that wait for the next plan. */
function livePart(problem: PlanningProblem, { reach, wanting = [] }: Touch): PlanningProblem {
  const now = parseInstant(problem.now)!;
  const present = reach === 'covered' ? problem.present.filter(({ end }) => parseInstant(end)! > now) : problem.present;
  const concerned = new Set([...present.map(({ id }) => id), ...wanting]);
  return {
    ...withoutLead(problem),
    present,
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

/** Habits of the touched days that are in the way go through the exact method again; all others keep their places. */
async function habitsAgain(
  situation: Situation,
  days: ReadonlySet<number>,
  broken: ReadonlySet<string>,
  run: PlanRun,
): Promise<Planned> {
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

/** Whether an answer breaks a rule that was kept. Habits of untouched days that had no place before have no reason here. */
function breaksRules(
  { live, check, tolerated }: Disturbance,
  placements: readonly Placement[],
  unplaced: readonly Unplaced[],
): boolean {
  const habits = new Set(live.habits.map((habit) => habit.id));
  return check({ placements: [...placements], unplaced: [...unplaced] }).some(
    (violation) =>
      !tolerated.has(sameness(violation)) &&
      !(violation.rule === 'plan.placesOrExplains' && habits.has(violation.parties[0] ?? '')),
  );
}

function sameness({ rule, parties }: Violation): string {
  return `${rule} ${[...parties].sort().join(' ')}`;
}
