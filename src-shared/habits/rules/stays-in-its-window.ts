import { minutesBetween } from '../../time/instant';
import type { HabitRule } from './habit-plan-view';

/** A habit lies between its earliest start and latest end. Amount: minutes outside. */
export const staysInItsWindow: HabitRule = {
  id: 'habit.staysInItsWindow',
  sentence: 'A habit lies between its earliest start and its latest end.',
  check(view) {
    return view.placed.flatMap((placed) => {
      if (placed.fixed) return [];
      const amount =
        Math.max(0, minutesBetween(placed.start, placed.window.start)) +
        Math.max(0, minutesBetween(placed.window.end, placed.end));
      if (amount === 0) return [];
      const message = `"${placed.habit.title}" on ${placed.day} lies ${amount} min outside its window ${placed.habit.window.join(' to ')}.`;
      return [{ amount, unit: 'min', parties: [placed.habit.id], message }];
    });
  },
};
