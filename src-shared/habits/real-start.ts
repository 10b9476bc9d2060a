import { type Instant, parseInstant, plusMinutes } from '../time/instant';
import { dayAt, type ZoneId } from '../time/zone';
import type { Habit, HabitOccurrence } from './habit';
import { GRACE_MINUTES } from './kept-state';

/**
 * When an occurrence was really done: where it stood, unless the check-off says otherwise. Checked off before its planned start, or
 * after its window, it was done just then; checked off later in the day nobody knows, so its planned start stands. A check-off on
 * another day tells nothing. Null when it was not done, or nothing says when.
 */
export function realStart(
  habit: Pick<Habit, 'durationMinutes'>,
  occurrence: HabitOccurrence,
  zone: ZoneId,
): Instant | null {
  if (occurrence.state !== 'done' && occurrence.state !== 'doneLate') return null;
  const planned = occurrence.start === null ? null : parseInstant(occurrence.start);
  const checked = checkedOnItsDay(occurrence, zone);
  if (
    checked !== null &&
    (planned === null || checked < planned || (occurrence.state === 'doneLate' && !occurrence.pinned))
  )
    return plusMinutes(checked, -habit.durationMinutes);
  return planned;
}

/** The check-off where it was made on the occurrence's own day, its night until 4:00 included. */
function checkedOnItsDay({ day, completedAt }: HabitOccurrence, zone: ZoneId): Instant | null {
  const checked = completedAt === null ? null : parseInstant(completedAt);
  if (checked === null) return null;
  const isOwn = dayAt(zone, checked) === day || dayAt(zone, plusMinutes(checked, -GRACE_MINUTES)) === day;
  return isOwn ? checked : null;
}
