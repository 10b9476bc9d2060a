// The shape of a file found in one pass over its bytes: where each event and zone begins and ends, and what stands around them.
// Nothing is decoded here except header lines, so that a bad component can cost nothing but itself.

import { endOfName, startOfValue } from './content-line';
import { decodeBytes } from './encoding';

export interface Block {
  /** Byte offsets of the first byte of BEGIN and the first byte after the line of END. */
  readonly from: number;
  readonly to: number;
  /** 1-based line of the BEGIN. */
  readonly line: number;
  /** Index into `Outline.calendars`. */
  readonly calendar: number;
  /** Whether its END was there; without it the block ends where the next component begins. */
  readonly closed: boolean;
}

/** What stands at the head of one VCALENDAR. Empty when not given. */
export interface CalendarHead {
  productId: string;
  method: string;
  name: string;
  zone: string;
}

export interface Outline {
  readonly calendars: CalendarHead[];
  readonly events: Block[];
  readonly zones: Block[];
  /** Kinds of components that are not read (VTODO, VJOURNAL, …) with how many there are and the line of the first. */
  readonly others: Map<string, { count: number; line: number }>;
  /** Physical lines in the file. */
  readonly lines: number;
  /** Where the file was cut: inside a component, or before the end of the calendar; null when it is complete. */
  readonly cut: 'insideComponent' | 'beforeEnd' | null;
  /** Line of the component the cut goes through; 0 otherwise. */
  readonly cutLine: number;
  /** Line at which components were nested deeper than allowed; 0 when nowhere. */
  readonly tooDeepLine: number;
}

/** Components inside components inside …: real files need three. */
const MOST_DEPTH = 12;
const LF = 10;
const CR = 13;

interface Open {
  readonly kind: 'event' | 'zone' | 'other';
  readonly name: string;
  readonly from: number;
  readonly line: number;
  /** Names of the components open inside it. */
  readonly inner: string[];
}

export function outlineOf(bytes: Uint8Array): Outline {
  const calendars: CalendarHead[] = [];
  const events: Block[] = [];
  const zones: Block[] = [];
  const others = new Map<string, { count: number; line: number }>();
  let open: Open | null = null;
  let isInCalendar = false;
  let tooDeepLine = 0;
  let line = 0;
  let at = 0;

  const currentCalendar = (): number => {
    if (calendars.length === 0) calendars.push({ productId: '', method: '', name: '', zone: '' });
    return calendars.length - 1;
  };
  const close = (to: number, closed: boolean): void => {
    if (!open) return;
    const { kind, from, line: firstLine } = open;
    open = null;
    if (kind === 'other') return;
    const block = { from, to, line: firstLine, calendar: currentCalendar(), closed };
    if (kind === 'event') events.push(block);
    else zones.push(block);
  };

  while (at < bytes.length) {
    line += 1;
    let end = bytes.indexOf(LF, at);
    if (end < 0) end = bytes.length;
    const next = end + 1;
    const marker = markerAt(bytes, at, end);
    if (marker === null) {
      if (!open && isInCalendar) readHead(bytes, at, end, calendars.at(-1));
    } else if (marker.begins) {
      const { name } = marker;
      if (name === 'VCALENDAR') {
        close(at, false);
        calendars.push({ productId: '', method: '', name: '', zone: '' });
        isInCalendar = true;
      } else if (open && !isTopLevel(name)) {
        if (open.inner.length < MOST_DEPTH) open.inner.push(name);
        else if (tooDeepLine === 0) tooDeepLine = line;
      } else {
        // A new event while one is open: the open one lost its END.
        close(at, false);
        const kind = name === 'VEVENT' ? 'event' : name === 'VTIMEZONE' ? 'zone' : 'other';
        open = { kind, name, from: at, line, inner: [] };
        if (kind === 'other') {
          const known = others.get(name);
          if (known) known.count += 1;
          else others.set(name, { count: 1, line });
        }
      }
    } else if (marker.name === 'VCALENDAR') {
      close(at, false);
      isInCalendar = false;
    } else if (open) {
      const current: Open = open;
      if (marker.name === current.name) close(Math.min(next, bytes.length), true);
      else {
        const inner = current.inner.lastIndexOf(marker.name);
        if (inner >= 0) current.inner.length = inner;
      }
    }
    at = next;
  }
  const cutOpen = open as Open | null;
  const cut = cutOpen ? 'insideComponent' : isInCalendar ? 'beforeEnd' : null;
  return { calendars, events, zones, others, lines: line, cut, cutLine: cutOpen?.line ?? 0, tooDeepLine };
}

/** Components that stand directly in a calendar; one of them inside another means that the outer one was not closed. */
function isTopLevel(name: string): boolean {
  return name === 'VEVENT' || name === 'VTIMEZONE' || name === 'VTODO' || name === 'VJOURNAL' || name === 'VFREEBUSY';
}

interface Marker {
  readonly begins: boolean;
  readonly name: string;
}

const LONGEST_MARKER = 80;

/** `BEGIN:X` or `END:X` in any case, blanks around it tolerated; null for every other line. */
function markerAt(bytes: Uint8Array, from: number, end: number): Marker | null {
  const first = bytes[from]! & 0xdf;
  if (first !== 66 && first !== 69) return null;
  const begins = matches(bytes, from, BEGIN);
  if (!begins && !matches(bytes, from, END)) return null;
  if (end - from > LONGEST_MARKER) return null;
  let name = '';
  for (let i = from + (begins ? 6 : 4); i < end; i += 1) name += String.fromCharCode(bytes[i]!);
  name = name.trim();
  if (name === name.toUpperCase()) return { begins, name };
  return { begins, name: name.toUpperCase() };
}

const BEGIN = codesOf('BEGIN:');
const END = codesOf('END:');

function codesOf(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function matches(bytes: Uint8Array, from: number, codes: readonly number[]): boolean {
  for (let i = 0; i < codes.length; i += 1) {
    const byte = bytes[from + i];
    const code = codes[i]!;
    if (byte !== code && !(code >= 65 && byte === code + 32)) return false;
  }
  return true;
}

const LONGEST_HEAD_LINE = 2_000;
const [BLANK, TAB] = [32, 9];

/** The end of a line together with the lines it was folded into; no farther than a head line may be long. */
function endOfFolded(bytes: Uint8Array, firstEnd: number): number {
  let end = firstEnd;
  while ((bytes[end + 1] === BLANK || bytes[end + 1] === TAB) && end - firstEnd <= LONGEST_HEAD_LINE) {
    const next = bytes.indexOf(LF, end + 1);
    end = next < 0 ? bytes.length : next;
  }
  return end;
}

function readHead(bytes: Uint8Array, from: number, firstEnd: number, head: CalendarHead | undefined): void {
  const first = bytes[from]! & 0xdf;
  // P(RODID), M(ETHOD), X(-WR-…) and T(IMEZONE-ID): everything else is not needed.
  if (!head || (first !== 80 && first !== 77 && first !== 88 && first !== 84 && first !== 78)) return;
  const end = endOfFolded(bytes, firstEnd);
  if (end - from > LONGEST_HEAD_LINE) return;
  const line = unfolded(bytes.subarray(from, end)).trimEnd();
  const nameEnd = endOfName(line);
  if (nameEnd < 0) return;
  const value = line.slice(startOfValue(line, nameEnd)).trim();
  switch (line.slice(0, nameEnd).toUpperCase()) {
    case 'PRODID':
      head.productId ||= value;
      break;
    case 'METHOD':
      head.method ||= value.toUpperCase();
      break;
    case 'X-WR-CALNAME':
    case 'NAME':
      head.name ||= value;
      break;
    case 'X-WR-TIMEZONE':
    case 'TIMEZONE-ID':
      head.zone ||= value;
      break;
  }
}

/** Folds are undone before decoding: one may stand inside a character. */
function unfolded(bytes: Uint8Array): string {
  // The line breaks inside a head line are those of its folds; each of them and the one blank behind it go.
  return decodeBytes(bytes.filter((byte, index) => byte !== LF && byte !== CR && bytes[index - 1] !== LF)).text;
}
