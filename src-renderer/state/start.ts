// From an empty page to a working planner: open the store, load it, notice what went wrong, finish what was interrupted.
import type { HostClient } from '#shared/ipc/client-port';
import type { DaywrightDatabase } from '../db/database';
import { deleteDatabase, NewerStoreError, openDatabase } from '../db/database';
import { pushAgenda } from './agenda';
import { backUpAfterChanges } from './backup';
import { closeDays } from './close-days';
import { onCommitted } from './commit';
import { extendWithTime } from './event-window';
import { followExpansionSettings } from './expanded-for';
import { followPlan } from './follow-plan';
import { followHabitDays } from './habit-day';
import { host, setHost } from './host';
import { recoverPendingPlan } from './planning';
import { holdsPosts } from './posts/memory';
import { database, loadWorkspace, setDatabase } from './store';
import { followTabs } from './tabs';
import { showNotice } from './toasts';
import { followHost } from './tray';
import { followWatches } from './watching';
import { emptyWorkspace, setWorkspace, workspaceNow } from './workspace';

export interface StartOptions {
  /** Opens the store; tests give their own. */
  readonly open?: () => Promise<DaywrightDatabase>;
}

let ends: (() => void)[] = [];
let lastStart: { readonly client: HostClient; readonly options: StartOptions } | null = null;

/** Starts the workspace on a host. Never throws: what goes wrong is `status` and `problem` of the workspace. */
export async function startWorkspace(client: HostClient, options: StartOptions = {}): Promise<void> {
  const { open = openDatabase } = options;
  stopWorkspace();
  lastStart = { client, options };
  setHost(client);
  // Revisions only grow: what was read of an earlier start stays told apart.
  const { revision, eventsRevision } = workspaceNow();
  setWorkspace({ ...emptyWorkspace(), revision: revision + 1, eventsRevision: eventsRevision + 1 });
  try {
    setDatabase(await open());
    const hasData = await loadWorkspace();
    const marker = await host().request('marker.read', {});
    const hadData = marker.kind === 'ok' && marker.value.hadData;
    ends.push(onCommitted(() => void keepMarker()));
    marked = hadData;
    if (!hasData && hadData) {
      setWorkspace({ status: 'emptied', isFirstStart: false });
      await followAll();
      return;
    }
    if (hasData && !hadData) await writeMarker(true);
    setWorkspace({ status: 'ready', isFirstStart: !hasData });
    if (await recoverPendingPlan()) {
      showNotice({ title: 'The last plan was finished', body: 'Daywright had closed before it was stored.' });
    }
    await followAll();
  } catch (error) {
    const unreadable = !(error instanceof NewerStoreError);
    setWorkspace({ status: 'failed', problem: startProblem(error), unreadable });
  }
}

/** Ends everything that `startWorkspace` began and closes the store. */
export function stopWorkspace(): void {
  for (const end of ends) end();
  ends = [];
}

/** The user goes on with an empty planner although there was data once. */
export function startAfresh(): void {
  if (workspaceNow().status === 'emptied') setWorkspace({ status: 'ready', isFirstStart: true });
}

/**
 * Deletes a store that cannot be opened and starts again, so that a backup can be restored into a new one.
 * Only for a store that is unreadable; one of a newer version is never touched.
 */
export async function replaceUnreadableStore(): Promise<void> {
  if (!workspaceNow().unreadable || !lastStart) return;
  await deleteDatabase();
  await startWorkspace(lastStart.client, lastStart.options);
}

async function followAll(): Promise<void> {
  ends.push(
    followHost(),
    followTabs(),
    followExpansionSettings(),
    closeDays(),
    followHabitDays(),
    followPlan(),
    extendWithTime(),
    followWatches(),
    backUpAfterChanges(),
    pushAgenda(),
  );
}

let marked = false;

/** The marker lives outside IndexedDB: it tells an emptied store from a new one, and from one that the user emptied. */
async function keepMarker(): Promise<void> {
  const { calendars, projects, tasks, habits, placements, tournaments, posts } = workspaceNow();
  const holds = [calendars, projects, tasks, habits, placements, tournaments].some((rows) => rows.length > 0);
  await writeMarker(holds || holdsPosts(posts) || (await database().settings.count()) > 0);
}

async function writeMarker(hadData: boolean): Promise<void> {
  if (marked === hadData) return;
  marked = hadData;
  const written = await host().request('marker.write', { hadData });
  if (written.kind !== 'ok') marked = !hadData;
}

function startProblem(error: unknown): string {
  if (error instanceof NewerStoreError) {
    return `${error.message}\nOpen it with that newer Daywright; nothing here was touched.`;
  }
  return `The stored data cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
