import { minutesBetween, parseInstant } from '../../time/instant';
import type { TaskRule } from './task-plan-view';

/** A task does not start before its earliest start. Amount: minutes too early. */
export const startsAfterEarliestStart: TaskRule = {
  id: 'task.startsAfterEarliestStart',
  sentence: 'A task does not start before its earliest start.',
  check(view) {
    return view.pieces.flatMap((piece) => {
      const earliest = piece.task.notBefore === null ? null : parseInstant(piece.task.notBefore);
      if (piece.fixed || earliest === null || piece.start >= earliest) return [];
      const amount = minutesBetween(piece.start, earliest);
      return [
        {
          amount,
          unit: 'min',
          parties: [piece.task.id],
          message: `"${piece.task.title}" starts ${amount} min before its earliest start.`,
        },
      ];
    });
  },
};
