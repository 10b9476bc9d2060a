import { type Infer, s } from '../base/schema';
import { dayField, idField, instantField, zoneField } from '../time/fields';

/** Zones by the names a file gives them. */
export const zoneOverridesField = s.record(s.string(), zoneField);

/** A calendar the user imported or made. Imported events never move. */
export const calendarSchema = s.looseObject({
  id: idField,
  name: s.string().min(1),
  /** Whether its busy events take time. */
  blocks: s.boolean().default(true),
  color: s.enum(['work', 'family', 'club', 'household', 'slate', 'plum']).default('work'),
  visible: s.boolean().default(true),
  /** Whether its whole days block; absent = as the settings say. */
  allDayPolicy: s.enum(['never', 'whenBusy', 'always']).optional(),
  /** Repairs of zone names, remembered so that the next import asks nothing. */
  zoneOverrides: zoneOverridesField.optional(),
  /** A file or folder of this computer whose changes are imported as they happen. */
  watch: s.object({ path: s.string().min(1) }).optional(),
});

/**
 * One occurrence of an imported event inside the rolling window, or an event of its own.
 * Timed events have instants; all-day events also carry their dates, because a date is not an instant.
 */
export const eventSchema = s.looseObject({
  id: idField,
  calendarId: idField,
  uid: s.string(),
  /** Distinguishes the occurrences of a series: the original start as the file gives it in UTC or as a date; absent for single events. */
  recurrenceId: s.string().optional(),
  title: s.string(),
  location: s.string().optional(),
  /** All-day: local midnight of the first day in the user's zone, as an instant. */
  start: instantField,
  /** Exclusive. */
  end: instantField,
  allDay: s.boolean().default(false),
  /** All-day only: first day, and the day after the last. */
  startDay: dayField.optional(),
  endDay: dayField.optional(),
  /** What the file says of the time; whether it blocks is decided with calendar and settings. */
  busy: s.boolean().default(true),
  tentative: s.boolean().optional(),
  /** An own address declined it: it stays visible and does not block. */
  declined: s.boolean().optional(),
});

/** The source of one imported event or series, kept so that the rolling window can be extended and a new export compared. */
export const calendarItemSchema = s.looseObject({
  /** `calendarId` + `uid`; overrides of a series live in the same item. */
  id: idField,
  calendarId: idField,
  uid: s.string(),
  title: s.string(),
  /** The VEVENTs (master and overrides) and any VTIMEZONE they need, as one VCALENDAR text. */
  ics: s.string(),
  /** Newer wins by these, in this order. */
  sequence: s.int().default(0),
  lastModified: instantField.nullable().default(null),
  stamp: instantField.nullable().default(null),
  /** Of the content without its stamps: equal hash = unchanged. */
  hash: s.string(),
  recurring: s.boolean(),
});

export type Calendar = Infer<typeof calendarSchema>;
export type CalendarEvent = Infer<typeof eventSchema>;
export type CalendarItem = Infer<typeof calendarItemSchema>;
