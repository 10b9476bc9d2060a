// Which of many rows are there. Asking for each of ten thousand takes seconds; a range is read page by page.
import type { Table } from 'dexie';
import { inSlices } from './in-slices';
import type { EachInSlices } from './pauses';

/** From here on a range is read instead of each key. */
export const MANY_KEYS = 400;
/** From here on, and up to a page, all of a range is asked first. */
const SOME_KEYS = 8;
const KEYS_A_PAGE = 1_000;
/** Rows carry their text. */
const ROWS_A_PAGE = 100;

/** From the lowest to the highest of some keys, both inclusive. */
export interface KeyRange {
  readonly first: string;
  readonly last: string;
}

export interface StoredKeys {
  /** Those of the keys that are in the table. */
  readonly present: ReadonlySet<string>;
  /** How many others lie between the first and the last of them. */
  readonly others: number;
}

/** Null for no keys. By code unit, as IndexedDB orders them; in one pass, because sorting a hundred thousand would hold the page. */
export async function rangeOf(keys: Iterable<string>, each: EachInSlices): Promise<KeyRange | null> {
  let first: string | null = null;
  let last = '';
  await each(keys, (key) => {
    if (first === null || key < first) first = key;
    if (key > last) last = key;
  });
  return first === null ? null : { first, last };
}

export async function isEmptyRange(table: Table<unknown, string>, { first, last }: KeyRange): Promise<boolean> {
  const met = await table.where(':id').between(first, last, true, true).limit(1).primaryKeys();
  return met.length === 0;
}

export async function storedKeys(
  table: Table<unknown, string>,
  wanted: ReadonlySet<string>,
  { first, last }: KeyRange,
): Promise<StoredKeys> {
  const present = new Set<string>();
  let others = 0;
  let from = first;
  for (let isFirst = true; ; isFirst = false) {
    const page = await table.where(':id').between(from, last, isFirst, true).limit(KEYS_A_PAGE).primaryKeys();
    for (const key of page) {
      if (wanted.has(key)) present.add(key);
      else others += 1;
    }
    if (page.length < KEYS_A_PAGE) return { present, others };
    from = page.at(-1)!;
  }
}

/**
 * Gives the rows of some keys, those that are there, a few at a time.
 * @returns whether they came in the order of their keys and are most of what lies between the first and the last of them
 */
export async function takeStored<Row>(
  table: Table<Row, string>,
  wanted: ReadonlySet<string>,
  each: EachInSlices,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<boolean> {
  const isSome = wanted.size >= SOME_KEYS && wanted.size <= ROWS_A_PAGE;
  const range = isSome || wanted.size > MANY_KEYS ? await rangeOf(wanted, each) : null;
  if (range !== null && isSome) {
    const rows = await rowsAtOnce(table, wanted, range);
    if (rows !== null) {
      await take(rows);
      return false;
    }
  }
  if (range === null || isSome) {
    await takeEach(table, [...wanted], take);
    return false;
  }
  const { present, others } = await storedKeys(table as Table<unknown, string>, wanted, range);
  if (others > present.size) {
    await takeEach(table, [...present], take);
    return false;
  }
  const keyOf = keysIn(table);
  let from = range.first;
  for (let isFirst = true; ; isFirst = false) {
    const page = await table.where(':id').between(from, range.last, isFirst, true).limit(ROWS_A_PAGE).toArray();
    await take(others === 0 ? page : page.filter((row) => present.has(keyOf(row))));
    if (page.length < ROWS_A_PAGE) return true;
    from = keyOf(page.at(-1)!);
  }
}

/** All between the first and the last of some keys in one request, instead of one a key; null where too much else lies between them. */
async function rowsAtOnce<Row>(
  table: Table<Row, string>,
  wanted: ReadonlySet<string>,
  { first, last }: KeyRange,
): Promise<readonly Row[] | null> {
  const most = 2 * wanted.size;
  const rows = await table.where(':id').between(first, last, true, true).limit(most).toArray();
  if (rows.length === most) return null;
  const keyOf = keysIn(table);
  return rows.filter((row) => wanted.has(keyOf(row)));
}

function keysIn<Row>(table: Table<Row, string>): (row: Row) => string {
  const { keyPath } = table.schema.primKey;
  return (row) => (row as Record<string, string>)[keyPath as string]!;
}

async function takeEach<Row>(
  table: Table<Row, string>,
  keys: string[],
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  await inSlices(keys, async (slice) => {
    const rows: (Row | undefined)[] = await table.bulkGet(slice);
    await take(rows.filter((row) => row !== undefined));
  });
}
