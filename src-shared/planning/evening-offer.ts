// An evening outside working hours, once, for a task that finds no room or comes late: the earliest that is free after work is over.
import { type EpochMinute, instantOfMinute, isoOfMinute } from '../engine/epoch-minute';
import type { Settings } from '../engine/settings';
import { minuteAt, windowOn } from '../engine/working-windows';
import { isWorse } from '../tasks/levels';
import type { Task } from '../tasks/task';
import { dueMinute } from '../tasks/task-work';
import { type Day, plusDays, weekdayOf } from '../time/day';
import type { Instant } from '../time/instant';
import { minuteOfDayAt } from '../time/zone';
import { limitsOf } from './explain-task';
import { firstLevelsOf, ownLevels, type Planned } from './first-levels';
import { OccupiedIndex, occupiedTime } from './occupied-time';
import { planProblem } from './plan';
import type { PlanningProblem } from './problem';
import { situationOf } from './situation';

export interface EveningOffer {
  readonly day: Day;
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  readonly patch: Pick<Task, 'pinnedStart'>;
}

/** An afternoon off is no evening. */
const EARLIEST_START = 17 * 60;
/** Evenings end here: nobody is offered the night. */
const LATEST_END = 22 * 60;
/** Evenings looked at: so far ahead a weekday names one. */
const MOST_DAYS = 7;

/** Free of everything in `plan`, with the buffer, in time where that can still be; null for what is locked, waits for something without a place, or is longer than an evening. */
export function eveningPlace(
  problem: PlanningProblem,
  plan: Pick<Planned, 'placements'>,
  task: Task,
): EveningOffer | null {
  const minutes = task.durationMinutes - task.doneMinutes;
  if (task.pinnedStart !== null || minutes <= 0) return null;
  const { settings } = problem;
  const situation = situationOf(problem);
  const others = plan.placements.filter(({ kind, id }) => kind !== 'task' || id !== task.id);
  if (waitsForUnplaced(problem, others, task)) return null;
  const index = new OccupiedIndex(occupiedTime(situation, { placements: others }));
  const [earliest, latest] = limitsOf(situation, others, task);
  const due = dueMinute(task);
  const last = Math.min(latest, due !== null && due > earliest ? due : latest);
  for (let ahead = 0; ahead < MOST_DAYS; ahead += 1) {
    const day = plusDays(situation.horizon.firstDay, ahead);
    const closing = closingMinute(settings, day);
    if (closing === null) continue;
    const grid = settings.gridMinutes;
    const first = Math.ceil(Math.max(closing, EARLIEST_START) / grid) * grid;
    for (let wall = first; wall + minutes <= LATEST_END; wall += grid) {
      const start = minuteAt(settings, day, wall);
      const slot = { start, end: start + minutes };
      if (start < earliest || slot.end > last) continue;
      if (index.inTheWay(slot, () => settings.bufferMinutes, settings.bufferMinutes).length > 0) continue;
      return {
        day,
        start: instantOfMinute(start),
        end: instantOfMinute(slot.end),
        patch: { pinnedStart: isoOfMinute(start) },
      };
    }
  }
  return null;
}

/** The same for a task that `plan` leaves out or late, where a plan made with it is better for the task and worse for nobody on the first two levels. */
export async function eveningOffer(
  problem: PlanningProblem,
  plan: Planned,
  taskId: string,
): Promise<EveningOffer | null> {
  const task = problem.tasks.find(({ id }) => id === taskId);
  if (!task) return null;
  const own = ownLevels(plan, taskId);
  if (own.unplaced === 0 && own.late === 0) return null;
  const offer = eveningPlace(problem, plan, task);
  if (offer === null) return null;
  const tasks = problem.tasks.map((item) => (item === task ? { ...task, ...offer.patch } : item));
  const present = plan.placements.filter(({ kind, id }) => kind !== 'task' || id !== taskId);
  const after = await planProblem({ ...problem, tasks, present });
  const levelsOf = firstLevelsOf(problem.tasks);
  return isWorse(own, ownLevels(after, taskId)) && !isWorse(levelsOf(after), levelsOf(plan)) ? offer : null;
}

function waitsForUnplaced(problem: PlanningProblem, others: Planned['placements'], task: Task): boolean {
  const placed = new Set(others.filter(({ kind }) => kind === 'task').map(({ id }) => id));
  const open = new Set(problem.tasks.filter(({ status }) => status === 'open').map(({ id }) => id));
  return task.dependsOn.some((id) => open.has(id) && !placed.has(id));
}

/** When the last working window of a day closes, in minutes after midnight; null for a day without, and where work goes on into the night. */
function closingMinute(settings: Settings, day: Day): number | null {
  const windows = settings.workingHours[`${weekdayOf(day)}`] ?? [];
  if (windows.length === 0) return null;
  const closing: EpochMinute = Math.max(...windows.map((window) => windowOn(settings, day, window).end));
  if (closing >= minuteAt(settings, plusDays(day, 1), 0)) return null;
  return minuteOfDayAt(settings.timeZone, instantOfMinute(closing));
}
