import {
  eventRows,
  habitRows,
  matchRows,
  postRows,
  type RowSources,
  rowsBetween,
  type ScheduleRow,
  taskRows,
} from '#renderer/features/calendar/schedule-rows';
import type { Instant } from '#shared/time/instant';

/** The rows of a range as the calendar shows them, each kind made anew. */
export function scheduleRows(sources: RowSources, from: Instant, to: Instant): ScheduleRow[] {
  const kinds = [
    eventRows(sources),
    taskRows(sources),
    habitRows(sources),
    matchRows(sources.matches),
    postRows(sources.posts),
  ];
  return rowsBetween(kinds, from, to);
}
