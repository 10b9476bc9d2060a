import { type Infer, s } from '../base/schema';
import { eventSchema } from '../calendar/event';
import {
  expansionWindowSchema,
  importedFileSchema,
  importedOccurrenceSchema,
  importedPartSchema,
  readOptionsSchema,
} from '../calendar/imported';
import { placementSchema } from '../engine/plan';
import { zoneField } from '../time/fields';
import { request } from './definition';

const bytes = s.instanceof(Uint8Array);

const watchedChangeSchema = s.object({
  id: s.string(),
  /** All of them, also those of a folder that did not change. */
  files: s.array(s.object({ name: s.string(), bytes })),
  /** Why there are none. */
  problem: s.string().nullable(),
});

export type WatchedChange = Infer<typeof watchedChangeSchema>;

export const calendarRequests = {
  /** Reads files side by side in the pool. Reports progress; can be cancelled. A bad file is a `problem` in its entry, never a failure of all. */
  'calendar.read': request(
    s.object({
      files: s.array(s.object({ name: s.string(), bytes })).min(1),
      options: readOptionsSchema,
      /** The items come as parts, and those of the answer stay empty. */
      inParts: s.boolean().optional(),
    }),
    s.object({ files: s.array(importedFileSchema) }),
    importedPartSchema,
  ),
  /** The calendar files inside a zip archive, as Google exports them. What is wrong with it is a `badInput` failure. */
  'calendar.unpack': request(
    s.object({ name: s.string(), bytes }),
    s.object({ files: s.array(s.object({ name: s.string(), bytes })) }),
  ),
  /**
   * Watches files and folders by their full paths, and never ends by itself: each part tells what stands there now and after each change.
   * The page cancels it to watch something else.
   */
  'calendar.watch': request(
    s.object({ watches: s.array(s.object({ id: s.string(), path: s.string() })) }),
    s.object({}),
    watchedChangeSchema,
  ),
  /** Expands stored items again, for a window that moved. */
  'calendar.expand': request(
    s.object({
      items: s.array(s.object({ id: s.string(), ics: s.string() })),
      window: expansionWindowSchema,
      zone: zoneField,
      ownAddresses: s.array(s.string()).default([]),
    }),
    s.object({ items: s.array(s.object({ id: s.string(), occurrences: s.array(importedOccurrenceSchema) })) }),
  ),
  /** Writes placements as an .ics text that Google and Outlook import. */
  'calendar.write': request(
    s.object({
      entries: s.array(s.object({ placement: placementSchema, title: s.string() })),
      events: s.array(eventSchema).default([]),
      zone: zoneField,
      now: s.string(),
    }),
    s.object({ ics: s.string() }),
  ),
} as const;
