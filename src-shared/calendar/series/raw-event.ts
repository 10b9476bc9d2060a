// The lines of a VEVENT that matter, as written. Nothing is understood yet.
import { type DateLine, decodeText, endOfName, parameterOf, readDateLine, startOfValue } from '../text/content-line';
import { decodeQuotedPrintable } from '../text/encoding';
import type { AddressCounts } from './address-counts';

/** The raw lines of one component that matter, before anything is understood. */
export interface RawEvent {
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

/** `text` is the unfolded component, lines separated by `\n`. What stands in its own sub-components (alarms) is not the event's. */
export function readRawEvent(
  text: string,
  ownAddresses: ReadonlySet<string>,
  addresses: AddressCounts | null = null,
): RawEvent {
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
    if (mayMatter(text, at, ownAddresses.size > 0 || addresses !== null)) {
      const line = text.slice(at, end);
      const nameEnd = endOfName(line);
      if (nameEnd > 0) {
        let name = line.slice(0, nameEnd);
        if (name.charCodeAt(0) >= 97 || name.charCodeAt(nameEnd - 1) >= 97) name = name.toUpperCase();
        if (name === 'BEGIN') depth += 1;
        else if (name === 'END') depth -= 1;
        else if (depth === 0) readProperty(raw, name, line, nameEnd, index, ownAddresses, addresses);
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
  addresses: AddressCounts | null,
): void {
  switch (name) {
    case 'UID':
      raw.uid ||= decodeText(line.slice(startOfValue(line, nameEnd)).trim());
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
      raw.recurrenceId ??= valueOrNull(readDateLine(line, nameEnd));
      break;
    case 'RRULE':
      addRule(raw.rules, line, nameEnd);
      raw.lineOfRule = index;
      break;
    case 'EXRULE':
      addRule(raw.excludedRules, line, nameEnd);
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
      raw.sequence = readSequence(line.slice(startOfValue(line, nameEnd)));
      break;
    case 'LAST-MODIFIED':
      raw.lastModified ||= line.slice(startOfValue(line, nameEnd));
      break;
    case 'DTSTAMP':
      raw.stamp ||= line.slice(startOfValue(line, nameEnd));
      break;
    case 'ATTENDEE':
      if (ownAddresses.size > 0 && !raw.declined) raw.declined = isOwnRefusal(line, nameEnd, ownAddresses);
      addresses?.attendee(line, nameEnd);
      break;
  }
}

/** A property without a value says nothing. */
function valueOrNull(line: DateLine): DateLine | null {
  return line.value.trim() === '' ? null : line;
}

/** An empty rule says that nothing repeats. */
function addRule(rules: string[], line: string, nameEnd: number): void {
  const rule = line.slice(startOfValue(line, nameEnd)).trim();
  if (rule !== '') rules.push(rule);
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

/** Versions count from 0; what is no such number is the first version. */
function readSequence(text: string): number {
  const sequence = Number(text);
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0;
}
