// All zone names of one file, each understood once, and the notes that tell what was made of them.
import { parseZone, type ZoneId } from '../../time/zone';
import type { Notes } from '../notes';
import { type Clock, clockOfZone } from '../zones/clock';
import type { EmbeddedZone } from '../zones/vtimezone';
import { type ResolvedZone, resolveZone, type ZoneEvidence, type ZoneReading, zoneByName } from '../zones/zone-ladder';

export interface ZoneBook {
  readonly floating: Clock;
  /** Zones whose midnights may bound the days of the file: its X-WR-TIMEZONE; else its own zones, then the user's. */
  readonly dayClocks: readonly Clock[];
  /** VTIMEZONEs of those that are the file's own: a stored item needs them to be read the same way. */
  readonly dayZoneTexts: readonly string[];
  zoneFor(name: string, year: number, line: number, uid: string): ZoneReading;
}

export function zoneBook(
  embedded: ReadonlyMap<string, EmbeddedZone>,
  calendarZoneName: string,
  userZone: ZoneId,
  overrides: Readonly<Record<string, ZoneId>>,
  notes: Notes,
): ZoneBook {
  const calendarZone =
    calendarZoneName === '' ? null : (zoneByName(calendarZoneName)?.zone ?? parseZone(calendarZoneName));
  // Exchange does not name the zone of a calendar: it is the one that its events are written in.
  const ownZones = calendarZone
    ? []
    : [...embedded.values()].filter(({ id }) => !isUtcName(id)).slice(0, MOST_DAY_ZONES);
  const resolved = new Map<string, ResolvedZone>();
  const notedAt = new Map<string, number>();
  let recentName = '';
  let recent: ResolvedZone | null = null;
  return {
    // An object of its own, so that times without a zone can be told from times in the user's zone.
    floating: { ...clockOfZone(userZone), isFloating: true },
    dayClocks: [
      ...ownZones.map(
        ({ id }) => resolveZone(id, { embedded, calendarZone, userZone, overrides }).from(DAY_ZONE_YEAR).clock,
      ),
      clockOfZone(calendarZone ?? userZone),
    ],
    dayZoneTexts: ownZones.map(({ text }) => text),
    zoneFor(name, year, line, uid) {
      if (name !== recentName || recent === null) {
        recent = resolved.get(name) ?? resolveZone(name, { embedded, calendarZone, userZone, overrides });
        resolved.set(name, recent);
        recentName = name;
      }
      const reading = recent.from(year);
      // Start, end and exceptions of an event ask one after the other: it is counted once.
      if ((reading.differs || NOTED.has(recent.evidence)) && notedAt.get(name) !== line) {
        notedAt.set(name, line);
        noteZone(notes, name, recent, reading, line, uid);
      }
      return reading;
    },
  };
}

const MOST_DAY_ZONES = 3;
const DAY_ZONE_YEAR = 2024;

function isUtcName(name: string): boolean {
  return zoneByName(name)?.zone === 'Etc/UTC';
}

/** Names and Windows names are how zones are written; the rest is worth a line. */
const NOTED: ReadonlySet<ZoneEvidence> = new Set([
  'chosen',
  'display',
  'location',
  'offsets',
  'embedded',
  'calendarZone',
  'userZone',
]);

const EVIDENCE_PHRASES: Readonly<Record<ZoneEvidence, string>> = {
  chosen: 'as you chose',
  name: 'by its name',
  windows: 'by its Windows name',
  display: 'by its display name',
  location: 'by the place the file names',
  offsets: 'by offset match',
  embedded: 'by the offsets in the file',
  calendarZone: 'the zone of the calendar, because nothing explains the name',
  userZone: 'your zone, because nothing explains the name',
};

function noteZone(
  notes: Notes,
  name: string,
  resolved: ResolvedZone,
  reading: ZoneReading,
  line: number,
  uid: string,
): void {
  const message = `Time zone “${name}”`;
  if (reading.differs) {
    const repair = `The file's own offsets, which differ from ${resolved.name}`;
    notes.add({ severity: 'repaired', code: 'zone.differs', message, repair, line, uid });
    return;
  }
  const severity = resolved.evidence === 'userZone' ? 'needsYou' : 'repaired';
  const code = `zone.by${resolved.evidence[0]!.toUpperCase()}${resolved.evidence.slice(1)}`;
  const repair = `${reading.clock.name}, ${EVIDENCE_PHRASES[resolved.evidence]}`;
  const unexplained = resolved.evidence === 'userZone' || resolved.evidence === 'chosen';
  notes.add({ severity, code, message, repair, line, uid, ...(unexplained ? { zoneName: name } : {}) });
}
