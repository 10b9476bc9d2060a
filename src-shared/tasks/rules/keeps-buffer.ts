import type { Breach } from '../../engine/hard-rule';
import { overlaps, type Span } from '../../time/span';
import { crossings, minutesApart } from './crossing';
import type { PlacedTaskPiece, TaskRule } from './task-plan-view';

/** The buffer is kept free between a task and every neighbour. Amount: minutes missing. */
export const keepsBuffer: TaskRule = {
  id: 'task.keepsBuffer',
  sentence: 'The buffer is kept free between a task and every neighbour.',
  check(view) {
    const breaches: Breach[] = [];
    const report = (piece: PlacedTaskPiece, other: Span, id: string, title: string) => {
      // An overlap is another rule's business.
      if (overlaps(piece, other)) return;
      const apart = minutesApart(piece, other);
      breaches.push({
        amount: view.bufferMinutes - apart,
        unit: 'min',
        parties: [piece.task.id, id],
        message: `"${piece.task.title}" keeps ${apart} of ${view.bufferMinutes} min to "${title}".`,
      });
    };
    crossings(view.pieces, view.taken, view.bufferMinutes, (piece, busy) => {
      if (!piece.fixed) report(piece, busy, busy.id, busy.title);
    });
    crossings(view.pieces, view.pieces, view.bufferMinutes, (piece, other) => {
      if (piece.fixed || piece === other || (!other.fixed && piece.start < other.start)) return;
      report(piece, other, other.task.id, other.task.title);
    });
    return breaches;
  },
};
