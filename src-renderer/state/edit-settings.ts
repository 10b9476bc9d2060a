import { failed, type Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import { type Calendar, calendarSchema } from '#shared/calendar/event';
import { type Settings, settingsSchema } from '#shared/engine/settings';
import { itemsOfCalendar } from '../db/items-of-calendar';
import { SETTINGS_ID } from '../db/rows';
import { commit } from './commit';
import { database } from './store';
import { workspaceNow } from './workspace';

export async function updateSettings(patch: Partial<Settings>): Promise<Result<void, string>> {
  return commit('Change settings', (state) => {
    const parsed = parseWith(settingsSchema, { ...state.settings, ...patch });
    if (!parsed.ok) return parsed.error.map(describeProblem).join('\n');
    return { puts: { settings: [{ id: SETTINGS_ID, value: parsed.value }] } };
  });
}

export async function updateCalendar(id: string, patch: Partial<Calendar>): Promise<Result<void, string>> {
  return commit(`Change calendar ${naming(id)}`, (state) => {
    const before = state.calendars.find((calendar) => calendar.id === id);
    if (!before) return `There is no calendar ${id}.`;
    const parsed = parseWith(calendarSchema, { ...before, ...patch, id });
    return parsed.ok ? { puts: { calendars: [parsed.value] } } : parsed.error.map(describeProblem).join('\n');
  });
}

/** Removes a calendar with all its events. */
export async function removeCalendar(id: string): Promise<Result<void, string>> {
  if (!workspaceNow().calendars.some((calendar) => calendar.id === id)) return failed(`There is no calendar ${id}.`);
  return commit(`Delete calendar ${naming(id)}`, async () => {
    const db = database();
    const [items, events] = await Promise.all([
      itemsOfCalendar(db, id).primaryKeys(),
      db.events.where('[calendarId+uid]').between([id, ''], [id, []]).primaryKeys(),
    ]);
    return { deletes: { calendars: [id], items: items as string[], events: events as string[] } };
  });
}

function naming(id: string): string {
  return `“${workspaceNow().calendars.find((calendar) => calendar.id === id)?.name ?? id}”`;
}
