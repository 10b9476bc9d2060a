import type { Breach } from '../../engine/hard-rule';
import { habitOccurrenceId } from '../habit';
import type { HabitRule } from './habit-plan-view';

/** A habit is placed only on days it is due and open, once a day. Amount: placements too many. */
export const isDueOnce: HabitRule = {
  id: 'habit.isDueOnce',
  sentence: 'A habit is placed only on days it is due, once a day.',
  check(view) {
    const counts = new Map<string, number>();
    const breaches: Breach[] = [];
    for (const placed of view.placed) {
      const key = habitOccurrenceId(placed.habit.id, placed.day);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const isDue = placed.fixed || view.due.has(key);
      if (isDue && count === 1) continue;
      const message = isDue
        ? `"${placed.habit.title}" is placed ${count} times on ${placed.day}.`
        : `"${placed.habit.title}" is not due on ${placed.day}.`;
      breaches.push({ amount: 1, unit: 'placement', parties: [placed.habit.id], message });
    }
    return breaches;
  },
};
