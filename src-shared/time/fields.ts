// Field schemas of everything stored and sent. They check the text and brand it; documents stay plain JSON.
import { s } from '../base/schema';
import { type Day, parseDay } from './day';
import { parseInstant } from './instant';
import { parseTimeOfDay, parseWallTime, type WallTime } from './wall-time';
import { parseZone, type ZoneId } from './zone';

/** An ISO 8601 UTC instant kept as text in the document, e.g. `2026-11-23T08:00:00Z`. */
export const instantField = s
  .string()
  .refine((text) => parseInstant(text) !== null, 'expected an ISO 8601 instant such as 2026-11-23T08:00:00Z');
export const dayField = s.custom<Day>(
  (text) => typeof text === 'string' && parseDay(text) !== null,
  'expected a date such as 2026-11-23',
);
export const wallTimeField = s.custom<WallTime>(
  (text) => typeof text === 'string' && parseWallTime(text) !== null,
  'expected a local time such as 2026-11-23T09:00',
);
export const timeOfDayField = s
  .string()
  .refine((text) => parseTimeOfDay(text) !== null, 'expected a time of day such as 09:00');
export const zoneField = s.custom<ZoneId>(
  (text) => typeof text === 'string' && parseZone(text) !== null,
  'expected an IANA time zone such as Europe/Berlin',
);
export const idField = s.string().min(1).max(200);
