// One change that would make an unplaced demand fit. Every candidate is tried by planning with it; the first that works, from the smallest change on, is offered.
import type { Plan, UnplacedReason } from '../engine/plan';
import type { Habit } from '../habits/habit';
import type { Task } from '../tasks/task';
import { weekdayName } from '../time/day';
import type { Instant } from '../time/instant';
import { formatTimeOfDay } from '../time/wall-time';
import { minuteOfDayAt, type ZoneId } from '../time/zone';
import { lengthInWords } from './choose-alternatives';
import { type EveningOffer, eveningPlace } from './evening-offer';
import type { ExplainTarget, SuggestedChange } from './explanation';
import { planProblem } from './plan';
import type { PlanningProblem } from './problem';

export interface Suggestion {
  /** Such as "Let it be split into pieces of 30 to 60 min." */
  readonly sentence: string;
  readonly change: SuggestedChange;
}

interface Change extends Suggestion {
  readonly problem: PlanningProblem;
}

/** The first change that makes it fit; null when no tried one does. */
export async function suggestionFor(
  problem: PlanningProblem,
  plan: Pick<Plan, 'placements'>,
  target: ExplainTarget,
  reason: UnplacedReason,
): Promise<Suggestion | null> {
  // With the plan in force kept, trying a change costs little more than placing one demand.
  const base: PlanningProblem = { ...problem, present: [...plan.placements] };
  const changes = target.kind === 'task' ? taskChanges(base, target, reason) : habitChanges(base, target);
  for (const change of changes) {
    const tried = await planProblem(change.problem);
    const fits = !tried.unplaced.some(
      (item) =>
        item.kind === target.kind && item.id === target.id && (target.day === undefined || item.day === target.day),
    );
    if (fits) return { sentence: change.sentence, change: change.change };
  }
  return null;
}

function taskChanges(base: PlanningProblem, target: ExplainTarget, reason: UnplacedReason): Change[] {
  const task = base.tasks.find((item) => item.id === target.id);
  if (!task) return [];
  const changes: Change[] = [];
  const withTask = (sentence: string, patch: Partial<Task>) =>
    changes.push({
      sentence,
      change: { kind: 'task', patch },
      problem: { ...base, tasks: base.tasks.map((item) => (item === task ? { ...task, ...patch } : item)) },
    });
  const withSettings = (sentence: string, patch: Partial<PlanningProblem['settings']>) =>
    changes.push({
      sentence,
      change: { kind: 'settings', patch },
      problem: { ...base, settings: { ...base.settings, ...patch } },
    });
  const minutes = Math.max(0, task.durationMinutes - task.doneMinutes);

  if (reason === 'noDuration')
    withTask('Give it a duration, such as 30 min.', { durationMinutes: task.doneMinutes + 30 });
  if (reason === 'earliestStartAfterDue') {
    withTask('Let it start earlier: remove its earliest start.', { notBefore: null });
    withTask('Remove its due date.', { dueAt: null });
  }
  if (reason === 'dependencyCycle') {
    for (const id of task.dependsOn) {
      const title = base.tasks.find((item) => item.id === id)?.title ?? id;
      withTask(`Do not let it wait for "${title}".`, { dependsOn: task.dependsOn.filter((other) => other !== id) });
    }
  }
  if (reason === 'dependencyUnplaced') withTask('Do not let it wait for tasks that have no place.', { dependsOn: [] });
  if (reason === 'noWorkingHours') {
    const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00']]]));
    withSettings('Give Monday to Friday working hours, such as 09:00 to 17:00.', {
      workingHours: week as PlanningProblem['settings']['workingHours'],
    });
  }
  if (minutes >= 60 && task.split === null) {
    withTask('Let it be split into pieces of 30 to 60 min.', { split: { minMinutes: 30, maxMinutes: 60 } });
  }
  if (task.split !== null && task.split.minMinutes > 15) {
    withTask('Let its pieces be as short as 15 min.', { split: { minMinutes: 15, maxMinutes: task.split.maxMinutes } });
  }
  if (reason === 'blockedByAllDayEvent')
    withSettings('Let all-day events not block your time.', { allDayPolicy: 'never' });
  const evening = eveningPlace(base, { placements: base.present }, task);
  if (evening !== null) withTask(eveningSentence(evening, base.settings.timeZone), evening.patch);
  if (base.settings.horizonDays < 366) {
    const days = Math.min(366, base.settings.horizonDays * 2);
    withSettings(`Plan ${days} days ahead instead of ${base.settings.horizonDays}.`, { horizonDays: days });
  }
  if (base.settings.bufferMinutes > 0) withSettings('Keep no buffer between tasks.', { bufferMinutes: 0 });
  if (task.priority > 1) withTask('Make it urgent: give it priority 1.', { priority: 1 });
  for (const part of [0.75, 0.5, 0.25]) {
    const shorter = Math.floor((minutes * part) / base.settings.gridMinutes) * base.settings.gridMinutes;
    if (shorter > 0)
      withTask(`Shorten it to ${lengthInWords(shorter)}.`, { durationMinutes: task.doneMinutes + shorter });
  }
  return changes;
}

function eveningSentence({ day, start, end }: EveningOffer, zone: ZoneId): string {
  const time = (at: Instant) => formatTimeOfDay(minuteOfDayAt(zone, at));
  return `Allow ${weekdayName(day)} evening: ${time(start)} to ${time(end)}, outside your working hours.`;
}

function habitChanges(base: PlanningProblem, target: ExplainTarget): Change[] {
  const habit = base.habits.find((item) => item.id === target.id);
  if (!habit) return [];
  const changes: Change[] = [];
  const withHabit = (sentence: string, patch: Partial<Habit>) =>
    changes.push({
      sentence,
      change: { kind: 'habit', patch },
      problem: { ...base, habits: base.habits.map((item) => (item === habit ? { ...habit, ...patch } : item)) },
    });
  if (habit.minMinutes !== null && habit.minMinutes < habit.durationMinutes) {
    withHabit(`Do the short version: ${habit.minMinutes} min.`, { durationMinutes: habit.minMinutes });
  }
  for (const shorter of [0.75, 0.5, 0.25].map((part) => Math.floor((habit.durationMinutes * part) / 5) * 5)) {
    if (shorter >= 5) withHabit(`Shorten it to ${shorter} min that day.`, { durationMinutes: shorter });
  }
  const wider: [string, string] = [formatTimeOfDay(300), formatTimeOfDay(1440)];
  withHabit(`Widen its window to ${wider[0]} to ${wider[1]}.`, { window: wider });
  return changes;
}
