import { type Infer, s } from '../base/schema';
import { dayField, idField, instantField, timeOfDayField } from '../time/fields';

export const habitSchema = s.looseObject({
  id: idField,
  title: s.string().min(1),
  durationMinutes: s.int().min(1).max(1_440),
  /** Shortest length that still counts; null = the whole length. */
  minMinutes: s.int().min(1).nullable().default(null),
  /** ISO weekdays on which it is due. */
  days: s.array(s.int().min(1).max(7)).default([1, 2, 3, 4, 5, 6, 7]),
  targetTime: timeOfDayField,
  /** Earliest start and latest end; an end at or before the start means the next day. */
  window: s.tuple([timeOfDayField, timeOfDayField]).default(['06:00', '22:00']),
  /** Past attempts, oldest first: kept or missed. The last 15 give the success rate. */
  history: s.array(s.boolean()).default([]),
  status: s.enum(['active', 'paused', 'ended']).default('active'),
  createdAt: instantField.nullable().default(null),
});

/** One due day of a habit. Its id is `habitId@day`. */
export const habitOccurrenceSchema = s.looseObject({
  id: idField,
  habitId: idField,
  day: dayField,
  state: s.enum(['planned', 'done', 'doneLate', 'skipped', 'missed']),
  /** Where it is planned or was done; null while it has no place. */
  start: instantField.nullable(),
  end: instantField.nullable(),
  /** Moved by hand: planning leaves it there. */
  pinned: s.boolean().default(false),
  completedAt: instantField.nullable().default(null),
});

export type Habit = Infer<typeof habitSchema>;
export type HabitOccurrence = Infer<typeof habitOccurrenceSchema>;

export function habitOccurrenceId(habitId: string, day: string): string {
  return `${habitId}@${day}`;
}
