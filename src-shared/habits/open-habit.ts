import { type Infer, s } from '../base/schema';
import { dayField, idField, zoneField } from '../time/fields';
import { notifySchema } from './habit';

const minuteSpan = s.object({ start: s.int(), end: s.int() });

/** A due occurrence that nobody marked yet, with all that its state within the day hangs on. Times are epoch minutes. */
export const openHabitSchema = s.object({
  habitId: idField,
  day: dayField,
  title: s.string(),
  minutes: s.int().min(1),
  /** Shortest length that still counts; null = the whole length. */
  minMinutes: s.int().min(1).nullable(),
  notify: notifySchema,
  /** Where it is planned; null without a place. */
  place: minuteSpan.nullable(),
  /** Free stretches inside its window, its own place included; sorted, disjoint. */
  free: s.array(minuteSpan),
  windowEnd: s.int(),
});

/** What the notices of habits hang on: enough for a host to decide them alone, for a day and more. */
export const habitAgendaSchema = s.object({
  timeZone: zoneField,
  gridMinutes: s.int().min(1),
  /** Whether the user wants notices at all. */
  notices: s.boolean(),
  open: s.array(openHabitSchema),
  /** Meetings, in which notices wait. Sorted, disjoint. */
  meetings: s.array(minuteSpan),
  /** Habits that slip across days, with the reason in words. */
  slipping: s.array(s.object({ habitId: idField, title: s.string(), why: s.string() })),
});

export type OpenHabit = Infer<typeof openHabitSchema>;
export type HabitAgenda = Infer<typeof habitAgendaSchema>;
