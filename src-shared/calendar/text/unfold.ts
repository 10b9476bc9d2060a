// Undoes folding on bytes (RFC 5545 3.1): a line break followed by one blank is dropped with that blank, exactly one.
// Also tolerated: a continuation without its blank, soft line breaks of quoted-printable, NUL bytes, empty lines.

/** Longest logical line kept, in bytes. Longer ones (attachments, attacks) are dropped and counted. */
export const LONGEST_LINE = 1_048_576;

const LF = 10;
const CR = 13;
const TAB = 9;
const BLANK = 32;
const EQUALS = 61;

/** A reusable buffer that holds one component at a time. */
export interface UnfoldedLines {
  bytes: Uint8Array;
  /** Bytes in use. Lines are separated by LF, without one at the end. */
  length: number;
  /** Where each logical line begins in `bytes`; the first `count` are in use. */
  starts: Int32Array;
  count: number;
  /** How many lines were dropped because they were too long. */
  dropped: number;
  /** How many lines were dropped because they are neither a property nor can continue the one before. */
  stray: number;
}

export function newUnfoldedLines(): UnfoldedLines {
  return { bytes: new Uint8Array(65_536), length: 0, starts: new Int32Array(1_024), count: 0, dropped: 0, stray: 0 };
}

/**
 * Unfolds source[from, to) into `into`. With `physical`, also notes for each logical line how many physical lines come before it,
 * counted from `from`.
 */
export function unfold(source: Uint8Array, from: number, to: number, into: UnfoldedLines, physical?: number[]): void {
  if (into.bytes.length < to - from) into.bytes = new Uint8Array(Math.max(to - from, into.bytes.length * 2));
  const out = into.bytes;
  into.count = 0;
  into.dropped = 0;
  into.stray = 0;
  let length = 0;
  let lineStart = 0;
  let lineNumber = 0;
  let at = from;
  while (at < to) {
    const first = source[at]!;
    const isFolded = first === BLANK || first === TAB;
    if (isFolded && into.count > 0) {
      at += 1;
    } else if (first !== LF && first !== CR) {
      if (into.count > 0 && endsSoftly(out, lineStart, length)) {
        // Quoted-printable breaks its lines after `=` and goes on without a blank.
        length -= 1;
      } else if (into.count === 0 || isProperty(source, at, to)) {
        length = dropWhenTooLong(into, length, physical);
        if (into.count > 0) {
          out[length] = LF;
          length += 1;
        }
        lineStart = length;
        addStart(into, length);
        physical?.push(lineNumber);
      } else if (!continues(out, lineStart, first)) {
        into.stray += 1;
        at = skipLine(source, at, to);
        lineNumber += 1;
        continue;
      }
    }
    for (; at < to; at += 1) {
      const byte = source[at]!;
      if (byte === LF) break;
      if (byte === 0) continue;
      out[length] = byte;
      length += 1;
    }
    // The carriage return of CRLF, or of CRCRLF; one inside a line is kept.
    while (length > lineStart && out[length - 1] === CR) length -= 1;
    at += 1;
    lineNumber += 1;
  }
  into.length = dropWhenTooLong(into, length, physical);
}

function addStart(into: UnfoldedLines, start: number): void {
  if (into.count === into.starts.length) {
    const longer = new Int32Array(into.starts.length * 2);
    longer.set(into.starts);
    into.starts = longer;
  }
  into.starts[into.count] = start;
  into.count += 1;
}

/** Takes the last line back when it is too long; returns the length that is left. */
function dropWhenTooLong(into: UnfoldedLines, length: number, physical?: number[]): number {
  if (into.count === 0) return length;
  const last = into.starts[into.count - 1]!;
  if (length - last <= LONGEST_LINE) return length;
  into.count -= 1;
  physical?.pop();
  into.dropped += 1;
  // Without the LF that separates it from the line before.
  return Math.max(last - 1, 0);
}

/**
 * Whether a physical line begins a property: a name of letters, digits and dashes, then `:` or `;`. A fold may stand inside or behind
 * the name, as Apple and Mozilla once wrote it. Anything else continues the line before.
 */
function isProperty(source: Uint8Array, at: number, to: number): boolean {
  for (let i = at; i < to; i += 1) {
    const byte = source[i]!;
    if (byte === 58 || byte === 59) return i > at;
    const fold = byte === CR || byte === LF ? lengthOfFold(source, i, to) : 0;
    if (fold > 0) {
      i += fold - 1;
      continue;
    }
    const isName =
      (byte >= 65 && byte <= 90) ||
      (byte >= 97 && byte <= 122) ||
      (byte >= 48 && byte <= 57) ||
      byte === 45 ||
      byte === 95;
    if (!isName) return false;
  }
  return false;
}

/** Bytes of the line breaks (programs double them) and the blank at `at`; 0 when no continuation follows. */
function lengthOfFold(source: Uint8Array, at: number, to: number): number {
  let next = at;
  while (next < to && (source[next] === CR || source[next] === LF)) next += 1;
  return next < to && (source[next] === BLANK || source[next] === TAB) ? next + 1 - at : 0;
}

/**
 * Whether a line without a name can belong to the property before it: free text can go on with anything, while a date, a rule or a
 * number goes on with more of its kind and is spoiled by anything else.
 */
function continues(out: Uint8Array, lineStart: number, first: number): boolean {
  const isMoreOfValue = (first >= 48 && first <= 57) || first === 44 || first === 59 || first === EQUALS;
  return (
    isMoreOfValue ||
    FREE_TEXT.some((name) => name.every((code, offset) => (out[lineStart + offset]! & 0xdf) === (code & 0xdf)))
  );
}

function skipLine(source: Uint8Array, at: number, to: number): number {
  const end = source.indexOf(LF, at);
  return end < 0 || end >= to ? to : end + 1;
}

function codesOf(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

const FREE_TEXT = ['DESC', 'SUMM', 'LOCA', 'COMM', 'CATE', 'CONT', 'ATTE', 'ATTA', 'ORGA', 'RESO', 'URL', 'X-'].map(
  codesOf,
);
const QUOTED_PRINTABLE = codesOf('QUOTED-PRINTABLE');

function endsSoftly(out: Uint8Array, lineStart: number, length: number): boolean {
  if (out[length - 1] !== EQUALS) return false;
  // The encoding stands in the head of the line, before the value.
  const last = Math.min(length, lineStart + 200) - QUOTED_PRINTABLE.length;
  for (let i = lineStart; i < last; i += 1) {
    if (QUOTED_PRINTABLE.every((code, offset) => (out[i + offset]! & 0xdf) === (code & 0xdf))) return true;
  }
  return false;
}
