// Items on their way to the page in many small messages: a calendar of ten thousand events in one would hold the page for a third of a
// second. They cross as text, because the threads in between then move bytes instead of copying objects. A part is one line with the heads
// of its items, which is all that comparing needs, and then the items themselves, which stay bytes until somebody looks at one.
import { failed, ok, type Result } from '../base/result';
import { describeProblem, type Infer, parseWith, s } from '../base/schema';
import { decodeUtf8Strictly, encodeUtf8 } from '../base/utf8';
import { instantField } from '../time/fields';
import { type ImportedItem, importedItemSchema } from './imported';

/** Bytes of a part, reached by whole items. */
const PART_BYTES = 24 * 1024;
const NEWLINE = 10;

export interface ItemParts {
  add(item: ImportedItem): void;
  /** Gives away what is left. */
  end(): void;
}

/** Gathers items and gives them away in parts. */
export function itemParts(give: (part: Uint8Array<ArrayBuffer>) => void): ItemParts {
  let heads: string[] = [];
  let items: Uint8Array[] = [];
  let length = 0;
  const end = (): void => {
    if (items.length > 0) give(joined([encodeUtf8(`[${heads.join(',')}]\n`), ...items]));
    heads = [];
    items = [];
    length = 0;
  };
  return {
    add(item) {
      const bytes = encodeUtf8(JSON.stringify(item));
      heads.push(JSON.stringify(headOf(item, bytes.length)));
      items.push(bytes);
      length += bytes.length;
      if (length >= PART_BYTES) end();
    },
    end,
  };
}

const headSchema = s.tuple([
  s.string(),
  s.string(),
  s.int(),
  instantField.nullable(),
  instantField.nullable(),
  s.string(),
  s.boolean(),
  s.string().nullable(),
  s.int().min(0),
]);
const headsSchema = s.array(headSchema);

type Head = Infer<typeof headSchema>;

function headOf(item: ImportedItem, bytes: number): Head {
  const { uid, title, sequence, lastModified, stamp, hash, recurring, occurrences } = item;
  return [uid, title, sequence, lastModified, stamp, hash, recurring, occurrences[0]?.start ?? null, bytes];
}

/** An item whose text and occurrences are bytes until they are asked for. A hundred thousand of them are a few megabytes of objects. */
export class PackedItem implements ImportedItem {
  [field: string]: unknown;
  readonly uid: string;
  readonly title: string;
  readonly sequence: number;
  readonly lastModified: ImportedItem['lastModified'];
  readonly stamp: ImportedItem['stamp'];
  readonly hash: string;
  readonly recurring: boolean;
  /** Of its first occurrence. */
  readonly firstStart: string | null;
  readonly #part: Uint8Array;
  readonly #from: number;
  readonly #to: number;

  constructor(head: Head, part: Uint8Array, from: number) {
    [this.uid, this.title, this.sequence, this.lastModified, this.stamp, this.hash, this.recurring, this.firstStart] =
      head;
    this.#part = part;
    this.#from = from;
    this.#to = from + head[8];
  }

  get ics(): string {
    return this.whole().ics;
  }

  get occurrences(): ImportedItem['occurrences'] {
    return this.whole().occurrences;
  }

  /** Throws where the host sent something else, which is a fault of it. */
  whole(): ImportedItem {
    const text = decodeUtf8Strictly(this.#part.subarray(this.#from, this.#to));
    const parsed = parseWith(importedItemSchema, text === null ? null : JSON.parse(text));
    if (parsed.ok) return parsed.value;
    throw new Error(`The item ${this.uid} cannot be read: ${parsed.error.map(describeProblem).join('; ')}`);
  }
}

/** The item with its text and occurrences as plain fields. */
export function wholeItem(item: ImportedItem): ImportedItem {
  return item instanceof PackedItem ? item.whole() : item;
}

/** Start of the first occurrence; null for none. */
export function firstStartOf(item: ImportedItem): string | null {
  return item instanceof PackedItem ? item.firstStart : (item.occurrences[0]?.start ?? null);
}

/** The items of a part, still packed; a text on failure, which is a fault of the host. */
export function packedItemsOfPart(part: Uint8Array): Result<PackedItem[], string> {
  const headLength = part.indexOf(NEWLINE);
  const text = headLength < 0 ? null : decodeUtf8Strictly(part.subarray(0, headLength));
  if (text === null) return failed('A part of the calendar does not begin with a line of UTF-8');
  try {
    const heads = parseWith(headsSchema, JSON.parse(text));
    if (!heads.ok) return failed(heads.error.map(describeProblem).join('; '));
    let at = headLength + 1;
    const items = heads.value.map((head) => {
      const item = new PackedItem(head, part, at);
      at += head[8];
      return item;
    });
    return at === part.length
      ? ok(items)
      : failed(`A part of the calendar has ${part.length} bytes, its heads name ${at}`);
  } catch (error) {
    return failed(`A part of the calendar cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The items of a part; a text on failure, which is a fault of the host. */
export function itemsOfPart(part: Uint8Array): Result<ImportedItem[], string> {
  const packed = packedItemsOfPart(part);
  if (!packed.ok) return packed;
  try {
    return ok(packed.value.map((item) => item.whole()));
  } catch (error) {
    return failed(`A part of the calendar cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
