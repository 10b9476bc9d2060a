// The rule of the public scheduler that the specification describes, written from that description: tasks by priority and due date, each at the best of the
// slots that begin at the next half hour and step by the task's own duration, seven days ahead, in whole working hours, scored by seven factors; no second thought.
// Its deadline factor rises through the due date, its buffer is only a factor, and what finds no slot is not mentioned.
import { localDayNumber, localMinuteOfDay } from '#shared/engine/local-clock';
import { emptyMetrics, type Plan } from '#shared/engine/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { planQuality } from '#shared/planning/quality';
import { situationOf } from '#shared/planning/situation';
import { energySums, meanOver, partSums } from '#shared/tasks/day-sums';
import { partWindow } from '#shared/tasks/part-of-day';
import { type PlacedPiece, placementsOf } from '#shared/tasks/score-placements';
import { dueMinute } from '#shared/tasks/task-work';

const STEP_OF_FIRST = 30;
const DAYS = 7;

export async function planAsPublicScheduler(problem: PlanningProblem): Promise<Plan> {
  const situation = situationOf(problem);
  const { frame, horizon, windows } = situation;
  const taken: { start: number; end: number }[] = situation.blockingEvents.map(({ start, end }) => ({ start, end }));
  const pieces: PlacedPiece[] = [];
  const tasks = [...problem.tasks].sort(
    (a, b) => a.priority - b.priority || (dueMinute(a) ?? Number.MAX_VALUE) - (dueMinute(b) ?? Number.MAX_VALUE),
  );
  for (const task of tasks) {
    const energy = energySums(frame.energy, task.energy);
    const part = partSums(partWindow(task.partOfDay));
    const due = dueMinute(task);
    let best: { start: number; score: number } | null = null;
    const first = Math.ceil(horizon.now / STEP_OF_FIRST) * STEP_OF_FIRST;
    for (let start = first; start < horizon.now + DAYS * 1440; start += task.durationMinutes) {
      const end = start + task.durationMinutes;
      const hour = Math.floor(start / 60) * 60;
      const open = windows.some(
        (window) => window.start <= Math.max(hour, horizon.now) && Math.floor(end / 60) * 60 <= window.end,
      );
      if (!open || taken.some((span) => span.start < end && start < span.end)) continue;
      const local = localMinuteOfDay(frame.clock, start);
      const ahead = (start - horizon.now) / 1440;
      const near = taken.some((span) => Math.max(span.start - end, start - span.end) < 15) ? 0.5 : 1;
      const sameProject = pieces.some(
        (piece) =>
          task.projectId !== null &&
          piece.task.projectId === task.projectId &&
          localDayNumber(frame.clock, piece.start) === localDayNumber(frame.clock, start),
      );
      const factors = [
        [1, 1],
        [1.5, meanOver(energy, local, task.durationMinutes)],
        [0.5, sameProject ? 1 : 0.5],
        [0.8, near],
        [1.2, meanOver(part, local, task.durationMinutes)],
        // It grows until the task is due and beyond, which is its known fault.
        [3, due === null ? 0.5 : Math.min(1, Math.exp(-(due - start) / 1440 / 3))],
        [1, 1 / (1 + ahead)],
      ] as const;
      const score = factors.reduce((sum, [weight, value]) => sum + weight * value, 0);
      if (best === null || score > best.score) best = { start, score };
    }
    if (best === null) continue;
    const span = { start: best.start, end: best.start + task.durationMinutes };
    taken.push(span);
    pieces.push({ task, pinned: false, ...span });
  }
  const busy = situation.blockingEvents.map(({ start, end }) => ({ start, end }));
  const placements = placementsOf(frame, pieces, { busy, windows }, new Map(), dueMinute);
  const placed = new Set(placements.map((placement) => placement.id));
  const unplaced = problem.tasks
    .filter((task) => !placed.has(task.id))
    .map((task) => ({ kind: 'task' as const, id: task.id, reason: 'horizonEnds' as const, detail: '' }));
  const quality = planQuality(problem, placements, unplaced, situation);
  return {
    placements,
    unplaced,
    quality,
    metrics: emptyMetrics(),
  };
}
