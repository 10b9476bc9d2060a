import { useEffect, useMemo, useState } from 'react';
import type { CalendarEvent } from '#shared/calendar/event';
import type { Situation } from '#shared/planning/situation';
import { dayAt } from '#shared/time/zone';
import { useNow } from './clock';
import { eventsBetween } from './events';
import { habitSituationOf, habitSpan } from './habit-day';
import { inBackground } from './in-background';
import { useWorkspace } from './workspace';

/** The days ahead with everything that blocks, hidden calendars too, for what is open and what could help; null until the events are read. */
export function useHabitSituation(days: number): Situation | null {
  const state = useWorkspace((whole) => whole);
  const now = useNow();
  const today = dayAt(state.settings.timeZone, now);
  const [events, setEvents] = useState<readonly CalendarEvent[] | null>(null);
  const { status, eventsRevision } = state;
  const { start, end } = habitSpan(state, now, days);
  useEffect(() => {
    if (status !== 'ready' || today === null || eventsRevision < 0) return;
    let current = true;
    inBackground(
      eventsBetween(start, end).then((read) => {
        if (current) setEvents(read);
      }),
    );
    return () => {
      current = false;
    };
  }, [status, today, eventsRevision, start, end]);
  return useMemo(
    () => (events === null ? null : habitSituationOf(state, events, now, days)),
    [state, events, now, days],
  );
}
