// The one way to write: a change is applied in one read-write transaction together with its inverse.
import type { Table } from 'dexie';
import type { DaywrightDatabase } from './database';
import { inSlices } from './in-slices';
import { type EventRow, type ItemRow, keyOfRow, type Rows, TABLE_NAMES, type TableName, type UndoRow } from './rows';
import { endsOf, storedKeys, storedRows } from './stored-keys';
import { addStep, changeOfStep, deleteSteps } from './undo-steps';

/** Rows to write and keys to remove, by table. Removing what is not there is fine. */
export interface Change {
  readonly puts?: { readonly [Name in TableName]?: readonly Rows[Name][] };
  readonly deletes?: { readonly [Name in TableName]?: readonly string[] };
}

export interface CommitOptions {
  /** The user's name for it; null = derived data that no undo step belongs to. */
  readonly label: string | null;
  /** The step puts a plan in force: of these the newest 50 stay undoable, whatever was edited between them. */
  readonly isPlan?: boolean;
  /** Steps kept; older ones are dropped in the same transaction, unless 50 plans are not among the newer ones yet. */
  readonly keepSteps?: number;
  /** The newest step of the store that the change was computed from; another one refuses it with `StoreMovedOn`. */
  readonly computedFrom?: number;
}

export interface Committed {
  /** What was written, with the removals that the rules below added. */
  readonly change: Change;
  /** Takes it back exactly. */
  readonly inverse: Change;
  readonly rowsWritten: number;
  /** Of the one transaction, from its request to its commit. */
  readonly milliseconds: number;
  /** Number of the newest step of the store, as the transaction left it. */
  readonly newestStep: number;
}

/** Another page stored a step since the change was computed. Nothing was written; it is to be computed again. */
export class StoreMovedOn extends Error {
  override readonly name = 'StoreMovedOn';
}

const KEPT_STEPS = 50;
const KEPT_PLANS = 50;
/** Whatever happens, the past is not kept longer than this. */
const MOST_STEPS = 500;
const FEW_ITEMS = 50;

export function isEmptyChange(change: Change): boolean {
  return tablesOf(change).length === 0;
}

/**
 * Applies a change. With a label its inverse becomes the newest undo step and the redo steps end.
 * An item that is written or removed takes all its stored occurrences with it, so that a version of a series
 * never mixes with occurrences of another, whatever window was expanded in between.
 */
export async function commitChange(
  database: DaywrightDatabase,
  change: Change,
  { label, isPlan = false, keepSteps = KEPT_STEPS, computedFrom }: CommitOptions,
): Promise<Committed> {
  const transaction = database.transaction('rw', database.tables, async () => {
    let newestStep = await newestStepOf(database);
    if (computedFrom !== undefined && computedFrom !== newestStep) throw new StoreMovedOn();
    const written = await write(database, change);
    if (label !== null) {
      await deleteSteps(database, await database.undo.where('stack').equals('redo').primaryKeys());
      const step = { stack: 'undo' as const, label, change: written.inverse };
      newestStep = await addStep(database, isPlan ? { ...step, plan: 1 } : step);
      await dropOldSteps(database, keepSteps);
    }
    return { ...written, newestStep };
  });
  const { done, milliseconds } = await timed(transaction);
  return { ...done, milliseconds };
}

/** Takes the newest step of one stack and puts its inverse on the other. Null when there is none. */
export async function commitStep(
  database: DaywrightDatabase,
  from: UndoRow['stack'],
): Promise<(Committed & { readonly label: string }) | null> {
  const transaction = database.transaction('rw', database.tables, async () => {
    const step = await newestOfStack(database, from);
    if (!step) return null;
    const { seq, inParts: _, ...kept } = step;
    const written = await write(database, await changeOfStep(database, step));
    await deleteSteps(database, [seq!]);
    const stack = from === 'undo' ? 'redo' : 'undo';
    const newestStep = await addStep(database, { ...kept, stack, change: written.inverse });
    return { ...written, newestStep, label: step.label };
  });
  const { done, milliseconds } = await timed(transaction);
  return done && { ...done, milliseconds };
}

async function timed<Done>(work: PromiseLike<Done>): Promise<{ readonly done: Done; readonly milliseconds: number }> {
  const started = performance.now();
  const done = await work;
  return { done, milliseconds: performance.now() - started };
}

/** Every user action has a number, undoing and redoing included, and a newer one a higher number; 0 before the first. */
export async function newestStepOf(database: DaywrightDatabase): Promise<number> {
  const [newest = 0] = await database.undo.toCollection().reverse().limit(1).primaryKeys();
  return newest;
}

/** Labels of the steps that undo and redo would take. */
export async function stepLabels(
  database: DaywrightDatabase,
): Promise<{ readonly undo: string | null; readonly redo: string | null }> {
  const [undo, redo] = await Promise.all([newestOfStack(database, 'undo'), newestOfStack(database, 'redo')]);
  return { undo: undo?.label ?? null, redo: redo?.label ?? null };
}

/** Labels of what the user did since the last plan, newest first; at most `most`. */
export async function labelsSincePlan(database: DaywrightDatabase, most: number): Promise<readonly string[]> {
  const keys = await newestSteps(database, most);
  const steps = await database.undo.bulkGet([...keys]);
  const known = steps.filter((step) => step !== undefined);
  const plan = known.findIndex((step) => step.plan === 1);
  return (plan < 0 ? known : known.slice(0, plan)).map((step) => step.label);
}

/** Numbers of the newest undo steps, newest first. */
export async function newestSteps(database: DaywrightDatabase, count: number): Promise<readonly number[]> {
  const keys = await database.undo.where('stack').equals('undo').primaryKeys();
  return keys.sort((a, b) => b - a).slice(0, count);
}

async function newestOfStack(database: DaywrightDatabase, stack: UndoRow['stack']): Promise<UndoRow | undefined> {
  const keys = await database.undo.where('stack').equals(stack).primaryKeys();
  return keys.length === 0 ? undefined : database.undo.get(Math.max(...keys));
}

async function dropOldSteps(database: DaywrightDatabase, keep: number): Promise<void> {
  const newestFirst = (a: number, b: number) => b - a;
  const keys = (await database.undo.where('stack').equals('undo').primaryKeys()).sort(newestFirst);
  if (keys.length <= keep) return;
  const undoable = new Set(keys);
  const plans = (await database.undo.where('plan').equals(1).primaryKeys())
    .filter((key) => undoable.has(key))
    .sort(newestFirst);
  const oldestPlan = plans[KEPT_PLANS - 1] ?? plans.at(-1) ?? Number.POSITIVE_INFINITY;
  await deleteSteps(
    database,
    keys.filter((key, index) => index >= keep && (key < oldestPlan || index >= MOST_STEPS)),
  );
}

async function write(
  database: DaywrightDatabase,
  wanted: Change,
): Promise<Pick<Committed, 'change' | 'inverse' | 'rowsWritten'>> {
  const change = await withOccurrencesOfItems(database, wanted);
  const puts: Record<string, unknown[]> = {};
  const deletes: Record<string, string[]> = {};
  const addedItems = new Set<string>();
  let rowsWritten = 0;
  for (const name of tablesOf(change)) {
    const table = database.table(name) as Table<unknown, string>;
    const putRows = (change.puts?.[name] ?? []) as readonly Rows[TableName][];
    const putKeys = putRows.map((row) => keyOfRow(name, row as never));
    const isPut = new Set(putKeys);
    const deleteKeys = (change.deletes?.[name] ?? []).filter((key) => !isPut.has(key));
    const before = await storedRows(table, [...putKeys, ...deleteKeys]);
    if (before.size > 0) puts[name] = [...before.values()];
    // An item takes its occurrences with it: they need not be named again.
    const added = putRows.filter(
      (row, index) =>
        !before.has(putKeys[index]!) && !(name === 'events' && addedItems.has(itemOfRow(row as EventRow))),
    );
    if (added.length > 0) deletes[name] = [...new Set(added.map((row) => keyOfRow(name, row as never)))];
    if (name === 'items') for (const row of added) addedItems.add(itemOfRow(row as ItemRow));
    await deleteAll(table, deleteKeys);
    await inSlices(putRows, (rows) => table.bulkPut(rows));
    rowsWritten += putRows.length + deleteKeys.length;
  }
  return { change, inverse: { puts, deletes } as Change, rowsWritten };
}

function itemOfRow({ calendarId, uid }: { readonly calendarId: string; readonly uid: string }): string {
  return `${calendarId}\n${uid}`;
}

async function withOccurrencesOfItems(database: DaywrightDatabase, change: Change): Promise<Change> {
  const itemKeys = [...(change.puts?.items ?? []).map((row) => row.id), ...(change.deletes?.items ?? [])];
  if (itemKeys.length === 0) return change;
  const known = await storedRows(database.items, itemKeys);
  const pairs = [...known.values()].map((row) => [row.calendarId, row.uid] as [string, string]);
  if (pairs.length === 0) return change;
  const stale = await occurrenceKeys(database, pairs);
  const kept = new Set((change.puts?.events ?? []).map((row: EventRow) => row.id));
  return {
    ...change,
    deletes: {
      ...change.deletes,
      events: [...new Set([...(change.deletes?.events ?? []), ...stale])].filter((key) => !kept.has(key)),
    },
  };
}

/** Removes rows; those that stand side by side in the table, such as a whole calendar, in one request. */
async function deleteAll(table: Table<unknown, string>, keys: readonly string[]): Promise<void> {
  if (keys.length > FEW_ITEMS) {
    const { present, isWholeRange } = await storedKeys(table, keys);
    if (present.size === 0) return;
    if (isWholeRange) {
      const { first, last } = endsOf(present);
      await table.where(':id').between(first, last, true, true).delete();
      return;
    }
  }
  await inSlices(keys, (slice) => table.bulkDelete(slice));
}

/** Ids of the stored occurrences of items, given as calendar and UID: one small request an item, many of them side by side. */
async function occurrenceKeys(
  database: DaywrightDatabase,
  pairs: readonly (readonly [calendarId: string, uid: string])[],
): Promise<string[]> {
  return inSlices(pairs, async (slice) => {
    const keys = await Promise.all(
      slice.map((pair) =>
        database.events
          .where('[calendarId+uid]')
          .equals([...pair])
          .primaryKeys(),
      ),
    );
    return keys.flat();
  });
}

/** The tables a change touches, in the order of `TABLE_NAMES`. */
export function tablesOf(change: Change): readonly TableName[] {
  return TABLE_NAMES.filter(
    (name) => (change.puts?.[name]?.length ?? 0) > 0 || (change.deletes?.[name]?.length ?? 0) > 0,
  );
}
