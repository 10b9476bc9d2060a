// What reading an .ics file yields: items with their occurrences inside a window, and a report. Nothing here is stored yet.
import { type Infer, s } from '../base/schema';
import { zoneField } from '../time/fields';
import { calendarItemSchema, eventSchema, zoneOverridesField } from './event';

/** Occurrences that overlap [from, to) are expanded. */
export const expansionWindowSchema = s.object({ from: s.number(), to: s.number() });

export const readOptionsSchema = s.object({
  window: expansionWindowSchema,
  /** The user's zone: for floating times, all-day events and times whose zone nothing explains. */
  zone: zoneField,
  ownAddresses: s.array(s.string()).default([]),
  /** Zones the user chose for names (TZID) that nothing explains. */
  zoneOverrides: zoneOverridesField.optional(),
});

/** An occurrence before it belongs to a calendar. */
export const importedOccurrenceSchema = eventSchema.omit({ id: true, calendarId: true });

/** One event or series (master and overrides), before it belongs to a calendar. */
export const importedItemSchema = calendarItemSchema
  .omit({ id: true, calendarId: true })
  .extend({ occurrences: s.array(importedOccurrenceSchema) });

/** One thing noticed while reading: repaired, or needing the user, or left out. */
export const reportLineSchema = s.object({
  severity: s.enum(['repaired', 'needsYou', 'leftOut']),
  /** 1-based line of the file; null when it concerns the whole file. */
  line: s.int().nullable(),
  /** Stable name of the kind of oddity, e.g. `zone.byOffsets`. */
  code: s.string(),
  /** What stood there: "“Customized Time Zone”". */
  message: s.string(),
  /** What was done: "Europe/Berlin, by offset match". */
  repair: s.string().default(''),
  uid: s.string().optional(),
  /** The TZID that nothing explained: the user may choose its zone. */
  zoneName: s.string().optional(),
  /** How many events it touched. */
  events: s.int().default(1),
});

/** Why a whole file yields nothing. */
export const fileProblemSchema = s.object({
  code: s.enum([
    'empty',
    'notCalendar',
    'webPage',
    'tooLarge',
    /** Cut inside a component. */
    'truncated',
    /** Nothing but the end of the calendar is missing. */
    'endMissing',
    'directory',
    'unreadable',
    'timedOut',
  ]),
  message: s.string(),
});

export const importedFileSchema = s.object({
  name: s.string(),
  sizeBytes: s.int(),
  source: s.enum(['google', 'outlook', 'apple', 'other']),
  /** X-WR-CALNAME, or the file's name without its ending. */
  calendarName: s.string(),
  items: s.array(importedItemSchema),
  report: s.array(reportLineSchema),
  /** Set when nothing could be read; `truncated` may come with the items before the cut. */
  problem: fileProblemSchema.nullable(),
  /**
   * While own addresses are not known and somebody declined something: the people of most events, first the most frequent.
   * One of them is likely the owner of the calendar.
   */
  addresses: s.array(s.object({ address: s.string(), events: s.int(), declined: s.int() })).optional(),
});

/** A few items of a file, ahead of the answer: a large calendar would else cross in one block and hold everybody up. */
export const importedPartSchema = s.object({
  /** Which of the files asked for. */
  file: s.int(),
  /** As `item-parts` writes them. The host passes it on unopened; the page parses it. */
  items: s.instanceof(Uint8Array),
});

export type ExpansionWindow = Infer<typeof expansionWindowSchema>;
export type ReadOptions = Infer<typeof readOptionsSchema>;
export type ImportedOccurrence = Infer<typeof importedOccurrenceSchema>;
export type ImportedItem = Infer<typeof importedItemSchema>;
export type ReportLine = Infer<typeof reportLineSchema>;
export type FileProblem = Infer<typeof fileProblemSchema>;
export type ImportedPart = Infer<typeof importedPartSchema>;
export type ImportedFile = Infer<typeof importedFileSchema>;
