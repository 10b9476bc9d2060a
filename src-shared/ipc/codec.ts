// What travels on every transport: one binary frame = 4 bytes header length (big-endian), the header as JSON, then the bytes of
// every Uint8Array of the payload in the order of their markers. Files cross as they are, never as base64.
import { failed, type Result } from '../base/result';
import { describeProblem, type Infer, parseWith, s } from '../base/schema';
import { decodeUtf8Strictly, encodeUtf8 } from '../base/utf8';
import { hostErrorSchema, progressSchema } from './outcome';

const id = s.int().min(0);

const frameSchema = s.discriminatedUnion('kind', [
  s.object({ kind: s.literal('request'), id, name: s.string(), payload: s.unknown() }),
  s.object({ kind: s.literal('cancel'), id }),
  s.object({
    kind: s.literal('result'),
    id,
    outcome: s.discriminatedUnion('kind', [
      s.object({ kind: s.literal('ok'), value: s.unknown() }),
      s.object({ kind: s.literal('failed'), error: hostErrorSchema }),
      s.object({ kind: s.literal('cancelled') }),
    ]),
  }),
  s.object({ kind: s.literal('progress'), id, progress: progressSchema }),
  s.object({ kind: s.literal('part'), id, part: s.unknown() }),
  s.object({ kind: s.literal('event'), name: s.string(), payload: s.unknown() }),
]);

export type Frame = Infer<typeof frameSchema>;

/** Why bytes are not a frame. `id` is set when the frame still says which request it belongs to. */
export interface FrameProblem {
  readonly message: string;
  readonly id: number | null;
}

const HEADER_LENGTH_BYTES = 4;
const MARKER = '$bytes';

/** O(size of the payload). A payload is plain JSON with Uint8Arrays in it; `undefined` fields are left out. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const pieces = framePieces(frame);
  const encoded = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    encoded.set(piece, at);
    at += piece.length;
  }
  return encoded;
}

/** The same without copying the Uint8Arrays of the payload: they are pieces as they are. */
export function framePieces(frame: Frame): readonly Uint8Array[] {
  const attached: Uint8Array[] = [];
  const header = encodeUtf8(JSON.stringify(needsMarkers(frame) ? withMarkers(frame, attached) : frame));
  const length = new Uint8Array(HEADER_LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, header.length);
  return [length, header, ...attached];
}

/** Never throws. The Uint8Arrays of the payload are views of `encoded`, not copies. */
export function decodeFrame(encoded: Uint8Array): Result<Frame, FrameProblem> {
  if (encoded.length < HEADER_LENGTH_BYTES) {
    return problem(`A frame of ${encoded.length} bytes has no header`);
  }
  const headerLength = new DataView(encoded.buffer, encoded.byteOffset, encoded.length).getUint32(0);
  const bodyStart = HEADER_LENGTH_BYTES + headerLength;
  if (bodyStart > encoded.length) {
    return problem(`A frame of ${encoded.length} bytes claims a header of ${headerLength} bytes`);
  }
  const text = decodeUtf8Strictly(encoded.subarray(HEADER_LENGTH_BYTES, bodyStart));
  if (text === null) return problem('The header of a frame is not UTF-8');

  let header: unknown = null;
  try {
    header = JSON.parse(text);
    if (bodyStart < encoded.length || text.includes(MARKER)) {
      const body = { bytes: encoded.subarray(bodyStart), at: 0 };
      header = withBytes(header, body);
      if (body.at !== body.bytes.length) {
        return problem(`A frame carries ${body.bytes.length} bytes, its header names ${body.at}`, idOf(header));
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return problem(`The header of a frame cannot be read: ${message}`, idOf(header));
  }
  const parsed = parseWith(frameSchema, header);
  if (parsed.ok) return parsed;
  return problem(`Not a frame: ${parsed.error.map(describeProblem).join('; ')}`, idOf(header));
}

function problem(message: string, frameId: number | null = null): Result<never, FrameProblem> {
  return failed({ message, id: frameId });
}

function idOf(header: unknown): number | null {
  const claimed = (header as { id?: unknown } | null)?.id;
  const parsed = parseWith(id, claimed);
  return parsed.ok ? parsed.value : null;
}

/** Most payloads hold neither bytes nor a key that looks like a marker, and then JSON can have them as they are. */
function needsMarkers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(needsMarkers);
  for (const [key, inner] of Object.entries(value)) {
    if (looksLikeMarker(key) || needsMarkers(inner)) return true;
  }
  return false;
}

function withMarkers(value: unknown, attached: Uint8Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) {
    attached.push(value);
    return { [MARKER]: value.length };
  }
  if (Array.isArray(value)) return value.map((inner) => withMarkers(inner, attached));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [looksLikeMarker(key) ? `$${key}` : key, withMarkers(inner, attached)]),
  );
}

function withBytes(value: unknown, body: { readonly bytes: Uint8Array; at: number }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => withBytes(inner, body));
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]![0] === MARKER) {
    const length: unknown = entries[0]![1];
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || body.at + length > body.bytes.length) {
      throw new RangeError(`${JSON.stringify(length)} bytes are named where ${body.bytes.length - body.at} are left`);
    }
    body.at += length;
    return body.bytes.subarray(body.at - length, body.at);
  }
  return Object.fromEntries(
    entries.map(([key, inner]) => [looksLikeMarker(key) ? key.slice(1) : key, withBytes(inner, body)]),
  );
}

/** `$bytes`, `$$bytes`, …: a payload's own key of that look travels with one more `$` and loses it on arrival. */
function looksLikeMarker(key: string): boolean {
  return key.endsWith(MARKER) && /^\$+bytes$/.test(key);
}
