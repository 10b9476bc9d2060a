// From the name a file gives a zone to a clock, rung by rung. The last rung is the user's zone with a warning: never silently UTC.
import { daysFromCivil } from '../../time/civil';
import { parseZone, type ZoneId } from '../../time/zone';
import { zoneOffsets } from '../../time/zone-offsets';
import { decodeText } from '../text/content-line';
import { type Clock, clockFromOffsets, clockOfZone, UTC_CLOCK } from './clock';
import { COMMON_ZONES } from './common-zones';
import { zoneOfOffsetName } from './offset-names';
import type { EmbeddedZone } from './vtimezone';
import { zoneOfDisplayName, zoneOfWindowsName } from './zone-names';

const DAY = 86_400_000;
/**
 * Years in which a file's own zone is compared with the zone data, unless an event lies earlier. Fixed, so that the answer does not
 * depend on the day of import; recent, because a file of today rarely tells the zone's past right.
 */
const FIRST_COMPARED = 2024;
const LAST_COMPARED = 2036;
const SAMPLES_PER_YEAR = 52;

export type ZoneEvidence =
  | 'chosen'
  | 'name'
  | 'windows'
  | 'display'
  | 'location'
  | 'offsets'
  | 'embedded'
  | 'calendarZone'
  | 'userZone';

/** How wall times that begin in a certain year are read. */
export interface ZoneReading {
  readonly clock: Clock;
  /** The VTIMEZONE text an item must carry to be read the same way on its own; empty when the name says it all. */
  readonly text: string;
  /** The file's own zone and the zone data of that name differ, and the file is followed where it speaks. */
  readonly differs: boolean;
}

/** How a zone name was understood. */
export interface ResolvedZone {
  readonly name: string;
  readonly evidence: ZoneEvidence;
  /** For an event whose first start lies in `year`. */
  from(year: number): ZoneReading;
}

export interface ZoneSources {
  /** VTIMEZONEs of the same VCALENDAR, by their TZID. */
  readonly embedded: ReadonlyMap<string, EmbeddedZone>;
  /** X-WR-TIMEZONE, when it names a known zone. */
  readonly calendarZone: ZoneId | null;
  readonly userZone: ZoneId;
  /** What the user chose for names that nothing explains. */
  readonly overrides: Readonly<Record<string, ZoneId>>;
}

export function resolveZone(name: string, sources: ZoneSources): ResolvedZone {
  // A VTIMEZONE's TZID is text, whose commas are escaped; the parameter that names it ought not to be.
  const embedded = sources.embedded.get(name) ?? sources.embedded.get(decodeText(name).trim()) ?? null;
  const chosen = Object.hasOwn(sources.overrides, name) ? sources.overrides[name] : undefined;
  if (chosen) return always(name, 'chosen', clockOf(chosen), locationText(name, chosen));
  const named = zoneByName(name);
  if (named) {
    if (embedded && named.zone !== UTC) return reconciled(named.zone, named.evidence, embedded, '');
    return always(name, named.evidence, clockOf(named.zone), '');
  }
  if (embedded) return byEmbedded(name, embedded, sources);
  if (sources.calendarZone) return always(name, 'calendarZone', clockOfZone(sources.calendarZone), '');
  return always(name, 'userZone', clockOfZone(sources.userZone), '');
}

function always(name: string, evidence: ZoneEvidence, clock: Clock, text: string): ResolvedZone {
  const reading = { clock, text, differs: false };
  return { name, evidence, from: () => reading };
}

/**
 * A VTIMEZONE that does nothing but say where the name lies, so that a stored item is read again the same way. Its one observance is a
 * stub, which speaks for no time.
 */
function locationText(name: string, zone: ZoneId): string {
  const observance = [
    'BEGIN:STANDARD',
    'DTSTART:20200101T000000',
    'TZOFFSETFROM:+0000',
    'TZOFFSETTO:+0000',
    'END:STANDARD',
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, `X-LIC-LOCATION:${zone}`, ...observance, 'END:VTIMEZONE'].join('\n');
}

const UTC = 'Etc/UTC' as ZoneId;

function clockOf(zone: ZoneId): Clock {
  return zone === UTC ? UTC_CLOCK : clockOfZone(zone);
}

export interface NamedZone {
  readonly zone: ZoneId;
  readonly evidence: 'name' | 'windows' | 'display';
}

/** By name alone: IANA, Windows, display names; prefixes of vendors and suffixes of copies are taken off. */
export function zoneByName(text: string): NamedZone | null {
  for (const name of spellingsOf(text)) {
    if (/^(?:utc|gmt|z|etc\/(?:utc|gmt)|coordinated universal time)$/i.test(name))
      return { zone: UTC, evidence: 'name' };
    const iana = zoneOfName(name);
    if (iana) return { zone: iana, evidence: 'name' };
    const windows = zoneOfWindowsName(name);
    if (windows) return { zone: windows, evidence: 'windows' };
    const display = zoneOfDisplayName(name);
    if (display) return { zone: display, evidence: 'display' };
  }
  return null;
}

/** Abbreviations name many zones ("IST"), and platforms disagree which ones they know: names with a region count, and IANA's own few without. */
function zoneOfName(name: string): ZoneId | null {
  if (name.includes('/')) return parseZone(name.replaceAll(' ', '_')) ?? zoneOfOffsetName(name);
  return NAMES_WITHOUT_REGION.has(name.toUpperCase()) ? parseZone(name) : zoneOfOffsetName(name);
}

const NAMES_WITHOUT_REGION: ReadonlySet<string> = new Set(
  (
    'CET MET EET WET EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT CUBA EGYPT EIRE GB GB-EIRE GREENWICH HONGKONG ICELAND IRAN ' +
    'ISRAEL JAMAICA JAPAN KWAJALEIN LIBYA NAVAJO NZ NZ-CHAT POLAND PORTUGAL PRC ROC ROK SINGAPORE TURKEY UCT UNIVERSAL W-SU ZULU'
  ).split(' '),
);

/** The name as written, then without quotes, vendor prefixes (`/mozilla.org/20070129_1/Europe/Berlin`) and copy suffixes (`Europe/Berlin 1`). */
function* spellingsOf(text: string): Generator<string> {
  const bare = decodeText(text).replaceAll('"', '').trim();
  yield bare;
  const withoutCopy = bare.replace(/(?:[ _-]?\(?\d{1,2}\)?|[ _-]copy)$/i, '').trim();
  if (withoutCopy !== bare && withoutCopy !== '') yield withoutCopy;
  if (/^tzone:\/\/microsoft\/utc$/i.test(bare)) yield 'UTC';
  const parts = bare.split('/').filter((part) => part !== '');
  // A slash in front makes a name "globally unique" (RFC 5545 3.2.19); some write nothing but the slash.
  const most = bare.startsWith('/') ? parts.length : parts.length - 1;
  for (let kept = Math.min(3, most); kept >= 2; kept -= 1) yield parts.slice(-kept).join('/');
  const region = REGION_JOINED.exec(bare);
  if (region) yield `${region[1]}/${region[2]}`;
}

/** `Europe_Berlin`, `America-New_York`: a slash is no letter of a file name. */
const REGION_JOINED = /^(Africa|America|Antarctica|Asia|Atlantic|Australia|Canada|Europe|Indian|Pacific|US)[_-](.+)$/i;

/** A known zone beside the file's own of that name: the zone data as far back as both agree, else the file where it speaks. */
function reconciled(zone: ZoneId, evidence: ZoneEvidence, embedded: EmbeddedZone, text: string): ResolvedZone {
  const known: ZoneReading = { clock: clockOf(zone), text, differs: false };
  const offsetAt = (instant: number): number =>
    embedded.covers(instant) ? embedded.offsetAt(instant) : zoneOffsets(zone).at(instant);
  const followed: ZoneReading = { clock: clockFromOffsets(zone, offsetAt), text: embedded.text, differs: true };
  let agreedFrom = LAST_COMPARED + 1;
  let differsIn = Number.NEGATIVE_INFINITY;
  return {
    name: zone,
    evidence,
    from(year) {
      const wanted = Math.min(year, FIRST_COMPARED);
      while (agreedFrom > wanted && differsIn === Number.NEGATIVE_INFINITY) {
        if (agreesInYear(zone, embedded, agreedFrom - 1, true)) agreedFrom -= 1;
        else differsIn = agreedFrom - 1;
      }
      return wanted >= agreedFrom ? known : followed;
    },
  };
}

function byEmbedded(name: string, embedded: EmbeddedZone, sources: ZoneSources): ResolvedZone {
  const location = embedded.location === '' ? null : zoneByName(embedded.location);
  if (location) return reconciled(location.zone, 'location', embedded, embedded.text);
  const own = [sources.userZone, ...(sources.calendarZone ? [sources.calendarZone] : [])];
  for (const candidate of [...own, ...COMMON_ZONES]) {
    const zone = parseZone(candidate);
    if (zone && agreesThroughout(zone, embedded)) return reconciled(zone, 'offsets', embedded, embedded.text);
  }
  return always(name, 'embedded', clockFromOffsets(name, embedded.offsetAt), embedded.text);
}

function agreesThroughout(zone: ZoneId, embedded: EmbeddedZone): boolean {
  for (let year = FIRST_COMPARED; year <= LAST_COMPARED; year += 1) {
    if (!agreesInYear(zone, embedded, year, false)) return false;
  }
  return true;
}

/** Whether both give the same offset through a year; with `onlyCovered`, where the file speaks. */
function agreesInYear(zone: ZoneId, embedded: EmbeddedZone, year: number, onlyCovered: boolean): boolean {
  const offsets = zoneOffsets(zone);
  const start = daysFromCivil(year, 1, 1) * DAY;
  const agreesAt = (instant: number): boolean =>
    (onlyCovered && !embedded.covers(instant)) || offsets.at(instant) === embedded.offsetAt(instant);
  for (let sample = 0; sample < SAMPLES_PER_YEAR; sample += 1) if (!agreesAt(start + sample * 7 * DAY)) return false;
  // A week's sample steps over changes at different hours of the same days: compare at the changes themselves, too.
  return offsets.yearOf(start).transitions.every((at) => agreesAt(at) && agreesAt(at - 1));
}
