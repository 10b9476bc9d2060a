import type { Plan, Violation } from '../engine/plan';
import { habitOccurrenceId } from '../habits/habit';
import { weekQuota, weekStartOf } from '../habits/week-quota';
import { daysFrom, plusDays } from '../time/day';
import { dayAt } from '../time/zone';
import type { PlanningProblem } from './problem';
import { dueOccurrences } from './verify-habits';
import { readInstant } from './verify-reading';
import { stayingTasks, wantedMinutes } from './verify-tasks';

type Checked = Pick<Plan, 'placements' | 'unplaced'>;

/** What of the problem the check asks for: read once, however many plans are checked. */
interface Demanded {
  readonly problem: PlanningProblem;
  readonly known: ReadonlySet<string>;
  readonly staying: ReturnType<typeof stayingTasks>;
  /** Empty where habits are not planned. */
  readonly due: ReturnType<typeof dueOccurrences>;
  readonly habitTitles: ReadonlyMap<string, string>;
}

/** Nothing is dropped in silence: every open task and every due habit has a place or a reason, and only one of the two. Amount: demands. */
export function missingDemands(problem: PlanningProblem): (plan: Checked) => Violation[] {
  const demanded: Demanded = {
    problem,
    known: new Set([...problem.tasks, ...problem.habits].map((item) => item.id)),
    staying: stayingTasks(problem),
    due: problem.options.only.includes('habits') ? dueOccurrences(problem) : { must: new Set(), may: new Set() },
    habitTitles: new Map(problem.habits.map((habit) => [habit.id, habit.title])),
  };
  return (plan) => missingOf(demanded, plan);
}

function missingOf({ problem, known, staying, due, habitTitles }: Demanded, plan: Checked): Violation[] {
  const placed = new Set<string>();
  const pieces = new Map<string, number>();
  const reasoned = new Set<string>();
  const violations: Violation[] = [];
  for (const placement of plan.placements) {
    const key = keyOf(placement);
    placed.add(key);
    pieces.set(key, (pieces.get(key) ?? 0) + 1);
    if ((placement.kind === 'task' || placement.kind === 'habit') && !known.has(placement.id)) {
      violations.push(
        violation(placement.id, 'plan.knowsItsDemands', `Nothing in the workspace has the id ${placement.id}.`),
      );
    }
  }
  for (const unplaced of plan.unplaced) reasoned.add(keyOf(unplaced));
  const demand = (key: string, id: string, title: string) => {
    if (placed.has(key) === reasoned.has(key)) {
      const message = placed.has(key)
        ? `"${title}" has a place and a reason for none.`
        : `"${title}" has neither a place nor a reason.`;
      violations.push(violation(id, 'plan.placesOrExplains', message));
    }
  };
  if (problem.options.only.includes('tasks')) {
    for (const task of problem.tasks) {
      if (task.status !== 'open') continue;
      const stays = staying.get(task.id) ?? [];
      if (wantedMinutes(task, stays) === 0 && stays.length === 0 && task.durationMinutes > 0) continue;
      const key = keyOf({ kind: 'task', id: task.id });
      if (stays.length === 0) {
        demand(key, task.id, task.title);
      } else if (wantedMinutes(task, stays) > 0 && (pieces.get(key) ?? 0) <= stays.length && !reasoned.has(key)) {
        // A split task under way shows that piece; the rest of it needs a place or a reason all the same.
        const message = `The rest of "${task.title}", which is under way, has neither a place nor a reason.`;
        violations.push(violation(task.id, 'plan.placesOrExplains', message));
      }
    }
  }
  if (problem.options.only.includes('habits')) {
    for (const key of due.must) {
      const id = key.slice(0, key.lastIndexOf('@'));
      demand(`habit ${key}`, id, `${habitTitles.get(id) ?? id} on ${key.slice(key.lastIndexOf('@') + 1)}`);
    }
    violations.push(...missingTimes(problem, due.may, new Set([...placed, ...reasoned])));
  }
  return violations;
}

/** A habit of so many times a week has, in each whole week of the horizon, a place or a reason for each of them. */
function missingTimes(problem: PlanningProblem, may: ReadonlySet<string>, answered: ReadonlySet<string>): Violation[] {
  const { settings } = problem;
  const first = dayAt(settings.timeZone, readInstant(problem.now));
  const end = plusDays(first, settings.horizonDays);
  return problem.habits.flatMap((habit) => {
    if (habit.frequency.kind !== 'perWeek') return [];
    const since = habit.createdAt === null ? null : dayAt(settings.timeZone, readInstant(habit.createdAt));
    const violations: Violation[] = [];
    for (let week = weekStartOf(first, settings.firstWeekday); plusDays(week, 7) <= end; week = plusDays(week, 7)) {
      const keys = daysFrom(week, plusDays(week, 7)).map((day) => habitOccurrenceId(habit.id, day));
      const settled = problem.habitOccurrences.filter((one) => one.state !== 'planned' && keys.includes(one.id)).length;
      const wanted = weekQuota(habit, habit.frequency.times, week, settings, since) - settled;
      const open = keys.filter((key) => may.has(key)).length;
      const amount = Math.min(wanted, open) - keys.filter((key) => answered.has(`habit ${key}`)).length;
      if (amount > 0) {
        const message = `"${habit.title}" has neither a place nor a reason for ${amount} of its times in the week of ${week}.`;
        violations.push({ ...violation(habit.id, 'plan.placesOrExplains', message), amount });
      }
    }
    return violations;
  });
}

function keyOf(item: { readonly kind: string; readonly id: string; readonly day?: string | undefined }): string {
  return item.kind === 'habit' && item.day !== undefined
    ? `habit ${habitOccurrenceId(item.id, item.day)}`
    : `${item.kind} ${item.id}`;
}

function violation(id: string, rule: string, message: string): Violation {
  return { rule, amount: 1, unit: 'demand', parties: [id], message };
}
