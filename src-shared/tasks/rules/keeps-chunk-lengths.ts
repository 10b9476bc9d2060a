import { spanMinutes } from '../../time/span';
import type { TaskPlanView, TaskRule } from './task-plan-view';

/** A task that may not be split stays whole; a piece of one that may lies between its shortest and longest length. Amount: minutes off, or pieces too many. */
export const keepsChunkLengths: TaskRule = {
  id: 'task.keepsChunkLengths',
  sentence: 'Every piece lies between the shortest and longest length; a task that may not be split stays whole.',
  check(view) {
    const counts = new Map<string, number>();
    for (const piece of view.pieces) if (!piece.fixed) counts.set(piece.task.id, (counts.get(piece.task.id) ?? 0) + 1);
    const whole = [...counts]
      .filter(([id, count]) => count > 1 && (view.tasks.get(id)?.split ?? null) === null)
      .map(([id, count]) => ({
        amount: count - 1,
        unit: 'pieces',
        parties: [id],
        message: `"${view.tasks.get(id)?.title ?? id}" may not be split and has ${count} pieces.`,
      }));
    return [...whole, ...view.pieces.flatMap((piece) => (piece.fixed ? [] : lengthBreach(view, piece)))];
  },
};

function lengthBreach(view: TaskPlanView, piece: TaskPlanView['pieces'][number]) {
  const split = piece.task.split;
  if (split === null) return [];
  const minutes = spanMinutes(piece);
  // What is left of a task may be shorter than its shortest piece.
  const least = Math.min(split.minMinutes, view.wantedMinutes.get(piece.task.id) ?? 0);
  const most = Math.max(split.minMinutes, split.maxMinutes);
  const amount = Math.max(least - minutes, minutes - most, 0);
  if (amount === 0) return [];
  const message = `A piece of "${piece.task.title}" is ${minutes} min; it may be ${least} to ${most} min.`;
  return [{ amount, unit: 'min', parties: [piece.task.id], message }];
}
