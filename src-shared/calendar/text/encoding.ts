// Bytes of a file to bytes that hold ASCII-compatible text with LF or CRLF line ends, and pieces of it to strings.
// Folding is undone on bytes (RFC 5545 3.1 lets a fold split a character), so decoding comes last and piece by piece.

/** The part of the platform's decoder that is used; it exists in Node and in browsers, but `src-shared` has neither's types. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

export interface SourceBytes {
  readonly bytes: Uint8Array;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/** Recognises UTF-16 and byte order marks; makes CR-only line ends LF. UTF-8 and Latin-1 are told apart later, per piece. */
export function prepareBytes(bytes: Uint8Array): SourceBytes {
  const encoding = sniffEncoding(bytes);
  let prepared = bytes;
  if (encoding !== 'utf-8') prepared = new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  if (prepared[0] === 0xef && prepared[1] === 0xbb && prepared[2] === 0xbf) prepared = prepared.subarray(3);
  if (!prepared.includes(LF) && prepared.includes(CR)) prepared = prepared.map((byte) => (byte === CR ? LF : byte));
  return { bytes: prepared, encoding };
}

const LF = 10;
const CR = 13;
const SNIFFED_BYTES = 512;

function sniffEncoding(bytes: Uint8Array): SourceBytes['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, SNIFFED_BYTES);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  // Text in UTF-16 has a NUL in nearly every second place and none in the others; a file of zeros has them everywhere.
  if (odd > length / 4 && even < length / 16) return 'utf-16le';
  if (even > length / 4 && odd < length / 16) return 'utf-16be';
  return 'utf-8';
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const patientUtf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');

export interface DecodedText {
  readonly text: string;
  /** `cut`: UTF-8 with characters that lost bytes; `latin1`: at least one line is no UTF-8 at all. */
  readonly damage: 'none' | 'cut' | 'latin1';
}

/** Decodes UTF-8, and line by line what is none: one description that was cut inside a character must not spoil the title beside it. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const text = decodeStrictly(bytes);
  if (text !== null) return { text, damage: 'none' };
  let damage: DecodedText['damage'] = 'cut';
  const lines: string[] = [];
  for (let at = 0; at <= bytes.length; ) {
    const found = bytes.indexOf(LF, at);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(at, end);
    const decoded = decodeStrictly(line) ?? decodeCutUtf8(line);
    if (decoded === null) damage = 'latin1';
    // Windows-1252 holds Latin-1.
    lines.push(decoded ?? windows1252.decode(line));
    at = end + 1;
  }
  return { text: lines.join('\n'), damage };
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** A line with more whole characters beyond ASCII than broken ones is UTF-8 that lost bytes; null for all others. */
function decodeCutUtf8(bytes: Uint8Array): string | null {
  const text = patientUtf8.decode(bytes);
  let whole = 0;
  let broken = 0;
  for (const character of text) {
    if (character === REPLACEMENT) broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return whole > broken ? text : null;
}

const REPLACEMENT = '\ufffd';

export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** `=C3=BC` (vCalendar 1.0) in the charset its CHARSET parameter names; UTF-8 when it names none. */
export function decodeQuotedPrintable(text: string, charset: string | null): string {
  const bytes: number[] = [];
  const raw = encodeText(text);
  for (let i = 0; i < raw.length; i += 1) {
    const byte = raw[i]!;
    const code = byte === 61 ? hexDigit(raw[i + 1]) * 16 + hexDigit(raw[i + 2]) : Number.NaN;
    if (Number.isNaN(code)) bytes.push(byte);
    else {
      bytes.push(code);
      i += 2;
    }
  }
  const decoded = Uint8Array.from(bytes);
  return charset !== null && /8859|1252|latin/i.test(charset) ? windows1252.decode(decoded) : decodeBytes(decoded).text;
}

function hexDigit(byte: number | undefined): number {
  return byte === undefined || !/[0-9a-f]/i.test(String.fromCharCode(byte))
    ? Number.NaN
    : Number.parseInt(String.fromCharCode(byte), 16);
}
