import type { Collection } from 'dexie';
import type { DaywrightDatabase } from './database';
import type { ItemRow } from './rows';

/** What stands before the UID in the id of an item. */
export function itemIdPrefix(calendarId: string): string {
  return `${calendarId}/`;
}

/** The items of one calendar, by their ids: no index of its own is needed. The filter tells `a` from `a/b`. */
export function itemsOfCalendar(database: DaywrightDatabase, calendarId: string): Collection<ItemRow, string> {
  return database.items
    .where('id')
    .startsWith(itemIdPrefix(calendarId))
    .and((row) => row.calendarId === calendarId);
}
