// What a plan does to the days as a whole, before and after. Each figure is one a person would count by hand.
import type { Placement } from '#shared/engine/plan';
import type { IdentifiedPlan, PlanningProblem } from '#shared/planning/problem';
import { type Instant, minutesBetween, parseInstant } from '#shared/time/instant';
import { dayAt, minuteOfDayAt } from '#shared/time/zone';
import { formatDuration } from '../ui/format-time';
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
    effect('Longest focus stretch', longestStretch(before), longestStretch(after), 'more', formatDuration),
    effect('Mean slack', meanSlack(problem, before), meanSlack(problem, after), 'more', slackWords),
    effect('Task switches', switches(problem, before), switches(problem, after), 'less'),
    effect('Evenings with work', workEvenings(problem, before), workEvenings(problem, after), 'less'),
    effect('Minutes off habit targets', habitDelta(problem, before), habitDelta(problem, after), 'less'),
  ];
}

function effect(
  name: string,
  before: number,
  after: number,
  better: 'less' | 'more',
  words: (value: number) => string = String,
): PreviewEffect {
  return {
    name,
    before: words(before),
    after: words(after),
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

/** Minutes of the longest stretch of task work without a break. */
function longestStretch(placements: readonly Placement[]): number {
  const blocks = placements
    .filter((x) => x.kind === 'task')
    .map(spanOf)
    .sort((a, b) => a.start - b.start);
  let longest = 0;
  let from: Instant | null = null;
  let until: Instant | null = null;
  for (const { start, end } of blocks) {
    if (from === null || until === null || start > until) from = start;
    until = until === null || end > until ? end : until;
    longest = Math.max(longest, minutesBetween(from, until));
  }
  return longest;
}

/** Minutes from the end of a task to its due, over the placed tasks that have one; negative when they are late in the mean. */
function meanSlack(problem: PlanningProblem, placements: readonly Placement[]): number {
  const ends = new Map<string, Instant>();
  for (const placement of placements) {
    if (placement.kind !== 'task') continue;
    const { end } = spanOf(placement);
    const known = ends.get(placement.id);
    ends.set(placement.id, known !== undefined && known > end ? known : end);
  }
  const slacks = problem.tasks.flatMap((task) => {
    const end = ends.get(task.id);
    return task.dueAt === null || end === undefined ? [] : [minutesBetween(end, parseInstant(task.dueAt)!)];
  });
  return slacks.length === 0 ? 0 : Math.round(slacks.reduce((sum, minutes) => sum + minutes, 0) / slacks.length);
}

/** `1 d 4 h`, `5 h 30`, `2 h late`. */
function slackWords(minutes: number): string {
  const whole = Math.abs(minutes);
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const words = days === 0 ? formatDuration(whole) : hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  return minutes < 0 ? `${words} late` : words;
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
