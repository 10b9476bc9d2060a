// Between the stored rows and the one document that holds them all.
import type { CalendarItem } from '#shared/calendar/event';
import { formatWorkspace, WORKSPACE_FORMAT, WORKSPACE_VERSION, type Workspace } from '#shared/workspace/document';
import type { Change } from '../db/change';
import type { DaywrightDatabase } from '../db/database';
import { eventRow } from '../db/event-range';
import { identifiedTournaments } from '../db/identified-tournaments';
import { postRows } from '../db/post-rows';
import { type ItemRow, SETTINGS_ID, type TableName } from '../db/rows';
import { defaultSettings } from './default-settings';
import { itemId } from './event-identity';
import { expandedForRow } from './expanded-for';
import { withoutRecordedDays, withRecordedDays } from './habit-history';
import { placementKey } from './placement-key';
import { POST_DOCUMENT_TABLES, readPosts } from './posts/memory';

/** Fields of later versions, which have no table. Kept and written back. */
const EXTRAS_KEY = 'documentExtras';

const TABLED = new Set([
  'format',
  'version',
  'settings',
  'calendars',
  'events',
  'calendarItems',
  'projects',
  'tasks',
  'habits',
  'habitOccurrences',
  'placements',
  'tournaments',
  'posts',
]);

/** Tables that a document fills; the others (runs, imports) describe this machine's past. */
const DOCUMENT_TABLES: readonly TableName[] = [
  'settings',
  'calendars',
  'items',
  'events',
  'projects',
  'tasks',
  'habits',
  'habitOccurrences',
  'placements',
  'tournaments',
  ...POST_DOCUMENT_TABLES,
];

/** The whole store as a document. */
export async function readDocument(db: DaywrightDatabase): Promise<Workspace> {
  return db.transaction('r', db.tables, async () => {
    const [events, items, others] = await Promise.all([db.events.toArray(), db.items.toArray(), readWithoutEvents(db)]);
    return { ...others, events: events.map((row) => row.event), calendarItems: items.map((row) => row.item) };
  });
}

/** The same without events and their items, which may be hundreds of thousands. */
export function readWithoutEvents(db: DaywrightDatabase): PromiseLike<Workspace> {
  return db.transaction('r', db.tables, async () => {
    const [settings, calendars, projects, tasks, habits, habitOccurrences, placements, tournaments, extras, posts] =
      await Promise.all([
        db.settings.get(SETTINGS_ID),
        db.calendars.toArray(),
        db.projects.toArray(),
        db.tasks.toArray(),
        db.habits.toArray(),
        db.habitOccurrences.toArray(),
        db.placements.toArray(),
        db.tournaments.toArray(),
        db.meta.get(EXTRAS_KEY),
        readPosts(db),
      ]);
    return {
      format: WORKSPACE_FORMAT,
      version: WORKSPACE_VERSION,
      settings: settings?.value ?? defaultSettings(),
      calendars,
      events: [],
      calendarItems: [],
      projects,
      tasks,
      habits: withRecordedDays(habits, habitOccurrences),
      habitOccurrences,
      placements: placements.map((row) => row.placement),
      posts,
      tournaments,
      // An undo step of an older version may bring back fields that have tables by now.
      ...untabled(extras?.value as Record<string, unknown> | undefined),
    };
  });
}

export async function documentText(db: DaywrightDatabase): Promise<string> {
  return formatWorkspace(await readDocument(db));
}

/** The change that makes the store hold exactly what the document says. */
export async function replaceWith(db: DaywrightDatabase, workspace: Workspace): Promise<Change> {
  const present = await Promise.all(DOCUMENT_TABLES.map((name) => db.table(name).toCollection().primaryKeys()));
  const deletes = Object.fromEntries(DOCUMENT_TABLES.map((name, index) => [name, present[index] as string[]]));
  const extras = untabled(workspace);
  return {
    deletes,
    puts: {
      settings: [{ id: SETTINGS_ID, value: workspace.settings }],
      calendars: workspace.calendars,
      // How far the occurrences reach is not in the document: an empty window has them expanded when they are needed.
      items: workspace.calendarItems.map(unexpandedRow),
      events: workspace.events.map(eventRow),
      projects: workspace.projects,
      tasks: workspace.tasks,
      habits: withoutRecordedDays(workspace.habits, workspace.habitOccurrences),
      habitOccurrences: workspace.habitOccurrences,
      placements: workspace.placements.map((placement) => ({ key: placementKey(placement), placement })),
      tournaments: identifiedTournaments(workspace.tournaments),
      ...postRows(workspace.posts),
      meta: [{ key: EXTRAS_KEY, value: extras }, expandedForRow(workspace.settings)],
    },
  };
}

function untabled(document: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !TABLED.has(name)));
}

/** An item under the id that an import would give it, whatever program wrote the document. */
function unexpandedRow(item: CalendarItem): ItemRow {
  const { calendarId, uid } = item;
  const id = itemId(calendarId, uid);
  return { id, calendarId, uid, expandedFrom: 0, expandedTo: 0, item: { ...item, id } };
}
