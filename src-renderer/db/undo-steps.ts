// Undo steps as they are stored. A small one is one row; a large one (an import, its redo) is kept in parts beside it, so that neither
// writing it nor asking for its label copies a hundred thousand rows at once.
import type { Change } from './change';
import type { DaywrightDatabase } from './database';
import { inSlices } from './in-slices';
import { TABLE_NAMES, type TableName, type UndoRow } from './rows';

/** Rows and keys that fit into one row. */
const MOST_IN_ONE = 400;

/** Stores a step as the newest; returns its number. */
export async function addStep(database: DaywrightDatabase, step: UndoRow): Promise<number> {
  if (sizeOf(step.change) <= MOST_IN_ONE) return database.undo.add(step);
  const seq = await database.undo.add({ ...step, change: {}, inParts: true });
  for (const change of partsOf(step.change)) await database.undoParts.add({ seq, change });
  return seq;
}

/** The whole change of a step. */
export async function changeOfStep(database: DaywrightDatabase, step: UndoRow): Promise<Change> {
  if (!step.inParts) return step.change;
  const puts: Record<string, unknown[]> = {};
  const deletes: Record<string, string[]> = {};
  for (const key of await database.undoParts.where('seq').equals(step.seq!).primaryKeys()) {
    const part = await database.undoParts.get(key);
    for (const name of TABLE_NAMES) {
      append(puts, name, part?.change.puts?.[name] ?? []);
      append(deletes, name, part?.change.deletes?.[name] ?? []);
    }
  }
  return { puts, deletes } as Change;
}

/** Removes steps with their parts. */
export async function deleteSteps(database: DaywrightDatabase, steps: readonly number[]): Promise<void> {
  if (steps.length === 0) return;
  const parts = await database.undoParts
    .where('seq')
    .anyOf([...steps])
    .primaryKeys();
  await inSlices(parts, (keys) => database.undoParts.bulkDelete(keys));
  await database.undo.bulkDelete([...steps]);
}

function append<Row>(lists: Record<string, Row[]>, name: TableName, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const list = lists[name];
  if (list) for (const row of rows) list.push(row);
  else lists[name] = [...rows];
}

function sizeOf(change: Change): number {
  return TABLE_NAMES.reduce(
    (sum, name) => sum + (change.puts?.[name]?.length ?? 0) + (change.deletes?.[name]?.length ?? 0),
    0,
  );
}

function* partsOf(change: Change): Generator<Change> {
  for (const name of TABLE_NAMES) {
    for (const rows of slicesOf<unknown>(change.puts?.[name] ?? [], MOST_IN_ONE / 4))
      yield { puts: { [name]: rows } } as Change;
    // Keys are small.
    for (const keys of slicesOf(change.deletes?.[name] ?? [], MOST_IN_ONE * 4)) yield { deletes: { [name]: keys } };
  }
}

function* slicesOf<Item>(items: readonly Item[], length: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += length) yield items.slice(from, from + length);
}
