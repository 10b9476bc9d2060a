import type { Instant } from '#shared/time/instant';
import { useNow } from '../../state/clock';
import type { ScheduleRow } from './schedule-rows';

/** The latest end of a row that is over; ticks without changing until the next row ends, so blocks are not redrawn. */
export function usePastUntil(rows: readonly ScheduleRow[]): Instant {
  const moment = useNow();
  let latest = 0;
  for (const row of rows) if (row.end <= moment && row.end > latest) latest = row.end;
  return latest as Instant;
}
