// The stored occurrences of many items. They stand in the order of their items: side by side they are read by ranges.
import type { DaywrightDatabase } from './database';
import { inSlices } from './in-slices';
import type { EventRow } from './rows';

export interface OwnerOfEvents {
  readonly calendarId: string;
  readonly uid: string;
}

/** Rows wanted at once; how many an item has is learned on the way. */
const ROWS_A_PAGE = 100;
const FIRST_ITEMS = 25;
const MOST_ITEMS = 100;

/**
 * Gives the occurrences of some items, a few at a time.
 * @param areNeighbours the items come in the order of their ids and are most of those between the first and the last: else each is asked for
 */
export async function takeOccurrences(
  database: DaywrightDatabase,
  items: readonly OwnerOfEvents[],
  areNeighbours: boolean,
  take: (rows: readonly EventRow[]) => Promise<void>,
): Promise<void> {
  if (!areNeighbours) {
    await inSlices(items, async (slice) => {
      const found = await Promise.all(
        slice.map(({ calendarId, uid }) =>
          database.events.where('[calendarId+uid]').equals([calendarId, uid]).toArray(),
        ),
      );
      await take(found.flat());
    });
    return;
  }
  let count = FIRST_ITEMS;
  for (let from = 0; from < items.length; ) {
    const some = runOfOneCalendar(items, from, count);
    from += some.length;
    const uids = new Set(some.map(({ uid }) => uid));
    const { calendarId } = some[0]!;
    const first = some.reduce((least, { uid }) => (uid < least ? uid : least), some[0]!.uid);
    const last = some.reduce((most, { uid }) => (uid > most ? uid : most), some[0]!.uid);
    const rows = await database.events
      .where('[calendarId+uid]')
      .between([calendarId, first], [calendarId, last], true, true)
      .toArray();
    await take(rows.filter(({ uid }) => uids.has(uid)));
    count = Math.max(1, Math.min(MOST_ITEMS, Math.round((some.length * ROWS_A_PAGE) / Math.max(1, rows.length))));
  }
}

function runOfOneCalendar(items: readonly OwnerOfEvents[], from: number, count: number): readonly OwnerOfEvents[] {
  const run = items.slice(from, from + count);
  const other = run.findIndex(({ calendarId }) => calendarId !== run[0]!.calendarId);
  return other < 0 ? run : run.slice(0, other);
}
