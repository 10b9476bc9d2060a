import type { Breach } from '../../engine/hard-rule';
import { overlapMinutes } from '../../time/span';
import { crossings } from './crossing';
import type { TaskRule } from './task-plan-view';

/** Two placements of tasks never overlap. Amount: minutes of overlap. */
export const avoidsOtherTasks: TaskRule = {
  id: 'task.avoidsOtherTasks',
  sentence: 'Two placements of tasks never overlap.',
  check(view) {
    const breaches: Breach[] = [];
    crossings(view.pieces, view.pieces, 0, (piece, other) => {
      if (piece.fixed || piece === other) return;
      // Of two movable ones the later in the list reports, so that a pair is told once.
      if (!other.fixed && view.pieces.indexOf(piece) < view.pieces.indexOf(other)) return;
      const amount = overlapMinutes(piece, other);
      breaches.push({
        amount,
        unit: 'min',
        parties: [piece.task.id, other.task.id],
        message: `"${piece.task.title}" overlaps "${other.task.title}" by ${amount} min.`,
      });
    });
    return breaches;
  },
};
