import { plusDays } from '#shared/time/day';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { useWorkspace } from '../../state/workspace';
import { formatDayRange, formatDayShort, formatRange } from '../../ui';
import classes from './inspector.module.css';
import type { EventRow } from './schedule-rows';

export function EventFacts({ row }: { readonly row: EventRow }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const blocks = useWorkspace(
    (state) => state.calendars.find((calendar) => calendar.name === row.calendarName)?.blocks ?? true,
  );
  return (
    <>
      <dl className={classes.facts}>
        <dt>When</dt>
        <dd>{whenWords(row, zone)}</dd>
        {row.place ? (
          <>
            <dt>Where</dt>
            <dd>{row.place}</dd>
          </>
        ) : null}
        <dt>Time</dt>
        <dd>{takesWords(row, blocks)}</dd>
      </dl>
      <p className={classes.aside}>It stays where its calendar puts it. Change it there and import again.</p>
    </>
  );
}

function whenWords(row: EventRow, zone: ZoneId): string {
  if (row.allDay) {
    const last = plusDays(row.endDay, -1);
    return last > row.firstDay ? formatDayRange(row.firstDay, last) : `${formatDayShort(row.firstDay)}, all day`;
  }
  const first = dayAt(zone, row.start);
  const last = dayAt(zone, row.end);
  if (first === last) return `${formatDayShort(first)}, ${formatRange(zone, row.start, row.end)}`;
  return `${formatDayShort(first)} – ${formatDayShort(last)}, ${formatRange(zone, row.start, row.end)}`;
}

function takesWords(row: EventRow, blocks: boolean): string {
  if (row.declined) return 'You declined it, so it takes none';
  if (row.free) return 'Marked free, so it takes none';
  return blocks ? 'Planned around' : 'Its calendar does not block';
}
