import type { Breach } from '../../engine/hard-rule';
import { overlapMinutes } from '../../time/span';
import { crossings } from './crossing';
import type { TaskRule } from './task-plan-view';

/** A task never overlaps a blocking event or a habit. Amount: minutes of overlap. */
export const avoidsBusyTime: TaskRule = {
  id: 'task.avoidsBusyTime',
  sentence: 'A task never overlaps a blocking event or a habit.',
  check(view) {
    const breaches: Breach[] = [];
    crossings(view.pieces, view.taken, 0, (piece, busy) => {
      if (piece.fixed) return;
      const amount = overlapMinutes(piece, busy);
      breaches.push({
        amount,
        unit: 'min',
        parties: [piece.task.id, busy.id],
        message: `"${piece.task.title}" overlaps "${busy.title}" by ${amount} min.`,
      });
    });
    return breaches;
  },
};
