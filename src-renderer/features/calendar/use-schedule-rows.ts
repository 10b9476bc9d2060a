import { useMemo, useRef } from 'react';
import type { CalendarEvent } from '#shared/calendar/event';
import { plusDays } from '#shared/time/day';
import { instantAtMinute } from '#shared/time/zone';
import { useEventsBetween } from '../../state/events';
import { useShownPosts } from '../../state/posts/shown-posts';
import { useOwnMatches } from '../../state/tournaments';
import { useWorkspace } from '../../state/workspace';
import type { CalendarRange } from './calendar-range';
import { eventRows, habitRows, matchRows, postRows, rowsBetween, type ScheduleRow, taskRows } from './schedule-rows';

/** The rows of a range, live. Only the range's events are read. */
export function useScheduleRows({ firstDay, dayCount }: CalendarRange): {
  readonly rows: readonly ScheduleRow[];
  readonly loading: boolean;
} {
  const sources = useWorkspace((state) => ({
    zone: state.settings.timeZone,
    calendars: state.calendars,
    placements: state.placements,
    tasks: state.tasks,
    projects: state.projects,
    habits: state.habits,
    habitOccurrences: state.habitOccurrences,
  }));
  const { zone, calendars, placements, tasks, projects, habits, habitOccurrences } = sources;
  const matches = useOwnMatches();
  const posts = useShownPosts();
  const from = instantAtMinute(zone, firstDay, 0);
  const to = instantAtMinute(zone, plusDays(firstDay, dayCount), 0);
  const read = useEventsBetween(from, to);
  const events = useSameWhileEqual(read.events);
  const ofEvents = useMemo(() => eventRows({ zone, events, calendars }), [zone, events, calendars]);
  const ofTasks = useMemo(() => taskRows({ placements, tasks, projects }), [placements, tasks, projects]);
  const ofHabits = useMemo(
    () => habitRows({ placements, habits, habitOccurrences }),
    [placements, habits, habitOccurrences],
  );
  const ofMatches = useMemo(() => matchRows(matches), [matches]);
  const ofPosts = useMemo(() => postRows(posts), [posts]);
  const rows = useMemo(
    () => rowsBetween([ofEvents, ofTasks, ofHabits, ofMatches, ofPosts], from, to),
    [ofEvents, ofTasks, ofHabits, ofMatches, ofPosts, from, to],
  );
  return { rows, loading: read.loading };
}

/** Keeps the first array while later ones hold the same events, so that the grid is not drawn for nothing. */
function useSameWhileEqual(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const kept = useRef(events);
  const same = kept.current.length === events.length && kept.current.every((event, index) => event === events[index]);
  if (!same) kept.current = events;
  return kept.current;
}
