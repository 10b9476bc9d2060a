// A change as it is written, table by table within one transaction, in slices between which the page draws. What was there before goes
// to the undo step as it is met.
import type { Table } from 'dexie';
import type { Change, Committed } from './change';
import type { DaywrightDatabase } from './database';
import { inSlices } from './in-slices';
import { type OwnerOfEvents, takeOccurrences } from './occurrences-of-items';
import { type EachInSlices, eachInSlices } from './pauses';
import { keyOfRow, type Rows, TABLE_NAMES, type TableName } from './rows';
import { isEmptyRange, MANY_KEYS, rangeOf, storedKeys, takeStored } from './stored-keys';
import type { InverseSteps } from './undo-steps';

interface Writing {
  readonly database: DaywrightDatabase;
  readonly each: EachInSlices;
  readonly inverse: InverseSteps;
  /** Items that were not there. They take their occurrences with them: these need not be named again. */
  readonly addedItems: Set<string>;
  /** Items that are replaced or removed: what is stored of their occurrences goes. */
  formerItems: OwnerOfEvents[];
  areNeighbours: boolean;
  /** Items of the parts before. What was there of them is known: the inverse takes them back to that. */
  readonly settledItems: Set<string>;
  /** The newest rows on their way to the store. */
  putting: PromiseLike<unknown> | null;
}

/** What the page copies to the store within half a frame. */
const ROWS_A_PUT = 100;
/** From here on it is worth asking whether anything is there at all. */
const SOME_KEYS = 20;

type AnyRow = Rows[TableName];

export async function writeChange(
  database: DaywrightDatabase,
  wanted: Change,
  inverse: InverseSteps,
): Promise<Pick<Committed, 'change' | 'rowsWritten'>> {
  const writing: Writing = {
    database,
    each: eachInSlices(database),
    inverse,
    addedItems: new Set(),
    formerItems: [],
    areNeighbours: false,
    settledItems: new Set(),
    putting: null,
  };
  const written = await writePart(writing, wanted);
  let { rowsWritten } = written;
  if (wanted.more) {
    settle(writing, wanted);
    for (const part of wanted.more.parts()) {
      rowsWritten += (await writePart(writing, part)).rowsWritten;
      settle(writing, part);
    }
  }
  await writing.putting;
  return { change: written.change, rowsWritten };
}

function settle({ settledItems }: Writing, { puts }: Change): void {
  for (const row of puts?.items ?? []) settledItems.add(itemOfRow(row));
}

async function writePart(writing: Writing, wanted: Change): Promise<Pick<Committed, 'change' | 'rowsWritten'>> {
  writing.formerItems = [];
  let change = wanted;
  let rowsWritten = 0;
  for (const name of TABLE_NAMES) {
    const rows: readonly AnyRow[] = change.puts?.[name] ?? [];
    const unwanted = change.deletes?.[name] ?? [];
    const former = name === 'events' ? writing.formerItems.length : 0;
    // Not even awaited: Dexie takes a transaction for left after a hundred turns in which nothing is asked of the store.
    if (rows.length + unwanted.length + former === 0) continue;
    const removed = await writeTable(writing, name, rows, unwanted);
    rowsWritten += rows.length + removed.length;
    if (former > 0) change = { ...change, deletes: { ...change.deletes, events: removed } };
  }
  return { change, rowsWritten };
}

/** Returns the keys that were removed, or were to be. */
async function writeTable(
  writing: Writing,
  name: TableName,
  rows: readonly AnyRow[],
  unwanted: readonly string[],
): Promise<readonly string[]> {
  const { database, each, inverse, addedItems, formerItems, settledItems } = writing;
  const isNews = (row: unknown): boolean =>
    settledItems.size === 0 || !settledItems.has(itemOfRow(row as OwnerOfEvents));
  const former = name === 'events' ? formerItems : [];
  const table = database.table(name) as Table<unknown, string>;
  const keyOf = (row: unknown): string => keyOfRow(name, row as never);
  const present = new Set<string>();
  const removed: string[] = [];
  if (unwanted.length + former.length > 0 || !(await isFresh(table, rows, keyOf, each))) {
    const isPut = new Set<string>();
    await each(rows, (row) => isPut.add(keyOf(row)));
    await each(new Set(unwanted), (key) => {
      if (!isPut.has(key)) removed.push(key);
    });
    const asked = new Set(isPut);
    for (const key of removed) asked.add(key);
    await takeOccurrences(database, former, writing.areNeighbours, async (found) => {
      for (const { id } of found) {
        if (isPut.has(id)) present.add(id);
        else if (!asked.has(id)) removed.push(id);
        asked.delete(id);
      }
      await inverse.addRows(name, found.filter(isNews));
    });
    const inOrder = await takeStored(table, asked, each, async (found) => {
      for (const row of found) {
        present.add(keyOf(row));
        if (name === 'items') formerItems.push(ownerOf(row as Rows['items']));
      }
      await inverse.addRows(name, name === 'items' || name === 'events' ? found.filter(isNews) : found);
    });
    if (name === 'items') writing.areNeighbours = inOrder;
  }
  await each(rows, (row) => {
    const key = keyOf(row);
    if (name === 'events' && addedItems.has(itemOfRow(row as Rows['events']))) return;
    if (present.has(key)) return;
    if (name === 'items') addedItems.add(itemOfRow(row as Rows['items']));
    inverse.addKey(name, key);
  });
  await deleteAll(table, removed, each);
  for (let from = 0; from < rows.length; from += ROWS_A_PUT) {
    // While the store writes some rows, the page copies the next ones.
    const before = writing.putting;
    writing.putting = table.bulkPut(rows.slice(from, from + ROWS_A_PUT));
    await before;
  }
  return removed;
}

/** Whether nothing is there yet of many rows, nor between them, such as of a calendar that is new. */
async function isFresh(
  table: Table<unknown, string>,
  rows: readonly AnyRow[],
  keyOf: (row: unknown) => string,
  each: EachInSlices,
): Promise<boolean> {
  if (rows.length <= SOME_KEYS) return false;
  const range = await rangeOf(keysOf(rows, keyOf), each);
  return range === null || isEmptyRange(table, range);
}

function* keysOf(rows: readonly AnyRow[], keyOf: (row: unknown) => string): Generator<string> {
  for (const row of rows) yield keyOf(row);
}

/** Removes rows; those that stand side by side in the table, such as a whole calendar, in one request. */
async function deleteAll(table: Table<unknown, string>, keys: readonly string[], each: EachInSlices): Promise<void> {
  const wanted = new Set<string>();
  if (keys.length > MANY_KEYS) await each(keys, (key) => wanted.add(key));
  const range = await rangeOf(wanted, each);
  if (range === null) {
    await inSlices(keys, (slice) => table.bulkDelete(slice));
    return;
  }
  const { present, others } = await storedKeys(table, wanted, range);
  if (others === 0) await table.where(':id').between(range.first, range.last, true, true).delete();
  else await inSlices([...present], (slice) => table.bulkDelete(slice));
}

function ownerOf({ calendarId, uid }: Rows['items']): OwnerOfEvents {
  return { calendarId, uid };
}

function itemOfRow({ calendarId, uid }: OwnerOfEvents): string {
  return `${calendarId}\n${uid}`;
}
