import { type Infer, s } from '../base/schema';
import { checkRecurrenceRule } from '../calendar/recurrence';
import { dayField, idField, instantField, timeOfDayField } from '../time/fields';

/** Longest distance between two times of a habit that has one, in days. */
export const LONGEST_INTERVAL_DAYS = 60;

/** How often it is due. Which days of a flexible one (`perWeek`, `betweenDays`) is chosen by planning. */
export const frequencySchema = s.discriminatedUnion('kind', [
  /** Every one of `days`. */
  s.looseObject({ kind: s.literal('weekdays') }),
  /** So many of `days` in each week, fairly spread. */
  s.looseObject({ kind: s.literal('perWeek'), times: s.int().min(1).max(7) }),
  /** Every n-th day, counted from a day on which it is due. */
  s.looseObject({ kind: s.literal('everyDays'), days: s.int().min(1).max(LONGEST_INTERVAL_DAYS), from: dayField }),
  /** At least `min` and at most `max` days after the last time, on one of `days`. */
  s
    .looseObject({
      kind: s.literal('betweenDays'),
      min: s.int().min(1).max(LONGEST_INTERVAL_DAYS),
      max: s.int().min(1).max(LONGEST_INTERVAL_DAYS),
    })
    .refine((value) => value.min <= value.max, 'expected min to be at most max'),
  /** The user's own rule, such as `FREQ=MONTHLY;BYDAY=1SA`, counted from a day. */
  s.looseObject({
    kind: s.literal('rule'),
    rule: s.string().refine((rule) => checkRecurrenceRule(rule).ok, 'expected a rule such as FREQ=MONTHLY;BYDAY=1SA'),
    from: dayField,
  }),
]);

/** A countable aim: kept when the amount of the day reaches it, or stays at or under it. */
export const goalSchema = s.looseObject({
  kind: s.enum(['atLeast', 'atMost']),
  amount: s.number().min(0),
  unit: s.string().max(20).default(''),
});

/** Which notices a habit may give: all, its start included; when time gets short, and so none on a calm day; the last call only; or none. */
export const notifySchema = s.enum(['all', 'whenTight', 'lastCall', 'none']);

export const habitSchema = s.looseObject({
  id: idField,
  title: s.string().min(1),
  durationMinutes: s.int().min(1).max(1_440),
  /** Shortest length that still counts; null = the whole length. */
  minMinutes: s.int().min(1).nullable().default(null),
  /** ISO weekdays on which it is due; for a flexible frequency those on which it may be. */
  days: s.array(s.int().min(1).max(7)).default([1, 2, 3, 4, 5, 6, 7]),
  frequency: frequencySchema.default({ kind: 'weekdays' }),
  targetTime: timeOfDayField,
  /** Another target on some ISO weekdays. */
  weekdayTargets: s.partialRecord(s.enum(['1', '2', '3', '4', '5', '6', '7']), timeOfDayField).default({}),
  /** Earliest start and latest end; an end at or before the start means the next day. */
  window: s.tuple([timeOfDayField, timeOfDayField]).default(['06:00', '22:00']),
  /** Past attempts, oldest first: kept or missed. The last 15 give the success rate. */
  history: s.array(s.boolean()).default([]),
  status: s.enum(['active', 'paused', 'ended']).default('active'),
  /** Stretches in which it rests; the last day is included, null = until it is resumed. */
  pauses: s.array(s.looseObject({ from: dayField, to: dayField.nullable() })).default([]),
  /** 1 urgent, 2 high, 3 normal, 4 low, as for tasks: where a day cannot hold all, the least urgent is left out. */
  priority: s.literal([1, 2, 3, 4]).default(3),
  notify: notifySchema.default('whenTight'),
  goal: goalSchema.nullable().default(null),
  /** A target tried for a while: the one before, and the last day of the trial. */
  trial: s.looseObject({ from: dayField, until: dayField, before: timeOfDayField }).nullable().default(null),
  /** The user wants no other target proposed up to this day. */
  keepTargetUntil: dayField.optional(),
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
  /** What was done of a countable goal. */
  amount: s.number().min(0).nullable().default(null),
});

export type Frequency = Infer<typeof frequencySchema>;
export type Goal = Infer<typeof goalSchema>;
export type Habit = Infer<typeof habitSchema>;
export type HabitOccurrence = Infer<typeof habitOccurrenceSchema>;

export function habitOccurrenceId(habitId: string, day: string): string {
  return `${habitId}@${day}`;
}
