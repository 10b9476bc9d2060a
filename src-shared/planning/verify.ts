// The independent check of a plan, before it is stored. It reads the problem for itself and shares with the search only the definitions of the rules.
import { blocksTime } from '../calendar/blocking';
import { violationsOf } from '../engine/hard-rule';
import type { Plan, Violation } from '../engine/plan';
import { habitRules } from '../habits/rules';
import { taskRules } from '../tasks/rules';
import type { PlanningProblem } from './problem';
import { missingDemands } from './verify-complete';
import { habitViewsOf } from './verify-habits';
import { type NamedSpan, readSpan } from './verify-reading';
import { taskViewsOf } from './verify-tasks';

type Checked = Pick<Plan, 'placements' | 'unplaced'>;

/** Every hard rule the plan breaks that planning could have kept; none for a valid plan. What a pin or work under way breaks by itself is not reported. */
export function verifyPlan(problem: PlanningProblem, plan: Checked): Violation[] {
  return planCheck(problem)(plan);
}

/** The same for many plans of one problem, which is read once. */
export function planCheck(problem: PlanningProblem): (plan: Checked) => Violation[] {
  const { only } = problem.options;
  const events = blockingSpans(problem);
  const taskView = only.includes('tasks') ? taskViewsOf(problem, events) : null;
  const plansHabits = only.includes('habits') && problem.habits.length > 0;
  const habitView = plansHabits ? habitViewsOf(problem, events) : null;
  const missing = missingDemands(problem);
  return (plan) => [
    ...(habitView ? violationsOf(habitRules, habitView(plan.placements)) : []),
    ...(taskView ? violationsOf(taskRules, taskView(plan.placements)) : []),
    ...missing(plan),
  ];
}

/** The habit rules alone, for placements that are not a whole plan. */
export function verifyHabits(problem: PlanningProblem, plan: Pick<Plan, 'placements'>): Violation[] {
  return violationsOf(habitRules, habitViewsOf(problem, blockingSpans(problem))(plan.placements));
}

function blockingSpans(problem: PlanningProblem): NamedSpan[] {
  const blocking = new Map(problem.calendars.map((calendar) => [calendar.id, calendar]));
  return problem.events
    .filter((event) => blocksTime(event, blocking.get(event.calendarId) ?? { blocks: true }, problem.settings))
    .map((event) => ({ id: event.id, title: event.title, ...readSpan(event.start, event.end) }));
}
