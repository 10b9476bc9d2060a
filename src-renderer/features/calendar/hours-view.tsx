import { type KeyboardEvent, useCallback, useDeferredValue, useMemo } from 'react';
import { type Day, plusDays } from '#shared/time/day';
import { formatInstant } from '#shared/time/instant';
import { dayAt, instantAtMinute, type ZoneId } from '#shared/time/zone';
import { openEditor } from '../../state/editor';
import { setCalendarView, setViewedDay } from '../../state/navigation';
import { workspaceNow } from '../../state/workspace';
import type { CalendarRange } from './calendar-range';
import { gridContent } from './grid-content';
import type { Ghost } from './grid-overlay';
import { dropOnGrid, type Nudge, nudgeRow } from './row-actions';
import type { ScheduleRow } from './schedule-rows';
import { selectRow } from './selected-row';
import { TimeGrid } from './time-grid';

/** More are laid out in slices, between which the page answers. */
const MANY_ROWS = 200;

interface HoursViewProps {
  readonly rows: readonly ScheduleRow[];
  readonly range: CalendarRange;
  readonly zone: ZoneId;
  readonly today: Day;
  readonly label: string;
  readonly selected: ScheduleRow | null;
  readonly ghosts: readonly Ghost[];
}

/** The day or week grid with what its gestures do. */
export function HoursView({ rows, range, zone, today, label, selected, ghosts }: HoursViewProps) {
  const { firstDay, dayCount } = range;
  const later = useDeferredValue(rows);
  const drawn = rows.length > MANY_ROWS ? later : rows;
  const content = useMemo(() => gridContent(drawn, zone, firstDay, dayCount), [drawn, zone, firstDay, dayCount]);
  const onBlockKey = useCallback(
    (row: ScheduleRow, event: KeyboardEvent) => {
      const nudge = nudgeOf(event);
      if (nudge) {
        void nudgeRow(row, nudge, rows).then((to) => {
          // Pushed over the edge of the view by keys: the view follows.
          const day = to && dayAt(zone, to.start);
          if (day && (day < firstDay || day >= plusDays(firstDay, dayCount))) setViewedDay(day);
        });
      }
      return nudge !== null;
    },
    [rows, zone, firstDay, dayCount],
  );
  return (
    <TimeGrid
      content={content}
      zone={zone}
      today={today}
      label={label}
      selectedKey={selected?.key ?? null}
      ghosts={ghosts}
      taskById={taskById}
      onSelect={selectRow}
      onDrop={dropOnGrid}
      onBlockKey={onBlockKey}
      onCreate={(day, minute) =>
        openEditor({
          kind: 'task',
          id: null,
          draft: { pinnedStart: formatInstant(instantAtMinute(zone, day, minute)) },
        })
      }
      onOpenDay={openDay}
    />
  );
}

function nudgeOf(event: KeyboardEvent): Nudge | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  switch (event.key) {
    case 'ArrowUp':
      return event.shiftKey ? 'shorter' : 'earlier';
    case 'ArrowDown':
      return event.shiftKey ? 'longer' : 'later';
    case 'ArrowLeft':
      return event.shiftKey ? null : 'dayBefore';
    case 'ArrowRight':
      return event.shiftKey ? null : 'dayAfter';
    default:
      return null;
  }
}

function taskById(id: string) {
  return workspaceNow().tasks.find((task) => task.id === id) ?? null;
}

function openDay(day: Day): void {
  setViewedDay(day);
  setCalendarView('day');
}
