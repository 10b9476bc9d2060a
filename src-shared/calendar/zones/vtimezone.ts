// A file's own time zone (RFC 5545 3.6.5). Offsets are computed year by year on demand: rules from 1601 cost no time.
import { civilFromDays, daysFromCivil } from '../../time/civil';
import { expandRule } from '../rules/expand-rule';
import { parseRule, type Rule } from '../rules/rule';
import { decodeText, endOfName, readDateLine, startOfValue } from '../text/content-line';
import { readDateValue, readOffset } from '../text/date-value';

const DAY = 86_400_000;

interface Observance {
  /** Wall time of the first onset, in the offset before it. */
  readonly start: number;
  readonly offsetFrom: number;
  readonly offsetTo: number;
  readonly rule: Rule | null;
  /** UNTIL as an instant; Infinity for none. */
  readonly until: number;
  /** Further onsets (RDATE), wall time. */
  readonly dates: readonly number[];
}

export interface EmbeddedZone {
  readonly id: string;
  /** X-LIC-LOCATION or X-MICROSOFT-… free text that may name the zone; empty when there is none. */
  readonly location: string;
  readonly text: string;
  offsetAt(instant: number): number;
  /** Whether the file says something about this instant, or only goes on with the last thing it said. */
  covers(instant: number): boolean;
}

/** `text` is the unfolded VTIMEZONE, lines separated by `\n`. `null` when it holds no usable observance. */
export function readEmbeddedZone(text: string): EmbeddedZone | null {
  let id = '';
  let location = '';
  const observances: Observance[] = [];
  let lines: string[] | null = null;
  for (const line of text.split('\n')) {
    const upper = line.slice(0, 16).toUpperCase();
    if (upper.startsWith('BEGIN:STANDARD') || upper.startsWith('BEGIN:DAYLIGHT')) lines = [];
    else if (upper.startsWith('END:STANDARD') || upper.startsWith('END:DAYLIGHT')) {
      const observance = lines && readObservance(lines);
      if (observance) observances.push(observance);
      lines = null;
    } else if (lines) lines.push(line);
    else {
      const nameEnd = endOfName(line);
      if (nameEnd < 0) continue;
      const name = line.slice(0, nameEnd).toUpperCase();
      if (name === 'TZID')
        id = decodeText(line.slice(startOfValue(line, nameEnd)))
          .replaceAll('"', '')
          .trim();
      else if (name === 'X-LIC-LOCATION') location = line.slice(startOfValue(line, nameEnd)).trim();
    }
  }
  if (observances.length === 0) return null;
  return zoneOf(id, location, text, observances);
}

function readObservance(lines: readonly string[]): Observance | null {
  let start: number | null = null;
  let offsetFrom: number | null = null;
  let offsetTo: number | null = null;
  let rule: Rule | null = null;
  const dates: number[] = [];
  for (const line of lines) {
    const nameEnd = endOfName(line);
    if (nameEnd < 0) continue;
    const value = line.slice(startOfValue(line, nameEnd));
    switch (line.slice(0, nameEnd).toUpperCase()) {
      case 'DTSTART':
        start = readDateValue(value)?.local ?? null;
        break;
      case 'TZOFFSETFROM':
        offsetFrom = readOffset(value);
        break;
      case 'TZOFFSETTO':
        offsetTo = readOffset(value);
        break;
      case 'RRULE': {
        const read = parseRule(value);
        if (typeof read !== 'string') rule = read.rule;
        break;
      }
      case 'RDATE':
        for (const piece of readDateLine(line, nameEnd).value.split(',')) {
          const date = readDateValue(piece.split('/')[0]!);
          if (date) dates.push(date.local);
        }
        break;
    }
  }
  if (start === null || offsetTo === null) return null;
  const from = offsetFrom ?? offsetTo;
  return { start, offsetFrom: from, offsetTo, rule, until: untilOf(rule, from), dates };
}

function untilOf(rule: Rule | null, offsetFrom: number): number {
  const until = rule?.until ? readDateValue(rule.until) : null;
  if (!until) return Number.POSITIVE_INFINITY;
  return until.isUtc ? until.local : until.local - offsetFrom + (until.isDate ? DAY - 1 : 0);
}

interface YearTable {
  readonly transitions: readonly number[];
  readonly offsets: readonly number[];
}

function zoneOf(id: string, location: string, text: string, observances: readonly Observance[]): EmbeddedZone {
  const first = observances.reduce((a, b) => (b.start - b.offsetFrom < a.start - a.offsetFrom ? b : a));
  const firstOnset = first.start - first.offsetFrom;
  const years = new Map<number, YearTable>();

  const yearTable = (year: number): YearTable => {
    const known = years.get(year);
    if (known) return known;
    const start = daysFromCivil(year, 1, 1) * DAY;
    const end = daysFromCivil(year + 1, 1, 1) * DAY;
    const onsets = observances
      .flatMap((observance) => onsetsBetween(observance, start, end).map((at) => ({ at, offset: observance.offsetTo })))
      .sort((a, b) => a.at - b.at);
    const table = {
      transitions: onsets.map((onset) => onset.at),
      offsets: [offsetBefore(observances, start, first.offsetFrom), ...onsets.map((onset) => onset.offset)],
    };
    years.set(year, table);
    return table;
  };

  return {
    id,
    location,
    text,
    offsetAt(instant) {
      const { transitions, offsets } = yearTable(civilFromDays(Math.floor(instant / DAY)).year);
      let index = 0;
      while (index < transitions.length && transitions[index]! <= instant) index += 1;
      return offsets[index]!;
    },
    covers: coverageOf(observances, firstOnset),
  };
}

/** Onsets in [start, end), as instants. */
function onsetsBetween(observance: Observance, start: number, end: number): number[] {
  const { offsetFrom } = observance;
  const range = { from: start + offsetFrom, to: end + offsetFrom, until: observance.until + offsetFrom };
  const onsets = observance.rule
    ? expandRule(observance.rule, observance.start, range, { steps: 5_000, most: 1_000 })
    : [];
  for (const local of [observance.start, ...observance.dates]) {
    if (local >= range.from && local < range.to && !onsets.includes(local)) onsets.push(local);
  }
  return onsets.map((local) => local - offsetFrom);
}

/** The offset in force just before `instant`: that of the latest onset of all observances. */
function offsetBefore(observances: readonly Observance[], instant: number, otherwise: number): number {
  let latest = Number.NEGATIVE_INFINITY;
  let offset = otherwise;
  for (const observance of observances) {
    const end = Math.min(instant, observance.until + 1);
    let onset = onsetsBetween(observance, end - 400 * DAY, end).reduce(
      (a, b) => Math.max(a, b),
      Number.NEGATIVE_INFINITY,
    );
    for (const local of [observance.start, ...observance.dates]) {
      const at = local - observance.offsetFrom;
      if (at < instant && at > onset) onset = at;
    }
    if (onset > latest) {
      latest = onset;
      offset = observance.offsetTo;
    }
  }
  return offset;
}

/**
 * A zone with an endless rule speaks for all times from its first onset on. So does one fixed offset given since long ago, the way
 * programs write zones without summer time. A list of onsets speaks up to its last one: what came after it was not known. Onsets of one year are a stub, written for a single
 * event: it says nothing of the zone that its name does not say better.
 */
function coverageOf(observances: readonly Observance[], firstOnset: number): (instant: number) => boolean {
  const endless = observances.some((observance) => observance.rule && observance.until === Number.POSITIVE_INFINITY);
  const [only] = observances;
  // A single change of offsets is where a list was cut, not a zone without changes.
  const fixed = observances.length === 1 && !only!.rule && only!.offsetFrom === only!.offsetTo && firstOnset < LONG_AGO;
  if (endless || fixed) return (instant) => instant >= firstOnset;
  let last = firstOnset;
  for (const { start, offsetFrom, until, rule, dates } of observances) {
    last = Math.max(last, start - offsetFrom, rule ? until : last);
    for (const local of dates) last = Math.max(last, local - offsetFrom);
  }
  if (last - firstOnset < 366 * DAY) return () => false;
  return (instant) => instant >= firstOnset && instant < last;
}

const LONG_AGO = daysFromCivil(1980, 1, 1) * DAY;
