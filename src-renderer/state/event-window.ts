// Occurrences are stored for a window around today. Looking past it, or a window that moved on, expands the stored items again.
import { dayFromNumber, dayNumber } from '#shared/time/day';
import { type Instant, instant, MILLISECONDS_PER_DAY } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { eventRow } from '../db/event-range';
import type { ItemRow } from '../db/rows';
import { now, onTick } from './clock';
import { commit } from './commit';
import { eventsOfItem } from './event-identity';
import { host } from './host';
import { inBackground } from './in-background';
import { database } from './store';
import { workspaceNow } from './workspace';

const DAYS_BACK = 35;
const DAYS_PAST_HORIZON = 60;
/** Items per request: a message stays small, and the page stays responsive between two. */
const ITEMS_A_REQUEST = 400;

let running: Promise<void> = Promise.resolve();
/** Known to be expanded since the last change of items; spares the store a question per range. */
let covered: { revision: number; from: number; to: number } = { revision: -1, from: 0, to: 0 };

/** The window that imports expand: from 35 days ago to 60 days past the horizon, at local midnights. */
export function rollingWindow(): Span {
  const { timeZone, horizonDays } = workspaceNow().settings;
  const day = dayNumber(dayAt(timeZone, now()));
  return {
    start: instantAtMinute(timeZone, dayFromNumber(day - DAYS_BACK), 0),
    end: instantAtMinute(timeZone, dayFromNumber(day + horizonDays + DAYS_PAST_HORIZON), 0),
  };
}

/** Days that the stored occurrences may fall short of the rolling window: else every series would be expanded anew each day. */
const SLACK_DAYS = 30;

/** Extends the window at once and with every new day the application stays open. Returns the function that ends it. */
export function extendWithTime(): () => void {
  let extendedOn = '';
  const extendOnNewDay = (): void => {
    const day = dayAt(workspaceNow().settings.timeZone, now());
    if (workspaceNow().status !== 'ready' || day === extendedOn) return;
    extendedOn = day;
    const { start, end } = rollingWindow();
    const slack = SLACK_DAYS * MILLISECONDS_PER_DAY;
    inBackground(ensureEventsFor(instant(start + slack), instant(end - slack)));
  };
  extendOnNewDay();
  return onTick(extendOnNewDay);
}

/** Sees to it that the occurrences of [from, to) are stored. A failure leaves what is there and is tried again next time. */
export function ensureEventsFor(from: Instant, to: Instant): Promise<void> {
  running = running.then(() => extend(from, to)).catch(() => undefined);
  return running;
}

/**
 * Expands every item again for the present settings: floating times and whole days lie elsewhere in another zone, and an
 * own address decides what was declined. Resolves to whether the host could do it.
 */
export function expandAllAgain(): Promise<boolean> {
  const work = running.then(async () => {
    const { start, end } = rollingWindow();
    return expandItems(await database().items.toArray(), start, end);
  });
  running = work.then(
    () => undefined,
    () => undefined,
  );
  return work;
}

async function extend(from: Instant, to: Instant): Promise<void> {
  const { eventsRevision } = workspaceNow();
  if (covered.revision === eventsRevision && covered.from <= from && covered.to >= to) return;
  const short = await database().items.where('expandedTo').below(to).or('expandedFrom').above(from).toArray();
  // A month more than asked, so that paging week by week does not expand each time.
  const margin = 31 * MILLISECONDS_PER_DAY;
  const rolling = rollingWindow();
  const done = await expandItems(short, Math.min(from - margin, rolling.start), Math.max(to + margin, rolling.end));
  if (done) covered = { revision: workspaceNow().eventsRevision, from, to };
}

/** Replaces the stored occurrences of items by those of a window. False when the host could not expand them. */
async function expandItems(rows: readonly ItemRow[], from: number, to: number): Promise<boolean> {
  const { timeZone, ownAddresses } = workspaceNow().settings;
  for (let index = 0; index < rows.length; index += ITEMS_A_REQUEST) {
    const items = rows.slice(index, index + ITEMS_A_REQUEST);
    const window = windowFor(items, from, to);
    const outcome = await host().request('calendar.expand', {
      items: items.map((row) => ({ id: row.id, ics: row.item.ics })),
      window,
      zone: timeZone,
      ownAddresses,
    });
    if (outcome.kind !== 'ok') return false;
    const byId = new Map(outcome.value.items.map((entry) => [entry.id, entry.occurrences]));
    await commit(null, async () => {
      // An item that was replaced or removed meanwhile has other text: its answer is stale.
      const present = await database().items.bulkGet(items.map((row) => row.id));
      const same = items.filter((row, at) => present[at]?.item.ics === row.item.ics && byId.has(row.id));
      return {
        puts: {
          items: same.map((row) => expandedRow(row, window, byId.get(row.id)?.length ?? 0)),
          events: same.flatMap((row) => eventsOfItem(row.item, byId.get(row.id) ?? []).map(eventRow)),
        },
      };
    });
  }
  return true;
}

/** A single event that was found needs no expanding any more. */
function expandedRow(row: ItemRow, window: { from: Instant; to: Instant }, occurrences: number): ItemRow {
  const { id, calendarId, uid, item } = row;
  if (!item.recurring && occurrences > 0) return { id, calendarId, uid, item };
  return { id, calendarId, uid, item, expandedFrom: window.from, expandedTo: window.to };
}

/** One window for all: what was asked and what any of them already had. */
function windowFor(items: readonly ItemRow[], from: number, to: number): { from: Instant; to: Instant } {
  let low = from;
  let high = to;
  for (const item of items) {
    const { expandedFrom = 0, expandedTo = 0 } = item;
    if (expandedTo <= expandedFrom) continue;
    low = Math.min(low, expandedFrom);
    high = Math.max(high, expandedTo);
  }
  return { from: instant(low), to: instant(high) };
}
