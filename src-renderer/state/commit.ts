// Every write of the renderer goes through here, one after the other, so that each edit is computed from what the one before left.
import { failed, ok, type Result } from '#shared/base/result';
import {
  type Change,
  type Committed,
  commitChange,
  commitStep,
  isEmptyChange,
  newestSteps,
  StoreMovedOn,
} from '../db/change';
import { database, loadWorkspace, type StepLabels, takenOver } from './store';
import { setWorkspace, type WorkspaceState, workspaceNow } from './workspace';

/** Computes the change from the newest state; a text refuses the edit and says why. */
export type ChangeBuilder = (state: WorkspaceState) => Change | string | Promise<Change | string>;

/** How a change came to be stored. */
export interface Stored {
  /** `undo` and `redo` bring back a state that was in force once. */
  readonly by: 'edit' | 'undo' | 'redo';
  /** Null for derived data. */
  readonly label: string | null;
  readonly inverse: Change;
}

export type CommitListener = (change: Change, stored: Stored) => void;

/** Another tab that wrote between each of these attempts would have to write without end. */
const ATTEMPTS = 5;

let queue: Promise<unknown> = Promise.resolve();
const listeners = new Set<CommitListener>();

/** Applies one user action. With a label it is one undo step; `null` is derived data. */
export async function commit(label: string | null, build: ChangeBuilder): Promise<Result<void, string>> {
  const done = await inTurn(() => commitOnNewest({ label }, build));
  return done.ok ? ok(undefined) : done;
}

/**
 * Puts a plan in force, as one undo step in one transaction. The value is what was written; null when there was nothing to write.
 * `inForce` is called at once with the memory brought up to it, so that what else changes on the page is drawn in one go.
 */
export function commitPlan(
  label: string,
  build: ChangeBuilder,
  inForce: () => void = () => {},
): Promise<Result<Committed | null, string>> {
  return inTurn(() => commitOnNewest({ label, isPlan: true, inForce }, build));
}

/** A change is only stored on top of the very state it was computed from: what another tab stored meanwhile is read, and it is computed again. */
async function commitOnNewest(
  options: { readonly label: string | null; readonly isPlan?: boolean; readonly inForce?: () => void },
  build: ChangeBuilder,
): Promise<Result<Committed | null, string>> {
  const { label, isPlan, inForce } = options;
  for (let attempt = 1; ; attempt += 1) {
    const state = workspaceNow();
    const change = await build(state);
    if (typeof change === 'string') return failed(change);
    if (isEmptyChange(change)) {
      inForce?.();
      return ok(null);
    }
    try {
      const committed = await commitChange(database(), change, {
        label,
        isPlan: isPlan === true,
        computedFrom: state.newestStep,
      });
      await finish(committed, 'edit', label, inForce);
      return ok(committed);
    } catch (error) {
      if (!(error instanceof StoreMovedOn) || attempt === ATTEMPTS) throw error;
      await loadWorkspace();
    }
  }
}

/** Takes the newest step back. The value is its label; fails when there is nothing to undo. */
export function undo(): Promise<Result<string, string>> {
  return step('undo', 'There is nothing to undo.');
}

export function redo(): Promise<Result<string, string>> {
  return step('redo', 'There is nothing to redo.');
}

/**
 * Runs some work and offers to take back exactly what it stored, however many steps that were.
 * The offer fails once something else was stored on top: then the newer steps come first.
 */
export async function takingBack(work: () => Promise<void>): Promise<() => Promise<Result<void, string>>> {
  await allCommitted();
  const [before = 0] = await newestSteps(database(), 1);
  await work();
  await allCommitted();
  const [after = 0] = await newestSteps(database(), 1);
  return async () => {
    await allCommitted();
    const newest = await newestSteps(database(), 50);
    if ((newest[0] ?? 0) !== after) return failed('Something was changed since. Undo that first, with Ctrl Z.');
    for (const seq of newest) {
      if (seq <= before) break;
      const done = await undo();
      if (!done.ok) return done;
    }
    return ok(undefined);
  };
}

/**
 * Reads everything again, because another page wrote to the store. In turn with our own writes: read in the middle of one,
 * memory would be a mixture that the store never held.
 */
export function reload(): Promise<Result<void, string>> {
  return inTurn(async () => {
    const hasData = await loadWorkspace();
    if (hasData) setWorkspace({ isFirstStart: false });
    if (hasData && workspaceNow().status === 'emptied') setWorkspace({ status: 'ready' });
    return ok(undefined);
  });
}

/** Calls the listener after each stored change; returns the function that ends it. */
export function onCommitted(listener: CommitListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when everything asked so far is stored. */
export async function allCommitted(): Promise<void> {
  await queue;
}

function step(from: 'undo' | 'redo', nothing: string): Promise<Result<string, string>> {
  return inTurn(async () => {
    const done = await commitStep(database(), from);
    if (!done) return failed(nothing);
    await finish(done, from, done.label);
    return ok(done.label);
  });
}

async function finish(
  committed: Committed,
  by: Stored['by'],
  label: string | null,
  inForce?: () => void,
): Promise<void> {
  setWorkspace(await takenOver(committed, labelsAfter(by, label)));
  inForce?.();
  const { change, inverse } = committed;
  for (const listener of [...listeners]) listener(change, { by, label, inverse });
}

/** An edit is the newest step and ends the redo steps; derived data leaves them; what undo and redo leave is read. */
function labelsAfter(by: Stored['by'], label: string | null): StepLabels | null {
  if (by !== 'edit') return null;
  const { undoLabel, redoLabel } = workspaceNow();
  return label === null ? { undo: undoLabel, redo: redoLabel } : { undo: label, redo: null };
}

function inTurn<T>(work: () => Promise<Result<T, string>>): Promise<Result<T, string>> {
  const run = queue.then(work).catch((error: unknown) => failed(storeProblem(error)));
  queue = run;
  return run;
}

/** What went wrong with the store, for the user. */
export function storeProblem(error: unknown): string {
  if (isQuota(error)) return 'The disk is full, so nothing was saved. Free some space and try again.';
  return `Nothing was saved: ${error instanceof Error ? error.message : String(error)}`;
}

/** Dexie wraps what the browser throws when it aborts a transaction. */
function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || isQuota((error as { readonly inner?: unknown }).inner);
}
