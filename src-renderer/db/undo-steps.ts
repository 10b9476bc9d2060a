// Undo steps as they are stored. A small one is one row; a large one (an import, its redo) is kept in parts beside it, so that neither
// writing it nor asking for its label copies a hundred thousand rows at once.
import { slicesOf } from '#shared/base/slices-of';
import type { Change } from './change';
import type { DaywrightDatabase } from './database';
import { inSlices } from './in-slices';
import { TABLE_NAMES, type TableName, type UndoRow } from './rows';

/** Rows and keys that fit into one row. */
const MOST_IN_ONE = 400;
const ROWS_A_PART = MOST_IN_ONE / 4;
/** Keys are small. */
const KEYS_A_PART = MOST_IN_ONE * 4;

/** Tables that may have a hundred thousand rows. */
const LARGE_TABLES: readonly TableName[] = ['items', 'events'];

/**
 * What takes a change back, gathered while the change is written. Of a step that is kept, the rows of large tables go to the store as
 * they come: memory never holds them all.
 */
export class InverseSteps {
  readonly #database: DaywrightDatabase;
  readonly #step: Omit<UndoRow, 'change'> | null;
  readonly #puts: Record<string, unknown[]> = {};
  readonly #deletes: Record<string, string[]> = {};
  /** Its number, from when its first part goes to the store. A promise: rows come from two requests at once, and it is one step. */
  #seq: PromiseLike<number> | null = null;
  /** The newest part, while the store writes it. */
  #writing: PromiseLike<unknown> | null = null;

  /** @param step null: no step is kept */
  constructor(database: DaywrightDatabase, step: Omit<UndoRow, 'change'> | null) {
    this.#database = database;
    this.#step = step;
  }

  /** Rows that were there before. Resolves when more may come: while the store writes some, the next can be read. */
  async addRows(name: TableName, rows: readonly unknown[]): Promise<void> {
    append(this.#puts, name, rows);
    const held = this.#puts[name] ?? [];
    if (this.#step === null || !LARGE_TABLES.includes(name)) return;
    if (this.#seq === null ? held.length <= MOST_IN_ONE : held.length < ROWS_A_PART) return;
    this.#puts[name] = [];
    await this.#addParts(rowParts(name, held));
  }

  /** The key of a row that was not. */
  addKey(name: TableName, key: string): void {
    const keys = this.#deletes[name];
    if (keys) keys.push(key);
    else this.#deletes[name] = [key];
  }

  /** Stores the step; returns its number. */
  async end(): Promise<number> {
    if (this.#step === null) throw new Error('No step is kept of this change');
    const change = this.held();
    if (this.#seq === null && sizeOf(change) <= MOST_IN_ONE) return this.#database.undo.add({ ...this.#step, change });
    const seq = await this.#addParts(partsOf(change));
    await this.#writing;
    return seq;
  }

  /** All of it, but for the rows that went to the store. */
  held(): Change {
    const puts = Object.fromEntries(Object.entries(this.#puts).filter(([, rows]) => rows.length > 0));
    return { puts, deletes: this.#deletes } as Change;
  }

  /** Resolves when but the last is written. */
  async #addParts(parts: Iterable<Change>): Promise<number> {
    this.#seq ??= this.#database.undo.add({ ...this.#step!, change: {}, inParts: true });
    const seq = await this.#seq;
    for (const change of parts) {
      const before = this.#writing;
      this.#writing = this.#database.undoParts.add({ seq, change });
      await before;
    }
    return seq;
  }
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
    yield* rowParts(name, change.puts?.[name] ?? []);
    for (const keys of slicesOf(change.deletes?.[name] ?? [], KEYS_A_PART)) yield { deletes: { [name]: keys } };
  }
}

function* rowParts(name: TableName, rows: readonly unknown[]): Generator<Change> {
  for (const some of slicesOf(rows, ROWS_A_PART)) yield { puts: { [name]: some } } as Change;
}
