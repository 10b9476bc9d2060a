import { firstIndex } from '../../base/first-index';
import { overlapMinutes, overlaps } from '../../time/span';
import type { HabitRule } from './habit-plan-view';

/** A habit never overlaps a blocking event or a fixed task. Amount: minutes of overlap. */
export const avoidsEvents: HabitRule = {
  id: 'habit.avoidsEvents',
  sentence: 'A habit never overlaps a blocking event or a fixed task.',
  check(view) {
    let longest = 0;
    for (const busy of view.taken) longest = Math.max(longest, busy.end - busy.start);
    return view.placed.flatMap((placed) => {
      if (placed.fixed) return [];
      return takenNear(view.taken, placed.start - longest, placed.end)
        .filter((busy) => overlaps(placed, busy))
        .map((busy) => {
          const amount = overlapMinutes(placed, busy);
          return {
            amount,
            unit: 'min',
            parties: [placed.habit.id, busy.id],
            message: `"${placed.habit.title}" on ${placed.day} overlaps "${busy.title}" by ${amount} min.`,
          };
        });
    });
  },
};

function takenNear<T extends { readonly start: number }>(taken: readonly T[], from: number, to: number): T[] {
  const first = firstIndex(taken.length, (index) => taken[index]!.start >= from);
  const near: T[] = [];
  for (let index = first; index < taken.length && taken[index]!.start < to; index += 1) near.push(taken[index]!);
  return near;
}
