import { DayView, type ScheduleEventData, WeekView } from '@mantine/schedule';
import { memo, type RefObject } from 'react';
import { type Day, weekdayOf } from '#shared/time/day';
import { AllDayBars } from './all-day-bars';
import type { PlacedBar } from './all-day-lanes';
import classes from './grid-hours.module.css';

interface GridHoursProps {
  readonly firstDay: Day;
  /** Nothing in it can be focused, so that the hours themselves can be scrolled by keys. */
  readonly isEmpty: boolean;
  readonly viewportRef: RefObject<HTMLDivElement | null>;
}

// The empty hours are no controls: blocks are what can be reached, by pointer or keys.
const HIDDEN_SLOTS = {
  weekViewDaySlot: { 'aria-hidden': true, tabIndex: -1 },
  weekViewSlotLabels: { 'aria-hidden': true },
  dayViewSlot: { 'aria-hidden': true, tabIndex: -1 },
  dayViewSlotLabels: { 'aria-hidden': true },
};

/** The seven empty columns of a week and the row above them; what lies in both is drawn over them. */
export const WeekHours = memo(function WeekHours({ firstDay, isEmpty, viewportRef }: GridHoursProps) {
  return (
    <WeekView
      mode="static"
      date={firstDay}
      firstDayOfWeek={weekdayOf(firstDay) === 7 ? 0 : (weekdayOf(firstDay) as 1 | 2 | 3 | 4 | 5 | 6)}
      events={NO_EVENTS}
      withHeader={false}
      withWeekNumber={false}
      withCurrentTimeIndicator={false}
      // No slots: a hundred and seventy empty buttons would be most of what opening a week costs. The hours are lines of the days.
      endTime="00:00:00"
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
        weekViewInner: classes.weekInner,
        weekViewSlotLabels: classes.gutter,
        weekViewSlotLabel: classes.gutterHour,
        weekViewDay: classes.day,
        weekViewDaySlot: classes.slot,
      }}
      scrollAreaProps={{ type: 'never', viewportRef, viewportProps: { tabIndex: isEmpty ? 0 : -1 } }}
    />
  );
});

interface DayHoursProps extends GridHoursProps {
  readonly bars: readonly PlacedBar[];
}

/** One day, as wide as the card. Its all-day events stand in a row of their own above the hours. */
export const DayHours = memo(function DayHours({ firstDay, isEmpty, viewportRef, bars }: DayHoursProps) {
  return (
    <div className={classes.dayColumn}>
      {bars.length > 0 ? (
        <div className={classes.allDay}>
          <div className={classes.allDayLabel}>All day</div>
          <div className={classes.allDayList}>
            <div className={classes.allDayEvents}>
              <AllDayBars bars={bars} />
            </div>
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
        scrollAreaProps={{ type: 'never', viewportRef, viewportProps: { tabIndex: isEmpty ? 0 : -1 } }}
      />
    </div>
  );
});

const NO_EVENTS: ScheduleEventData[] = [];

function noLabel(): string {
  return '';
}
