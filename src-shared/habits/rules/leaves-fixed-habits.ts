import type { Breach } from '../../engine/hard-rule';
import { habitOccurrenceId } from '../habit';
import type { HabitRule } from './habit-plan-view';

/** A pinned habit and one under way stay exactly where they are. Amount: the placements moved or lost. */
export const leavesFixedHabits: HabitRule = {
  id: 'habit.leavesFixedHabits',
  sentence: 'A pinned habit and one under way stay exactly where they are.',
  check(view) {
    const placed = new Map(view.placed.map((item) => [habitOccurrenceId(item.habit.id, item.day), item]));
    const breaches: Breach[] = [];
    for (const [key, span] of view.mustStay) {
      const found = placed.get(key);
      if (found && found.start === span.start && found.end === span.end) continue;
      breaches.push({
        amount: 1,
        unit: 'placement',
        parties: [key],
        message: `"${span.title}" (${key}) is fixed and was moved.`,
      });
    }
    return breaches;
  },
};
