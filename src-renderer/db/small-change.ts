// A change of a few rows, as nearly every edit is and the plan of a week: what is there is asked in one trip to the store and everything
// is written in the next. Each trip that is waited for costs more than the work in it.
import type { Table } from 'dexie';
import type { Change, Committed } from './change';
import type { DaywrightDatabase } from './database';
import { eachInSlices } from './pauses';
import { keyOfRow, type Rows, TABLE_NAMES, type TableName } from './rows';
import { takeStored } from './stored-keys';
import type { InverseSteps } from './undo-steps';

/** Rows and keys of a table that go to the store at once: copied in a few milliseconds. */
const MOST_OF_A_TABLE = 100;

interface TablePart {
  readonly name: TableName;
  readonly table: Table<unknown, string>;
  readonly rows: readonly Rows[TableName][];
  readonly written: ReadonlySet<string>;
  /** Keys to remove; none of them is written too. */
  readonly removed: readonly string[];
  /** What is there of both. */
  readonly former: readonly unknown[];
}

export interface SmallChange {
  readonly change: Change;
  readonly parts: readonly TablePart[];
}

/** Items take their occurrences with them, and so are never few. */
export function isSmallChange(change: Change): boolean {
  if (change.more) return false;
  return TABLE_NAMES.every((name) => {
    const count = (change.puts?.[name]?.length ?? 0) + (change.deletes?.[name]?.length ?? 0);
    return count === 0 || (count <= MOST_OF_A_TABLE && name !== 'items' && name !== 'events');
  });
}

/** Reads what a small change replaces or removes. */
export async function readSmallChange(database: DaywrightDatabase, change: Change): Promise<SmallChange> {
  const touched = TABLE_NAMES.filter((name) => change.puts?.[name]?.length || change.deletes?.[name]?.length);
  const parts = await Promise.all(
    touched.map((name) => readPart(database, name, change.puts?.[name] ?? [], change.deletes?.[name] ?? [])),
  );
  return { change, parts };
}

async function readPart(
  database: DaywrightDatabase,
  name: TableName,
  rows: readonly Rows[TableName][],
  unwanted: readonly string[],
): Promise<TablePart> {
  const table = database.table(name) as Table<unknown, string>;
  const written = new Set(rows.map((row) => keyOfRow(name, row as never)));
  const removed = [...new Set(unwanted)].filter((key) => !written.has(key));
  const former: unknown[] = [];
  await takeStored(table, new Set([...written, ...removed]), eachInSlices(database), async (found) => {
    former.push(...found);
  });
  return { name, table, rows, written, removed, former };
}

/** Gives the inverse what takes a small change back, and asks for all of it to be written; resolves when it is. */
export async function writeSmallChange(
  { change, parts }: SmallChange,
  inverse: InverseSteps,
): Promise<Pick<Committed, 'change' | 'rowsWritten'>> {
  const writing: PromiseLike<unknown>[] = [];
  let rowsWritten = 0;
  for (const { name, table, rows, written, removed, former } of parts) {
    void inverse.addRows(name, former);
    const present = new Set(former.map((row) => keyOfRow(name, row as never)));
    for (const key of written) if (!present.has(key)) inverse.addKey(name, key);
    if (removed.length > 0) writing.push(table.bulkDelete([...removed]));
    if (rows.length > 0) writing.push(table.bulkPut(rows));
    rowsWritten += rows.length + removed.length;
  }
  await Promise.all(writing);
  return { change, rowsWritten };
}
