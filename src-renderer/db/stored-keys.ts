// Which of many keys are there. Asking for each of ten thousand rows takes seconds; a range of keys is one request.
import type { Table } from 'dexie';
import { inSlices } from './in-slices';

/** From here on a range is read instead of each key. */
const MANY_KEYS = 400;
const PAGE = 1_000;

export interface StoredKeys {
  /** Those of the keys that are in the table. */
  readonly present: ReadonlySet<string>;
  /** Whether nothing else lies between the first and the last of them. */
  readonly isWholeRange: boolean;
}

export async function storedKeys(table: Table<unknown, string>, keys: readonly string[]): Promise<StoredKeys> {
  const wanted = new Set(keys);
  const present = new Set<string>();
  if (wanted.size === 0) return { present, isWholeRange: true };
  const { first, last } = endsOf(wanted);
  let from = first;
  let isWholeRange = true;
  for (let isFirst = true; ; isFirst = false) {
    const page = (await table.where(':id').between(from, last, isFirst, true).limit(PAGE).primaryKeys()) as string[];
    for (const key of page) {
      if (wanted.has(key)) present.add(key);
      else isWholeRange = false;
    }
    if (page.length < PAGE) return { present, isWholeRange };
    from = page.at(-1)!;
  }
}

/** The lowest and the highest of some keys, in one pass: sorting a hundred thousand would hold the page. There is at least one. */
export function endsOf(keys: Iterable<string>): { readonly first: string; readonly last: string } {
  let first: string | null = null;
  let last = '';
  for (const key of keys) {
    // By code unit, as IndexedDB orders them.
    if (first === null || key < first) first = key;
    if (key > last) last = key;
  }
  return { first: first ?? '', last };
}

/** The rows of many keys, those that are there. */
export async function storedRows<Row>(table: Table<Row, string>, keys: readonly string[]): Promise<Map<string, Row>> {
  const many = keys.length > MANY_KEYS ? (await storedKeys(table as Table<unknown, string>, keys)).present : null;
  const asked = many ? [...many] : [...new Set(keys)];
  const rows: (Row | undefined)[] = await inSlices(asked, (slice) => table.bulkGet(slice));
  const byKey = new Map<string, Row>();
  asked.forEach((key, index) => {
    const row = rows[index];
    if (row !== undefined) byKey.set(key, row);
  });
  return byKey;
}
