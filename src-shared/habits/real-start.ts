import { type Instant, parseInstant, plusMinutes } from '../time/instant';
import type { Habit, HabitOccurrence } from './habit';

/**
 * When an occurrence was really done: where it stood, unless the check-off says otherwise. Checked off before its planned start, or
 * after its window, it was done just then; checked off later in the day nobody knows, so its planned start stands. Null when it was
 * not done, or nothing says when.
 */
export function realStart(habit: Pick<Habit, 'durationMinutes'>, occurrence: HabitOccurrence): Instant | null {
  if (occurrence.state !== 'done' && occurrence.state !== 'doneLate') return null;
  const planned = occurrence.start === null ? null : parseInstant(occurrence.start);
  const checked = occurrence.completedAt === null ? null : parseInstant(occurrence.completedAt);
  if (
    checked !== null &&
    (planned === null || checked < planned || (occurrence.state === 'doneLate' && !occurrence.pinned))
  )
    return plusMinutes(checked, -habit.durationMinutes);
  return planned;
}
