import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { plusDays } from '#shared/time/day';
import { useExplanation } from '../../state/explanation';
import {
  type CalendarView,
  setCalendarView,
  setViewedDay,
  useCalendarView,
  useViewedDay,
} from '../../state/navigation';
import { useSelection } from '../../state/selection';
import { useWorkspace } from '../../state/workspace';
import { IconButton, LoadingBar, QuietButton, ScreenToolbar, Segmented } from '../../ui';
import { alternativeGhosts } from './alternative-ghosts';
import { CalendarEmpty } from './calendar-empty';
import { calendarRange, leaf, rangeContext, rangeTitle } from './calendar-range';
import classes from './calendar-screen.module.css';
import { HoursView } from './hours-view';
import { Inspector } from './inspector';
import { MonthGrid } from './month-grid';
import { refOf } from './row-actions';
import { isWork } from './schedule-rows';
import { selectedRow, selectRow } from './selected-row';
import { useCalendarKeys } from './use-calendar-keys';
import { useScheduleRows } from './use-schedule-rows';
import { useToday } from './use-today';
import { YearGrid } from './year-grid';

const VIEWS: readonly { readonly value: CalendarView; readonly label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'year', label: 'Year' },
];

/** Does it fit: the day, week, month or year with everything in it, and why each block is where it is. */
export function CalendarScreen({ planControl }: { readonly planControl: ReactNode }) {
  const view = useCalendarView();
  const day = useViewedDay();
  const today = useToday();
  const { zone, firstWeekday } = useWorkspace((state) => ({
    zone: state.settings.timeZone,
    firstWeekday: state.settings.firstWeekday,
  }));
  const range = calendarRange(view, day, firstWeekday);
  const { rows, loading } = useScheduleRows(range);
  const selection = useSelection();
  const selected = selectedRow(rows, selection);
  const explanation = useExplanation(selected && isWork(selected) ? refOf(selected) : null);
  const [pointed, setPointed] = useState<number | null>(null);
  const ghosts = useMemo(
    () => alternativeGhosts(explanation, selected, pointed, zone),
    [explanation, selected, pointed, zone],
  );
  const onLeaf = (direction: -1 | 1) => setViewedDay(leaf(view, day, direction));
  useCalendarKeys({ rows, selected, onLeaf });
  const title = rangeTitle(view, day, range, today);
  const showsToday = today >= range.firstDay && today < plusDays(range.firstDay, range.dayCount);

  return (
    <>
      <ScreenToolbar
        title={title}
        context={<span className={classes.context}>{rangeContext(view, range)}</span>}
        right={planControl}
      >
        <div className={classes.leaf}>
          <IconButton label={`Previous ${view}`} shortcut="[" onClick={() => onLeaf(-1)}>
            <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
          <QuietButton onClick={() => setViewedDay(null)} aria-keyshortcuts="T" data-here={showsToday || undefined}>
            Today
          </QuietButton>
          <IconButton label={`Next ${view}`} shortcut="]" onClick={() => onLeaf(1)}>
            <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </div>
        <Segmented label="View" value={view} options={VIEWS} onChange={setCalendarView} />
      </ScreenToolbar>
      <div className={classes.body}>
        <LoadingBar active={loading} label="Reading the calendar" />
        <div className={classes.view}>
          {view === 'year' ? (
            <YearGrid rows={rows} day={day} zone={zone} today={today} firstWeekday={firstWeekday} label={title} />
          ) : view === 'month' ? (
            <MonthGrid
              rows={rows}
              range={range}
              day={day}
              zone={zone}
              today={today}
              label={title}
              selected={selected}
            />
          ) : (
            <HoursView
              rows={rows}
              range={range}
              zone={zone}
              today={today}
              label={title}
              selected={selected}
              ghosts={ghosts}
            />
          )}
          {rows.length === 0 && !loading ? <CalendarEmpty /> : null}
        </div>
        {selected ? (
          <Inspector
            key={selected.key}
            row={selected}
            rows={rows}
            explanation={explanation}
            pointed={pointed}
            onPoint={setPointed}
            onClose={() => selectRow(null)}
          />
        ) : null}
      </div>
    </>
  );
}
