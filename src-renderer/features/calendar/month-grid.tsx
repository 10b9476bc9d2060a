import { useElementSize } from '@mantine/hooks';
import { MonthView, type ScheduleEventData } from '@mantine/schedule';
import { type CSSProperties, useMemo } from 'react';
import { type Day, weekdayOf } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { setCalendarView, setViewedDay } from '../../state/navigation';
import { formatDayLong } from '../../ui';
import type { CalendarRange } from './calendar-range';
import { GridContext } from './grid-context';
import { MonthChip } from './month-chip';
import { isMonthPayload, monthEvents } from './month-events';
import classes from './month-grid.module.css';
import type { ScheduleRow } from './schedule-rows';
import { usePastUntil } from './use-past-until';

interface MonthGridProps {
  readonly rows: readonly ScheduleRow[];
  readonly range: CalendarRange;
  readonly day: Day;
  readonly zone: ZoneId;
  readonly today: Day;
  readonly label: string;
  readonly selected: ScheduleRow | null;
}

const WEEKDAYS_PIXELS = 28;
const DAY_NUMBER_PIXELS = 26;
const MORE_PIXELS = 18;
const CHIP_PIXELS = 22;

/** A month as chips: what is on which day. Times are changed in the day and week views. */
export function MonthGrid({ rows, range, day, zone, today, label, selected }: MonthGridProps) {
  const events = useMemo(() => monthEvents(rows, zone, range), [rows, zone, range]);
  const pastUntil = usePastUntil(rows);
  const selectedKey = selected?.key ?? null;
  const { ref, height } = useElementSize();
  const look = useMemo(
    () => ({ zone, hourPixels: 0, wide: false, pastUntil, selectedKey, activeId: null, movingKey: null }),
    [zone, pastUntil, selectedKey],
  );
  const maxEvents = chipsPerDay(height, range.dayCount / 7);
  const view = useMemo(
    () => (
      <MonthView
        date={day}
        firstDayOfWeek={sundayFirst(range.firstDay)}
        events={events}
        renderEvent={renderChip}
        withHeader={false}
        highlightToday={false}
        consistentWeeks={false}
        maxEventsPerDay={maxEvents}
        onDayClick={openDay}
        getDayProps={(date) => ({
          'data-now': date === today || undefined,
          'aria-label': `${formatDayLong(date as Day)}, open the day`,
        })}
        classNames={{
          monthView: classes.view,
          monthViewScrollArea: classes.scroll,
          monthViewInner: classes.inner,
          monthViewWeekdays: classes.weekdays,
          monthViewWeekday: classes.weekday,
          monthViewWeek: classes.week,
          monthViewDay: classes.day,
          monthViewDayLabel: classes.dayLabel,
          monthViewEvents: classes.events,
        }}
        moreEventsProps={{
          tabIndex: -1,
          classNames: { moreEventsButton: classes.more, moreEventsDropdown: classes.dropdown },
        }}
        labels={{ moreLabel: (count: number) => `${count} more` }}
        scrollAreaProps={{ type: 'never' }}
      />
    ),
    [day, range.firstDay, events, today, maxEvents],
  );
  return (
    <GridContext value={look}>
      <section aria-label={label} className={classes.month} ref={ref}>
        {view}
      </section>
    </GridContext>
  );
}

/** How many chips fit into a day under its number, with room for "3 more". */
function chipsPerDay(height: number, weeks: number): number {
  const day = (height - WEEKDAYS_PIXELS) / weeks;
  return Math.max(1, Math.min(12, Math.floor((day - DAY_NUMBER_PIXELS - MORE_PIXELS) / CHIP_PIXELS)));
}

function renderChip(event: ScheduleEventData, props: { readonly style?: CSSProperties | undefined }) {
  const { payload } = event;
  return isMonthPayload(payload) ? <MonthChip id={String(event.id)} row={payload.row} style={props.style} /> : <span />;
}

function openDay(date: string): void {
  setViewedDay(date as Day);
  setCalendarView('day');
}

/** The weekday as @mantine/schedule counts: 0 is Sunday. */
function sundayFirst(day: Day): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return (weekdayOf(day) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
