import { spanMinutes } from '../../time/span';
import type { HabitRule } from './habit-plan-view';

/** A placed habit has its whole length. Amount: minutes of difference. */
export const hasItsWholeLength: HabitRule = {
  id: 'habit.hasItsWholeLength',
  sentence: 'A placed habit has its whole length.',
  check(view) {
    return view.placed.flatMap((placed) => {
      const minutes = spanMinutes(placed);
      if (placed.fixed || minutes === placed.habit.durationMinutes) return [];
      const message = `"${placed.habit.title}" on ${placed.day} has ${minutes} of ${placed.habit.durationMinutes} min.`;
      return [
        { amount: Math.abs(minutes - placed.habit.durationMinutes), unit: 'min', parties: [placed.habit.id], message },
      ];
    });
  },
};
