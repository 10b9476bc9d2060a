import { minutesBetween, plusMinutes } from '../../time/instant';
import type { TaskRule } from './task-plan-view';

/** Nothing is placed earlier than now plus the lead time. Amount: minutes too early. */
export const startsAfterLead: TaskRule = {
  id: 'task.startsAfterLead',
  sentence: 'Nothing is placed earlier than now plus the lead time.',
  check(view) {
    const earliest = plusMinutes(view.now, view.leadMinutes);
    return view.pieces.flatMap((piece) => {
      if (piece.fixed || piece.start >= earliest) return [];
      const amount = minutesBetween(piece.start, earliest);
      return [
        {
          amount,
          unit: 'min',
          parties: [piece.task.id],
          message: `"${piece.task.title}" starts ${amount} min before now plus ${view.leadMinutes} min lead.`,
        },
      ];
    });
  },
};
