// What a plan does to the days as a whole, before and after. Each figure is one a person would count by hand.
import type { Placement } from '#shared/engine/plan';
import type { IdentifiedPlan, PlanningProblem } from '#shared/planning/problem';
import { parseInstant } from '#shared/time/instant';
import { dayAt, minuteOfDayAt } from '#shared/time/zone';
import type { PreviewEffect } from './plan-preview';
import { spanOf } from './plan-preview';
import { slackOf } from './slack';

const EVENING_STARTS = 17 * 60;

export function previewEffects(problem: PlanningProblem, plan: IdentifiedPlan): readonly PreviewEffect[] {
  const at = parseInstant(problem.now)!;
  const before = problem.present.filter((placement) => spanOf(placement).end > at);
  const after = plan.placements.filter((placement) => spanOf(placement).end > at);
  return [
    effect('Late tasks', lateTasks(problem, before), lateTasks(problem, after), 'less'),
    effect('Without a place', openWithout(problem, before), openWithout(problem, after), 'less'),
    effect('Task switches', switches(problem, before), switches(problem, after), 'less'),
    effect('Evenings with work', workEvenings(problem, before), workEvenings(problem, after), 'less'),
    effect('Minutes off habit targets', habitDelta(problem, before), habitDelta(problem, after), 'less'),
  ];
}

function effect(name: string, before: number, after: number, better: 'less' | 'more'): PreviewEffect {
  return {
    name,
    before: String(before),
    after: String(after),
    better: before === after ? null : better === 'less' ? after < before : after > before,
  };
}

function lateTasks(problem: PlanningProblem, placements: readonly Placement[]): number {
  return problem.tasks.filter((task) => {
    const due = task.dueAt === null ? null : parseInstant(task.dueAt);
    return placements.some(
      (x) => x.kind === 'task' && x.id === task.id && slackOf(due, spanOf(x).end, 0).lateMinutes > 0,
    );
  }).length;
}

function openWithout(problem: PlanningProblem, placements: readonly Placement[]): number {
  const placed = new Set(placements.filter((x) => x.kind === 'task').map((x) => x.id));
  return problem.tasks.filter((task) => task.status === 'open' && !placed.has(task.id)).length;
}

/** Neighbours in time, on one day, that belong to different projects. */
function switches(problem: PlanningProblem, placements: readonly Placement[]): number {
  const projects = new Map(problem.tasks.map((task) => [task.id, task.projectId ?? task.id]));
  const blocks = placements.filter((x) => x.kind === 'task').sort((a, b) => spanOf(a).start - spanOf(b).start);
  let count = 0;
  for (let index = 1; index < blocks.length; index += 1) {
    const [left, right] = [blocks[index - 1]!, blocks[index]!];
    const zone = problem.settings.timeZone;
    const sameDay = dayAt(zone, spanOf(left).start) === dayAt(zone, spanOf(right).start);
    if (sameDay && projects.get(left.id) !== projects.get(right.id)) count += 1;
  }
  return count;
}

function workEvenings(problem: PlanningProblem, placements: readonly Placement[]): number {
  const zone = problem.settings.timeZone;
  const evenings = placements
    .filter((x) => x.kind === 'task')
    .map((x) => spanOf(x))
    .filter(({ start, end }) => {
      const last = minuteOfDayAt(zone, end);
      return last > EVENING_STARTS || dayAt(zone, end) !== dayAt(zone, start);
    })
    .map(({ start }) => dayAt(zone, start));
  return new Set(evenings).size;
}

function habitDelta(problem: PlanningProblem, placements: readonly Placement[]): number {
  const zone = problem.settings.timeZone;
  let sum = 0;
  for (const placement of placements) {
    const habit = placement.kind === 'habit' ? problem.habits.find((x) => x.id === placement.id) : undefined;
    if (!habit) continue;
    const [hours = 0, minutes = 0] = habit.targetTime.split(':').map(Number);
    sum += Math.abs(minuteOfDayAt(zone, spanOf(placement).start) - hours * 60 - minutes);
  }
  return Math.round(sum);
}
