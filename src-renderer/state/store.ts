// The open store, and the memory copy of its small tables.
import { by, inOrder } from '#shared/base/ordering';
import type { Placement } from '#shared/engine/plan';
import type { Change } from '../db/change';
import { type Committed, newestStepOf, stepLabels, tablesOf } from '../db/change';
import type { DaywrightDatabase } from '../db/database';
import { keyOfRow, type PlacementRow, type Rows, type RunRecord, SETTINGS_ID, type TableName } from '../db/rows';
import { defaultSettings } from './default-settings';
import { withoutRecordedDays, withRecordedDays } from './habit-history';
import { placementKey } from './placement-key';
import { holdsPosts, loadPosts, takeOverPosts } from './posts/memory';
import { setWorkspace, type WorkspaceState, workspaceNow } from './workspace';

let open: DaywrightDatabase | null = null;

export function database(): DaywrightDatabase {
  if (!open) throw new Error('The store is used before it was opened.');
  return open;
}

export function setDatabase(next: DaywrightDatabase | null): void {
  open = next;
}

/** Reads every small table into memory. Returns whether the store holds anything a user made. */
export async function loadWorkspace(): Promise<boolean> {
  const db = database();
  const [
    settings,
    calendars,
    projects,
    tasks,
    habits,
    habitOccurrences,
    placements,
    tournaments,
    run,
    labels,
    newestStep,
    events,
    posts,
  ] = await db.transaction('r', db.tables, () =>
    Promise.all([
      db.settings.get(SETTINGS_ID),
      db.calendars.toArray(),
      db.projects.toArray(),
      db.tasks.toArray(),
      db.habits.toArray(),
      db.habitOccurrences.toArray(),
      db.placements.toArray(),
      db.tournaments.toArray(),
      db.runs.orderBy('order').last(),
      stepLabels(db),
      newestStepOf(db),
      db.events.count(),
      loadPosts(db),
    ]),
  );
  const before = workspaceNow();
  setWorkspace({
    settings: settings?.value ?? defaultSettings(),
    calendars: sorted.calendars(calendars),
    projects: sorted.projects(projects),
    tasks: sorted.tasks(tasks),
    habits: sorted.habits(withRecordedDays(habits, habitOccurrences)),
    habitOccurrences: sorted.habitOccurrences(habitOccurrences),
    placements: sorted.placements(placements),
    tournaments: sorted.tournaments(tournaments),
    lastRun: run ?? null,
    unplaced: run?.unplaced ?? [],
    ...posts,
    undoLabel: labels.undo,
    redoLabel: labels.redo,
    newestStep,
    revision: before.revision + 1,
    eventsRevision: before.eventsRevision + 1,
  });
  return (
    settings !== undefined ||
    [calendars, projects, tasks, habits, placements, tournaments].some((rows) => rows.length > 0) ||
    holdsPosts(posts.posts) ||
    events > 0
  );
}

/** Labels of the steps that undo and redo would take. */
export interface StepLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What the memory copy is to be after a change that was just stored. What the change says is not read again; `labels` null: they are. */
export async function takenOver(
  { change, newestStep }: Pick<Committed, 'change' | 'newestStep'>,
  labels: StepLabels | null,
): Promise<Partial<WorkspaceState>> {
  const db = database();
  const touched = new Set(tablesOf(change));
  const state = workspaceNow();
  const next: { -readonly [K in keyof WorkspaceState]?: WorkspaceState[K] } = { revision: state.revision + 1 };
  if (touched.has('settings')) next.settings = change.puts?.settings?.[0]?.value ?? defaultSettings();
  if (touched.has('calendars')) next.calendars = sorted.calendars(merge('calendars', state.calendars, change));
  if (touched.has('projects')) next.projects = sorted.projects(merge('projects', state.projects, change));
  if (touched.has('tasks')) next.tasks = sorted.tasks(merge('tasks', state.tasks, change));
  if (touched.has('habits') || touched.has('habitOccurrences')) {
    const stored = withoutRecordedDays(state.habits, state.habitOccurrences);
    const occurrences = merge('habitOccurrences', state.habitOccurrences, change);
    next.habits = sorted.habits(withRecordedDays(merge('habits', stored, change), occurrences));
    next.habitOccurrences = sorted.habitOccurrences(occurrences);
  }
  if (touched.has('placements')) next.placements = sorted.placements(mergedPlacements(state.placements, change));
  if (touched.has('tournaments'))
    next.tournaments = sorted.tournaments(merge('tournaments', state.tournaments, change));
  if (touched.has('runs')) {
    next.lastRun = newestRun(state.lastRun, change) ?? (await db.runs.orderBy('order').last()) ?? null;
    next.unplaced = next.lastRun?.unplaced ?? [];
  }
  Object.assign(next, await takeOverPosts(db, state, touched));
  if (touched.has('events') || touched.has('calendars') || touched.has('items')) {
    next.eventsRevision = state.eventsRevision + 1;
  }
  const { undo, redo } = labels ?? (await stepLabels(db));
  return { ...next, newestStep, undoLabel: undo, redoLabel: redo, isFirstStart: false };
}

function mergedPlacements(known: readonly Placement[], change: Change): PlacementRow[] {
  return merge(
    'placements',
    known.map((placement) => ({ key: placementKey(placement), placement })),
    change,
  );
}

/** The newest run after a change; null where only the store knows. */
function newestRun(before: RunRecord | null, { puts, deletes }: Change): RunRecord | null {
  const written = (puts?.runs ?? []).reduce<RunRecord | null>(
    (newest, run) => (newest === null || run.order > newest.order ? run : newest),
    null,
  );
  if (written !== null && (before === null || written.order >= before.order)) return written;
  return before !== null && !(deletes?.runs ?? []).includes(before.planId) ? before : null;
}

function merge<Name extends TableName>(table: Name, rows: readonly Rows[Name][], change: Change): Rows[Name][] {
  const byKey = new Map(rows.map((row) => [keyOfRow(table, row), row]));
  for (const key of change.deletes?.[table] ?? []) byKey.delete(key);
  for (const row of (change.puts?.[table] ?? []) as readonly Rows[Name][]) byKey.set(keyOfRow(table, row), row);
  return [...byKey.values()];
}

// One order in memory and after a reload: the same problem must give the same plan.
const sorted = {
  calendars: (rows: readonly Rows['calendars'][]) =>
    [...rows].sort(
      inOrder(
        by((x) => x.name),
        by((x) => x.id),
      ),
    ),
  projects: (rows: readonly Rows['projects'][]) =>
    [...rows].sort(
      inOrder(
        by((x) => x.name),
        by((x) => x.id),
      ),
    ),
  tasks: (rows: readonly Rows['tasks'][]) =>
    [...rows].sort(
      inOrder(
        by((x) => x.createdAt ?? ''),
        by((x) => x.id),
      ),
    ),
  habits: (rows: readonly Rows['habits'][]) =>
    [...rows].sort(
      inOrder(
        by((x) => x.createdAt ?? ''),
        by((x) => x.id),
      ),
    ),
  habitOccurrences: (rows: readonly Rows['habitOccurrences'][]) => [...rows].sort(by((x) => x.id)),
  tournaments: (rows: readonly Rows['tournaments'][]) =>
    [...rows].sort(
      inOrder(
        by((x) => x.start),
        by((x) => x.createdAt ?? ''),
        by((x) => x.id),
      ),
    ),
  placements: (rows: readonly Rows['placements'][]) =>
    rows
      .map((row) => row.placement)
      .sort(
        inOrder(
          by((x) => x.start),
          by((x) => x.id),
        ),
      ),
};
