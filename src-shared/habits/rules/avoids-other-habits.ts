import type { Breach } from '../../engine/hard-rule';
import { overlapMinutes, overlaps } from '../../time/span';
import type { HabitRule } from './habit-plan-view';

/** Two habits never overlap. Amount: minutes of overlap. */
export const avoidsOtherHabits: HabitRule = {
  id: 'habit.avoidsOtherHabits',
  sentence: 'Two habits never overlap.',
  check(view) {
    const breaches: Breach[] = [];
    view.placed.forEach((first, index) => {
      for (let next = index + 1; next < view.placed.length && view.placed[next]!.start < first.end; next += 1) {
        const second = view.placed[next]!;
        if (!overlaps(first, second) || (first.fixed && second.fixed)) continue;
        const [moved, other] = second.fixed ? [first, second] : [second, first];
        const amount = overlapMinutes(first, second);
        breaches.push({
          amount,
          unit: 'min',
          parties: [moved.habit.id, other.habit.id],
          message: `"${moved.habit.title}" on ${moved.day} overlaps "${other.habit.title}" by ${amount} min.`,
        });
      }
    });
    return breaches;
  },
};
