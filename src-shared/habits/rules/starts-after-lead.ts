import { minutesBetween, plusMinutes } from '../../time/instant';
import type { HabitRule } from './habit-plan-view';

/** A habit is not placed earlier than now plus the lead time. Amount: minutes too early. */
export const habitStartsAfterLead: HabitRule = {
  id: 'habit.startsAfterLead',
  sentence: 'A habit is not placed earlier than now plus the lead time.',
  check(view) {
    const earliest = plusMinutes(view.now, view.leadMinutes);
    return view.placed.flatMap((placed) => {
      if (placed.fixed || placed.start >= earliest) return [];
      const amount = minutesBetween(placed.start, earliest);
      const message = `"${placed.habit.title}" on ${placed.day} starts ${amount} min before now plus ${view.leadMinutes} min lead.`;
      return [{ amount, unit: 'min', parties: [placed.habit.id], message }];
    });
  },
};
