// Events live in the store, not in memory: a screen asks for the range it shows.
import { startTransition, useEffect, useState } from 'react';
import type { CalendarEvent } from '#shared/calendar/event';
import type { Instant } from '#shared/time/instant';
import { readEventsBetween } from '../db/event-range';
import { ensureEventsFor } from './event-window';
import { inBackground } from './in-background';
import { database } from './store';
import { useWorkspace, workspaceNow } from './workspace';

export interface EventsBetween {
  readonly events: readonly CalendarEvent[];
  readonly loading: boolean;
}

/** Ranges kept, by `from:to`; all of one revision. */
const cache = new Map<string, readonly CalendarEvent[]>();
let cachedRevision = -1;
const KEPT_RANGES = 12;

/** All stored events that share time with [from, to), of hidden calendars too: what planning needs. */
export async function eventsBetween(from: Instant, to: Instant): Promise<readonly CalendarEvent[]> {
  return rangeOf(workspaceNow().eventsRevision, `${from}:${to}`, from, to);
}

/** Live events of a range for a screen; hidden calendars are left out. Keeps the last content while it reads. */
export function useEventsBetween(from: Instant, to: Instant): EventsBetween {
  const { revision, calendars, status } = useWorkspace((state) => ({
    revision: state.eventsRevision,
    calendars: state.calendars,
    status: state.status,
  }));
  const key = `${from}:${to}`;
  const [read, setRead] = useState<{ key: string; events: readonly CalendarEvent[] }>(() => ({
    key: cached(revision, key) ? key : '',
    events: cached(revision, key) ?? [],
  }));
  useEffect(() => {
    if (status !== 'ready') return;
    let current = true;
    inBackground(
      rangeOf(revision, key, from, to).then((events) => {
        // Drawn in slices: a week may hold a thousand of them.
        if (current) startTransition(() => setRead({ key, events }));
      }),
    );
    return () => {
      current = false;
    };
  }, [key, from, to, revision, status]);
  const shown = cached(revision, key) ?? read.events;
  const hidden = new Set(calendars.filter((calendar) => !calendar.visible).map((calendar) => calendar.id));
  return {
    events: hidden.size === 0 ? shown : shown.filter((event) => !hidden.has(event.calendarId)),
    loading: status === 'loading' || (read.key !== key && !cached(revision, key)),
  };
}

async function rangeOf(revision: number, key: string, from: Instant, to: Instant): Promise<readonly CalendarEvent[]> {
  const known = cached(revision, key);
  if (known) return known;
  await ensureEventsFor(from, to);
  const events = await readEventsBetween(database(), from, to);
  // What was read belongs to the newest revision; an older question gets it too, and is asked again anyway.
  const newest = workspaceNow().eventsRevision;
  if (newest !== cachedRevision) cache.clear();
  cachedRevision = newest;
  cache.set(key, events);
  if (cache.size > KEPT_RANGES) cache.delete(cache.keys().next().value ?? '');
  return events;
}

function cached(revision: number, key: string): readonly CalendarEvent[] | undefined {
  return revision === cachedRevision ? cache.get(key) : undefined;
}
