// The one way to write: a change is applied in one read-write transaction together with its inverse.
import type { DaywrightDatabase } from './database';
import { type Rows, TABLE_NAMES, type TableName, type UndoRow } from './rows';
import { isSmallChange, readSmallChange, writeSmallChange } from './small-change';
import { changeOfStep, deleteSteps, InverseSteps } from './undo-steps';
import { writeChange } from './write-change';

/** Rows to write and keys to remove, by table. Removing what is not there is fine. */
export interface Change {
  readonly puts?: { readonly [Name in TableName]?: readonly Rows[Name][] };
  readonly deletes?: { readonly [Name in TableName]?: readonly string[] };
  /** More of the same, too large to be held at once. */
  readonly more?: MoreItems;
}

/** Items with their occurrences, made while they are written: memory never holds a hundred thousand. */
export interface MoreItems {
  /** The calendars they come into. */
  readonly calendarIds: readonly string[];
  /** From the beginning each time; of each item all occurrences in the same part. Best in the order of the ids. */
  parts(): Iterable<Change>;
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
  /** Takes it back exactly; of a large step without the former items and events, which stand in the step alone. */
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
    // Asked side by side: each answer of the store that is waited for costs a trip to another process.
    const [newestStep, redoSteps, undoSteps, small] = await Promise.all([
      newestStepOf(database),
      stepsOf(database, 'redo'),
      stepsOf(database, 'undo'),
      isSmallChange(change) ? readSmallChange(database, change) : null,
    ]);
    const write = (inverse: InverseSteps) =>
      small === null ? writeChange(database, change, inverse) : writeSmallChange(small, inverse);
    if (computedFrom !== undefined && computedFrom !== newestStep) throw new StoreMovedOn();
    if (label === null) {
      const steps = new InverseSteps(database, null);
      const written = await write(steps);
      return { ...written, inverse: steps.held(), newestStep };
    }
    const steps = new InverseSteps(database, { stack: 'undo', label, ...(isPlan ? { plan: 1 } : {}) });
    const writing = Promise.all([write(steps), deleteSteps(database, redoSteps)]);
    // Of a small change the step is known as soon as its rows are on their way.
    if (small === null) await writing;
    const [[written], added] = await Promise.all([writing, steps.end()]);
    await dropOldSteps(database, [...undoSteps, added], keepSteps);
    return { ...written, inverse: steps.held(), newestStep: added };
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
    const { seq: taken, inParts: _, change: __, ...kept } = step;
    const other = new InverseSteps(database, { ...kept, stack: from === 'undo' ? 'redo' : 'undo' });
    const written = await writeChange(database, await changeOfStep(database, step), other);
    await deleteSteps(database, [taken!]);
    return { ...written, inverse: other.held(), newestStep: await other.end(), label: step.label };
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
  return [...(await stepsOf(database, 'undo'))].sort((a, b) => b - a).slice(0, count);
}

async function newestOfStack(database: DaywrightDatabase, stack: UndoRow['stack']): Promise<UndoRow | undefined> {
  const keys = await stepsOf(database, stack);
  return keys.length === 0 ? undefined : database.undo.get(Math.max(...keys));
}

function stepsOf(database: DaywrightDatabase, stack: UndoRow['stack']): PromiseLike<readonly number[]> {
  return database.undo.where('stack').equals(stack).primaryKeys();
}

/** `steps` are all that can be undone. */
async function dropOldSteps(database: DaywrightDatabase, steps: readonly number[], keep: number): Promise<void> {
  if (steps.length <= keep) return;
  const newestFirst = (a: number, b: number) => b - a;
  const keys = [...steps].sort(newestFirst);
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

/** The tables a change touches, in the order of `TABLE_NAMES`. */
export function tablesOf(change: Change): readonly TableName[] {
  return TABLE_NAMES.filter(
    (name) =>
      (change.more && (name === 'items' || name === 'events')) ||
      (change.puts?.[name]?.length ?? 0) > 0 ||
      (change.deletes?.[name]?.length ?? 0) > 0,
  );
}
