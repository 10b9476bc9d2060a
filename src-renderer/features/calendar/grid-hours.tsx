import { DayView, type ScheduleEventData, WeekView } from '@mantine/schedule';
import { memo, type RefObject } from 'react';
import { weekdayOf } from '#shared/time/day';
import { AllDayBar } from './all-day-bar';
import type { GridContent } from './grid-content';
import classes from './grid-hours.module.css';
import { isBarPayload } from './mantine-events';

interface GridHoursProps {
  readonly content: GridContent;
  readonly viewportRef: RefObject<HTMLDivElement | null>;
}

// The empty hours are no controls: blocks are what can be reached, by pointer or keys.
const HIDDEN_SLOTS = {
  weekViewDaySlot: { 'aria-hidden': true, tabIndex: -1 },
  weekViewSlotLabels: { 'aria-hidden': true },
  dayViewSlot: { 'aria-hidden': true, tabIndex: -1 },
  dayViewSlotLabels: { 'aria-hidden': true },
};

/** The seven columns of a week, with what lasts all day. Drawn anew only when its content changes. */
export const WeekHours = memo(function WeekHours({ content, viewportRef }: GridHoursProps) {
  const { firstDay, bars, stops } = content;
  return (
    <WeekView
      mode="static"
      date={firstDay}
      firstDayOfWeek={weekdayOf(firstDay) === 7 ? 0 : (weekdayOf(firstDay) as 1 | 2 | 3 | 4 | 5 | 6)}
      events={[...bars]}
      renderEvent={renderRow}
      withHeader={false}
      withWeekNumber={false}
      withCurrentTimeIndicator={false}
      slotHeight={52}
      slotLabelFormat={noLabel}
      labels={{ allDay: 'All day' }}
      attributes={HIDDEN_SLOTS}
      classNames={{
        weekView: classes.view,
        weekViewRoot: classes.root,
        weekViewScrollArea: classes.scroll,
        weekViewHeader: classes.mantineHeader,
        weekViewAllDaySlots: classes.allDay,
        weekViewAllDaySlotsLabel: classes.allDayLabel,
        weekViewAllDaySlotsList: classes.allDayList,
        weekViewAllDaySlotsEvents: classes.allDayEvents,
        weekViewInner: classes.inner,
        weekViewSlotLabels: classes.gutter,
        weekViewSlotLabel: classes.gutterHour,
        weekViewDay: classes.day,
        weekViewDaySlot: classes.slot,
      }}
      scrollAreaProps={{ type: 'never', viewportRef, viewportProps: { tabIndex: stops.length === 0 ? 0 : -1 } }}
    />
  );
});

/** One day, as wide as the card. Its all-day events stand in a row of their own above the hours. */
export const DayHours = memo(function DayHours({ content, viewportRef }: GridHoursProps) {
  const { firstDay, bars, lanes, stops } = content;
  return (
    <div className={classes.dayColumn}>
      {lanes > 0 ? (
        <div className={classes.allDay}>
          <div className={classes.allDayLabel}>All day</div>
          <div className={classes.allDayList}>
            <div className={classes.allDayEvents}>{bars.map((event) => renderBar(event))}</div>
          </div>
        </div>
      ) : null}
      <DayView
        mode="static"
        date={firstDay}
        events={NO_EVENTS}
        withHeader={false}
        withAllDaySlot={false}
        withCurrentTimeIndicator={false}
        intervalMinutes={60}
        slotHeight={52}
        slotLabelFormat={noLabel}
        attributes={HIDDEN_SLOTS}
        classNames={{
          dayView: classes.view,
          dayViewScrollArea: classes.scroll,
          dayViewInner: classes.inner,
          dayViewSlotLabels: classes.gutter,
          dayViewSlotLabel: classes.gutterHour,
          dayViewSlot: classes.slot,
        }}
        scrollAreaProps={{ type: 'never', viewportRef, viewportProps: { tabIndex: stops.length === 0 ? 0 : -1 } }}
      />
    </div>
  );
});

const NO_EVENTS: ScheduleEventData[] = [];

function renderRow(event: ScheduleEventData) {
  return renderBar(event) ?? <span />;
}

function renderBar(event: ScheduleEventData) {
  if (!isBarPayload(event.payload)) return null;
  return <AllDayBar key={event.id} placed={event.payload.bar} />;
}

function noLabel(): string {
  return '';
}
