// Stored occurrences were expanded for a zone and for own addresses. When those settings change, also by undo or by opening
// another workspace, the occurrences follow.
import type { Settings } from '#shared/engine/settings';
import { formatInstant } from '#shared/time/instant';
import { instantAtMinute } from '#shared/time/zone';
import { eventRow } from '../db/event-range';
import type { MetaRow } from '../db/rows';
import { commit } from './commit';
import { expandAllAgain } from './event-window';
import { inBackground } from './in-background';
import { database } from './store';
import { onWorkspace, workspaceNow } from './workspace';

const KEY = 'expandedFor';

/** The row that says what the stored occurrences were expanded for. */
export function expandedForRow(settings: Settings): MetaRow {
  return { key: KEY, value: JSON.stringify([settings.timeZone, ...settings.ownAddresses]) };
}

/** Follows the settings. Returns the function that ends it. */
export function followExpansionSettings(): () => void {
  inBackground(renewOccurrences());
  return onWorkspace((state, before) => {
    if (state.status === 'ready' && state.settings !== before.settings) inBackground(renewOccurrences());
  });
}

/** Expands again what was expanded for other settings. */
export async function renewOccurrences(): Promise<void> {
  const db = database();
  const wanted = expandedForRow(workspaceNow().settings);
  const present = await db.meta.get(KEY);
  if (present?.value === wanted.value || (await db.events.count()) + (await db.items.count()) === 0) return;
  if (present && !(await expandAllAgain())) return;
  await commit(null, async () => ({
    puts: { meta: [wanted], ...(present ? { events: await ownDaysInZone() } : {}) },
  }));
}

/** All-day events without a source to expand begin at midnight of the zone. */
async function ownDaysInZone() {
  const db = database();
  const { timeZone } = workspaceNow().settings;
  const sources = new Set((await db.items.toArray()).map((row) => `${row.calendarId}/${row.uid}`));
  const days = await db.events
    .filter((row) => row.event.allDay && !sources.has(`${row.calendarId}/${row.uid}`))
    .toArray();
  return days.map(({ event }) =>
    event.startDay && event.endDay
      ? eventRow({
          ...event,
          start: formatInstant(instantAtMinute(timeZone, event.startDay, 0)),
          end: formatInstant(instantAtMinute(timeZone, event.endDay, 0)),
        })
      : eventRow(event),
  );
}
