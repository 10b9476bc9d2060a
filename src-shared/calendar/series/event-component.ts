// One VEVENT as the rest of the house needs it. Reading never throws: what cannot be used is a note with its line.
import type { Notes } from '../notes';
import { parseRule, type Rule } from '../rules/rule';
import type { HashSum } from '../text/content-hash';
import { type DateLine, decodeText, endOfName, parameterOf, readDateLine, startOfValue } from '../text/content-line';
import { readDateValue, readDuration } from '../text/date-value';
import { decodeQuotedPrintable } from '../text/encoding';
import { type Clock, UTC_CLOCK } from '../zones/clock';
import type { ZoneReading } from '../zones/zone-ladder';

const DAY = 86_400_000;

/** A wall time with what makes it an instant; a date when there is no clock. */
export interface Moment {
  /** Local milliseconds: since 1970 as if the wall clock were UTC. Midnight for a date. */
  readonly local: number;
  readonly clock: Clock | null;
}

/** What lies between start and end: whole calendar days, then exact milliseconds. */
export interface Length {
  readonly days: number;
  readonly milliseconds: number;
}

/** An RDATE; PERIODs bring their own length. */
export interface ExtraStart {
  readonly at: Moment;
  readonly length: Length | null;
}

export interface EventComponent {
  readonly uid: string;
  /** The start, by the rule, of the occurrence this component replaces; null for an event of its own. */
  readonly recurrenceId: Moment | null;
  /** RANGE=THISANDFUTURE: later occurrences move along. */
  readonly isForFuture: boolean;
  readonly start: Moment;
  readonly length: Length;
  readonly rules: readonly Rule[];
  readonly excludedRules: readonly Rule[];
  readonly extraStarts: readonly ExtraStart[];
  readonly excluded: readonly Moment[];
  readonly title: string;
  readonly location: string;
  readonly isCancelled: boolean;
  readonly busy: boolean;
  readonly tentative: boolean;
  readonly declined: boolean;
  readonly sequence: number;
  /** Epoch milliseconds; null when not given. */
  readonly lastModified: number | null;
  readonly stamp: number | null;
  /** Of the content without its stamps. */
  readonly hash: HashSum;
  /** The component's lines, unfolded, separated by `\n`. */
  readonly text: string;
  /** VTIMEZONE texts without which its times cannot be read. */
  readonly zoneTexts: readonly string[];
  readonly line: number;
}

/** What surrounds a component while it is read. */
export interface ComponentContext {
  /** The zone of a TZID for times that begin in `year`; notes on it are made by the callee, once a zone and event. */
  zoneFor(name: string, year: number, line: number, uid: string): ZoneReading;
  /** For times without a zone. */
  readonly floating: Clock;
  readonly ownAddresses: ReadonlySet<string>;
  /** METHOD:CANCEL: everything in this calendar is cancelled. */
  readonly isCancelling: boolean;
  readonly notes: Notes;
}

export interface SourceComponent {
  readonly text: string;
  readonly hash: HashSum;
  /** 1-based line of its BEGIN. */
  readonly line: number;
  /** 1-based line of the file for a logical line of `text` (0 is the BEGIN). Slow: for notes only. */
  lineOf(index: number): number;
}

/** The raw lines of one component that matter, before anything is understood. */
interface RawEvent {
  uid: string;
  start: DateLine | null;
  end: DateLine | null;
  duration: string;
  recurrenceId: DateLine | null;
  rules: string[];
  excludedRules: string[];
  extra: DateLine[];
  excluded: DateLine[];
  title: string | null;
  location: string;
  status: string;
  transparency: string;
  busyStatus: string;
  intendedStatus: string;
  sequence: number;
  lastModified: string;
  stamp: string;
  declined: boolean;
  lineOfStart: number;
  lineOfEnd: number;
  lineOfRule: number;
}

/** Null when the component is no usable event; a note says why. */
export function readEventComponent(source: SourceComponent, context: ComponentContext): EventComponent | null {
  const raw = readLines(source.text, context.ownAddresses);
  const leaveOut = (code: string, message: string, lineIndex: number): null => {
    const named = raw.title ? ` (“${shorten(decodeText(raw.title))}”)` : '';
    context.notes.add({
      severity: 'leftOut',
      code,
      message: message + named,
      repair: 'Left out',
      line: source.lineOf(lineIndex),
      ...(raw.uid === '' ? {} : { uid: raw.uid }),
    });
    return null;
  };
  const reader = new MomentReader(context, source.line, raw.uid);
  const recurrenceId = raw.recurrenceId ? reader.read(raw.recurrenceId, raw.recurrenceId.value) : null;
  if (raw.recurrenceId && !recurrenceId) {
    return leaveOut('event.badRecurrenceId', `RECURRENCE-ID “${shorten(raw.recurrenceId.value)}” is no date`, 0);
  }
  const start = raw.start ? reader.read(raw.start, raw.start.value) : recurrenceId;
  if (!start) {
    if (!raw.start) return leaveOut('event.noStart', 'An event without a start', 0);
    return leaveOut('event.badStart', `DTSTART “${shorten(raw.start.value)}” is no date`, raw.lineOfStart);
  }
  const length = readLength(raw, start, reader, source, context);
  const status = raw.status.toUpperCase();
  const isAllDay = start.clock === null;
  return {
    uid: raw.uid,
    recurrenceId,
    isForFuture: raw.recurrenceId?.range === 'THISANDFUTURE',
    start,
    length,
    rules: raw.rules.length === 0 ? NOTHING : readRules(raw.rules, raw, source, context),
    excludedRules: raw.excludedRules.length === 0 ? NOTHING : readRules(raw.excludedRules, raw, source, context),
    extraStarts: raw.extra.length === 0 ? NOTHING : raw.extra.flatMap((line) => readExtra(line, start, reader)),
    excluded: raw.excluded.length === 0 ? NOTHING : raw.excluded.flatMap((line) => readAll(line, reader)),
    title: raw.title === null ? '' : decodeText(raw.title),
    location: decodeText(raw.location).trim(),
    isCancelled: context.isCancelling || status === 'CANCELLED' || status === 'CANCELED',
    busy: takesTime(raw, isAllDay),
    tentative: status === 'TENTATIVE' || busyStatusOf(raw) === 'TENTATIVE',
    declined: raw.declined,
    sequence: raw.sequence,
    lastModified: epochOf(raw.lastModified),
    stamp: epochOf(raw.stamp),
    hash: source.hash,
    text: source.text,
    zoneTexts: reader.zoneTexts,
    line: source.line,
  };
}

const NOTHING: readonly never[] = [];

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function readLines(text: string, ownAddresses: ReadonlySet<string>): RawEvent {
  const raw: RawEvent = {
    uid: '',
    start: null,
    end: null,
    duration: '',
    recurrenceId: null,
    rules: [],
    excludedRules: [],
    extra: [],
    excluded: [],
    title: null,
    location: '',
    status: '',
    transparency: '',
    busyStatus: '',
    intendedStatus: '',
    sequence: 0,
    lastModified: '',
    stamp: '',
    declined: false,
    lineOfStart: 0,
    lineOfEnd: 0,
    lineOfRule: 0,
  };
  let depth = 0;
  let index = 0;
  // The first line is the component's own BEGIN.
  for (let at = endOfLine(text, 0) + 1; at < text.length; ) {
    const end = endOfLine(text, at);
    index += 1;
    if (mayMatter(text, at, ownAddresses.size > 0)) {
      const line = text.slice(at, end);
      const nameEnd = endOfName(line);
      if (nameEnd > 0) {
        let name = line.slice(0, nameEnd);
        if (name.charCodeAt(0) >= 97 || name.charCodeAt(nameEnd - 1) >= 97) name = name.toUpperCase();
        if (name === 'BEGIN') depth += 1;
        else if (name === 'END') depth -= 1;
        else if (depth === 0) readProperty(raw, name, line, nameEnd, index, ownAddresses);
      }
    }
    at = end + 1;
  }
  return raw;
}

/** By the first letters alone: descriptions, people and programs' own properties are most of a file and none of them is read. */
function mayMatter(text: string, at: number, readsPeople: boolean): boolean {
  const second = text.charCodeAt(at + 1) & 0xdf;
  switch (text.charCodeAt(at) & 0xdf) {
    case 65: // A(TTENDEE)
      return readsPeople && second === 84;
    case 66: // B(EGIN)
    case 69: // E(ND), E(XDATE)
    case 76: // L(OCATION), L(AST-MODIFIED)
    case 82: // R(RULE), R(DATE), R(ECURRENCE-ID)
    case 83: // S(UMMARY), S(TATUS), S(EQUENCE)
    case 84: // T(RANSP)
    case 85: // U(ID)
      return true;
    case 68: // D(TSTART), D(URATION), not D(ESCRIPTION)
      return second !== 69;
    case 88: // X(-MICROSOFT-…)
      return (text.charCodeAt(at + 2) & 0xdf) === 77 && (text.charCodeAt(at + 3) & 0xdf) === 73;
    default:
      return false;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function readProperty(
  raw: RawEvent,
  name: string,
  line: string,
  nameEnd: number,
  index: number,
  ownAddresses: ReadonlySet<string>,
): void {
  switch (name) {
    case 'UID':
      raw.uid ||= line.slice(startOfValue(line, nameEnd)).trim();
      break;
    case 'DTSTART':
      raw.start ??= readDateLine(line, nameEnd);
      raw.lineOfStart = index;
      break;
    case 'DTEND':
      raw.end ??= readDateLine(line, nameEnd);
      raw.lineOfEnd = index;
      break;
    case 'DURATION':
      raw.duration ||= line.slice(startOfValue(line, nameEnd));
      raw.lineOfEnd = index;
      break;
    case 'RECURRENCE-ID':
      raw.recurrenceId ??= readDateLine(line, nameEnd);
      break;
    case 'RRULE':
      raw.rules.push(line.slice(startOfValue(line, nameEnd)));
      raw.lineOfRule = index;
      break;
    case 'EXRULE':
      raw.excludedRules.push(line.slice(startOfValue(line, nameEnd)));
      raw.lineOfRule = index;
      break;
    case 'RDATE':
      raw.extra.push(readDateLine(line, nameEnd));
      break;
    case 'EXDATE':
      raw.excluded.push(readDateLine(line, nameEnd));
      break;
    case 'SUMMARY':
      raw.title ??= textValue(line, nameEnd);
      break;
    case 'LOCATION':
      raw.location ||= textValue(line, nameEnd);
      break;
    case 'STATUS':
      raw.status ||= line.slice(startOfValue(line, nameEnd)).trim();
      break;
    case 'TRANSP':
      raw.transparency ||= line.slice(startOfValue(line, nameEnd)).trim().toUpperCase();
      break;
    case 'X-MICROSOFT-CDO-BUSYSTATUS':
      raw.busyStatus ||= line.slice(startOfValue(line, nameEnd)).trim().toUpperCase();
      break;
    case 'X-MICROSOFT-CDO-INTENDEDSTATUS':
      raw.intendedStatus ||= line.slice(startOfValue(line, nameEnd)).trim().toUpperCase();
      break;
    case 'SEQUENCE':
      raw.sequence = Math.trunc(Number(line.slice(startOfValue(line, nameEnd)))) || 0;
      break;
    case 'LAST-MODIFIED':
      raw.lastModified ||= line.slice(startOfValue(line, nameEnd));
      break;
    case 'DTSTAMP':
      raw.stamp ||= line.slice(startOfValue(line, nameEnd));
      break;
    case 'ATTENDEE':
      if (ownAddresses.size > 0 && !raw.declined) raw.declined = isOwnRefusal(line, nameEnd, ownAddresses);
      break;
  }
}

/** TEXT as written; quoted-printable of vCalendar 1.0 is decoded here because it wraps the escapes. */
function textValue(line: string, nameEnd: number): string {
  const valueStart = startOfValue(line, nameEnd);
  const value = line.slice(valueStart);
  if (line.charCodeAt(nameEnd) === 58) return value;
  const header = line.slice(nameEnd, valueStart - 1);
  const encoding = parameterOf(header, 'ENCODING');
  const isQuotedPrintable = encoding?.toUpperCase() === 'QUOTED-PRINTABLE' || /;QUOTED-PRINTABLE(?:;|$)/i.test(header);
  return isQuotedPrintable ? decodeQuotedPrintable(value, parameterOf(header, 'CHARSET')) : value;
}

function isOwnRefusal(line: string, nameEnd: number, ownAddresses: ReadonlySet<string>): boolean {
  const valueStart = startOfValue(line, nameEnd);
  const header = line.slice(nameEnd, valueStart - 1);
  if (parameterOf(header, 'PARTSTAT')?.toUpperCase() !== 'DECLINED') return false;
  const address = line
    .slice(valueStart)
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  const stated = parameterOf(header, 'EMAIL')?.toLowerCase() ?? '';
  return ownAddresses.has(address) || ownAddresses.has(stated);
}

/** Reads the times of one component; remembers the zones whose text they need. One for all, because a file has thousands. */
class MomentReader {
  zoneTexts: readonly string[] = NOTHING;
  private readonly context: ComponentContext;
  private readonly line: number;
  private readonly uid: string;

  constructor(context: ComponentContext, line: number, uid: string) {
    this.context = context;
    this.line = line;
    this.uid = uid;
  }

  read(line: DateLine, text: string): Moment | null {
    const value = readDateValue(text);
    if (!value) return null;
    if (value.isDate || line.valueType === 'DATE') return { local: Math.floor(value.local / DAY) * DAY, clock: null };
    if (value.isUtc) return { local: value.local, clock: UTC_CLOCK };
    if (line.zoneName === null || line.zoneName === '') return { local: value.local, clock: this.context.floating };
    const year = yearOf(value.local);
    const reading = this.context.zoneFor(line.zoneName, year, this.line, this.uid);
    if (reading.text !== '' && !this.zoneTexts.includes(reading.text))
      this.zoneTexts = [...this.zoneTexts, reading.text];
    return { local: value.local, clock: reading.clock };
  }
}

/** The year of local milliseconds, but for hours around New Year: enough to pick a zone's rules. */
function yearOf(local: number): number {
  return 1970 + Math.floor(local / (365.2425 * DAY));
}

function readAll(line: DateLine, reader: MomentReader): Moment[] {
  const moments: Moment[] = [];
  for (const piece of line.value.split(',')) {
    const moment = piece.trim() === '' ? null : reader.read(line, piece.trim());
    if (moment) moments.push(moment);
  }
  return moments;
}

function readExtra(line: DateLine, start: Moment, reader: MomentReader): ExtraStart[] {
  const extras: ExtraStart[] = [];
  for (const piece of line.value.split(',')) {
    const [from = '', to] = piece.trim().split('/');
    const at = from === '' ? null : reader.read(line, from);
    if (!at) continue;
    if (to === undefined) extras.push({ at, length: null });
    else if (/^[+-]?P/i.test(to)) extras.push({ at, length: readDuration(to) });
    else {
      const end = reader.read(line, to);
      extras.push({ at, length: end && lengthBetween(at, end) });
    }
  }
  // An all-day series with timed extra starts keeps to days, and a timed one reads a date as that day at its own time.
  return extras.map(({ at, length }) => ({ at: sameKind(at, start), length }));
}

function sameKind(at: Moment, start: Moment): Moment {
  if ((at.clock === null) === (start.clock === null)) return at;
  if (start.clock === null) return { local: Math.floor(at.local / DAY) * DAY, clock: null };
  const timeOfDay = start.local - Math.floor(start.local / DAY) * DAY;
  return { local: at.local + timeOfDay, clock: start.clock };
}

function lengthBetween(start: Moment, end: Moment): Length | null {
  if (start.clock === null) {
    const days = Math.ceil((end.local - start.local) / DAY);
    return days > 0 ? { days, milliseconds: 0 } : null;
  }
  const endInstant = (end.clock ?? start.clock).instantOf(end.local);
  const milliseconds = endInstant - start.clock.instantOf(start.local);
  return milliseconds >= 0 ? { days: 0, milliseconds } : null;
}

const ONE_DAY: Length = { days: 1, milliseconds: 0 };
const NO_TIME: Length = { days: 0, milliseconds: 0 };

/** DTEND, else DURATION, else one day for a date and nothing for a time (RFC 5545 3.6.1). */
function readLength(
  raw: RawEvent,
  start: Moment,
  reader: MomentReader,
  source: SourceComponent,
  context: ComponentContext,
): Length {
  const fallback = start.clock === null ? ONE_DAY : NO_TIME;
  const flag = (code: string, message: string): Length => {
    context.notes.add({
      severity: 'repaired',
      code,
      message,
      repair: start.clock === null ? 'Read as one day' : 'Read without a length',
      line: source.lineOf(raw.lineOfEnd),
      uid: raw.uid,
    });
    return fallback;
  };
  if (raw.end) {
    const end = reader.read(raw.end, raw.end.value);
    if (!end) return flag('event.badEnd', `DTEND “${shorten(raw.end.value)}” is no date`);
    if (start.clock === null && end.local === start.local) return ONE_DAY;
    return lengthBetween(start, end) ?? flag('event.endBeforeStart', 'The end lies before the start');
  }
  if (raw.duration === '') return fallback;
  const duration = readDuration(raw.duration);
  if (!duration) return flag('event.badDuration', `DURATION “${shorten(raw.duration)}” is no duration`);
  if (duration.days < 0 || duration.milliseconds < 0) return flag('event.endBeforeStart', 'The duration is negative');
  if (start.clock !== null) return duration;
  return { days: Math.max(1, duration.days + Math.ceil(duration.milliseconds / DAY)), milliseconds: 0 };
}

function readRules(
  texts: readonly string[],
  raw: RawEvent,
  source: SourceComponent,
  context: ComponentContext,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const text of texts) {
    const read = parseRule(text);
    if (typeof read === 'string') {
      context.notes.add({
        severity: 'needsYou',
        code: 'rule.notRead',
        message: `RRULE “${shorten(text)}”: ${read}`,
        repair: 'Read without this repetition',
        line: source.lineOf(raw.lineOfRule),
        uid: raw.uid,
      });
      continue;
    }
    for (const repair of read.repairs) {
      context.notes.add({
        severity: 'repaired',
        code: 'rule.repaired',
        message: `RRULE “${shorten(text)}”`,
        repair,
        line: source.lineOf(raw.lineOfRule),
        uid: raw.uid,
      });
    }
    rules.push(read.rule);
  }
  return rules;
}

function busyStatusOf(raw: RawEvent): string {
  return raw.busyStatus !== '' ? raw.busyStatus : raw.intendedStatus;
}

/** Outlook's own status wins over TRANSP. A whole day takes time only when it says so. */
function takesTime(raw: RawEvent, isAllDay: boolean): boolean {
  switch (busyStatusOf(raw)) {
    case 'FREE':
    case 'WORKINGELSEWHERE':
      return false;
    case 'BUSY':
    case 'OOF':
    case 'TENTATIVE':
      return true;
  }
  if (raw.transparency === '') return !isAllDay;
  return raw.transparency !== 'TRANSPARENT';
}

function epochOf(text: string): number | null {
  return text === '' ? null : (readDateValue(text.trim())?.local ?? null);
}
