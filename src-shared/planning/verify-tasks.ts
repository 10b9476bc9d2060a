import type { Placement } from '../engine/plan';
import type { PlacedTaskPiece, TakenTime, TaskPlanView } from '../tasks/rules/task-plan-view';
import type { Task } from '../tasks/task';
import { plusMinutes } from '../time/instant';
import type { Span } from '../time/span';
import type { PlanningProblem } from './problem';
import { byStart, type NamedSpan, readInstant, readSpan, wholeMinutes, workingMinutesOf } from './verify-reading';

type Staying = Span & { readonly pinned: boolean };

/** How plans of a problem look to the task rules. What hangs on the problem alone is read once, however many plans are checked. */
export function taskViewsOf(
  problem: PlanningProblem,
  events: readonly NamedSpan[],
): (placements: readonly Placement[]) => TaskPlanView {
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  const mustStay = stayingTasks(problem);
  const titles = new Map(problem.habits.map((habit) => [habit.id, habit.title]));
  const sorted = [...events].sort(byStart);
  const ofProblem = {
    now: readInstant(problem.now),
    leadMinutes: problem.settings.leadMinutes,
    bufferMinutes: problem.settings.bufferMinutes,
    zone: problem.settings.timeZone,
    workingMinutes: workingMinutesOf(problem.settings),
    tasks,
    mustStay,
    wantedMinutes: new Map(
      problem.tasks
        .filter((task) => task.status === 'open')
        .map((task) => [task.id, wantedMinutes(task, mustStay.get(task.id) ?? [])]),
    ),
  };
  return (placements) => {
    const habitSource = problem.options.only.includes('habits') ? placements : problem.present;
    const habits: TakenTime[] = habitSource
      .filter((placement) => placement.kind === 'habit')
      .map((placement) => ({
        id: placement.id,
        title: titles.get(placement.id) ?? placement.id,
        ...readSpan(placement.start, placement.end),
      }));
    const pieces = placements.flatMap((placement): PlacedTaskPiece[] => {
      const task = tasks.get(placement.id);
      if (placement.kind !== 'task' || !task) return [];
      const span = readSpan(placement.start, placement.end);
      const fixed = (mustStay.get(task.id) ?? []).some((stay) => stay.start === span.start && stay.end === span.end);
      return [{ task, fixed, ...span }];
    });
    return { ...ofProblem, pieces: pieces.sort(byStart), taken: [...sorted, ...habits].sort(byStart) };
  };
}

/** Pins of open tasks, and placements in force that contain now. */
export function stayingTasks(problem: PlanningProblem): Map<string, Staying[]> {
  const now = readInstant(problem.now);
  const staying = new Map<string, Staying[]>();
  for (const task of problem.tasks) {
    if (task.status !== 'open' || task.pinnedStart === null) continue;
    const start = readInstant(task.pinnedStart);
    const minutes = start <= now ? task.durationMinutes : Math.max(0, task.durationMinutes - task.doneMinutes);
    if (minutes > 0)
      staying.set(task.id, [{ ...wholeMinutes({ start, end: plusMinutes(start, minutes) }), pinned: true }]);
  }
  const open = new Map(problem.tasks.filter((task) => task.status === 'open').map((task) => [task.id, task]));
  for (const placement of problem.present) {
    const task = open.get(placement.id);
    if (placement.kind !== 'task' || !task || task.pinnedStart !== null) continue;
    if (task.doneMinutes >= task.durationMinutes) continue;
    const span = wholeMinutes(readSpan(placement.start, placement.end));
    if (span.start > now || span.end <= now) continue;
    staying.set(task.id, [...(staying.get(task.id) ?? []), { ...span, pinned: false }]);
  }
  return staying;
}

/** Minutes to be placed beside what stays: none for a pinned task, and none for an unsplit one that is under way. */
export function wantedMinutes(task: Task, staying: readonly Staying[]): number {
  const left = Math.max(0, task.durationMinutes - task.doneMinutes);
  if (task.pinnedStart !== null) return 0;
  if (staying.length === 0) return left;
  if (task.split === null) return 0;
  return Math.max(0, left - staying.reduce((sum, span) => sum + (span.end - span.start) / 60_000, 0));
}
