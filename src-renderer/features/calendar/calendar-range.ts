// Which days a view shows around a day, how it is titled, and where leafing leads.
import { type Day, dayFromNumber, dayNumber, plusDays, weekdayOf, weekStart } from '#shared/time/day';
import type { CalendarView } from '../../state/navigation';
import { formatDayLong, formatDayRange, formatMonth, weekNumber } from '../../ui';

export interface CalendarRange {
  readonly firstDay: Day;
  readonly dayCount: number;
}

/** @param firstWeekday ISO weekday on which weeks begin, 1 to 7. A month is shown in whole weeks. */
export function calendarRange(view: CalendarView, day: Day, firstWeekday: number): CalendarRange {
  switch (view) {
    case 'day':
      return { firstDay: day, dayCount: 1 };
    case 'week':
      return { firstDay: weekStart(day, firstWeekday), dayCount: 7 };
    case 'month': {
      const first = weekStart(monthStart(day), firstWeekday);
      const last = plusDays(nextMonthStart(day), -1);
      const weeks = Math.ceil((dayNumber(last) - dayNumber(first) + 1) / 7);
      return { firstDay: first, dayCount: weeks * 7 };
    }
    case 'year': {
      const first = yearStart(day);
      return { firstDay: first, dayCount: dayNumber(yearStart(plusDays(first, 366))) - dayNumber(first) };
    }
  }
}

/** The day that the previous (-1) or next (1) page of the view shows. A month or a year keeps the day of the month where it can. */
export function leaf(view: CalendarView, day: Day, direction: -1 | 1): Day {
  if (view === 'day') return plusDays(day, direction);
  if (view === 'week') return plusDays(day, 7 * direction);
  if (view === 'year') {
    const month = `${Number(day.slice(0, 4)) + direction}`.padStart(4, '0') + day.slice(4, 8);
    return dayOfMonth(`${month}01` as Day, day);
  }
  const target = direction === 1 ? nextMonthStart(day) : monthStart(plusDays(monthStart(day), -1));
  return dayOfMonth(target, day);
}

/** The day of the month of `like`, in the month that begins with `target`; its last day where that has fewer. */
function dayOfMonth(target: Day, like: Day): Day {
  const length = dayNumber(nextMonthStart(target)) - dayNumber(target);
  return plusDays(target, Math.min(Number(like.slice(8, 10)), length) - 1);
}

/** A day of this year goes without its year. */
export function rangeTitle(view: CalendarView, day: Day, { firstDay, dayCount }: CalendarRange, today: Day): string {
  switch (view) {
    case 'day':
      return day.slice(0, 4) === today.slice(0, 4) ? formatDayLong(day) : `${formatDayLong(day)} ${day.slice(0, 4)}`;
    case 'week':
      return formatDayRange(firstDay, plusDays(firstDay, dayCount - 1));
    case 'month':
      return formatMonth(day);
    case 'year':
      return day.slice(0, 4);
  }
}

/** "Week 48"; a week counts by its Thursday. Nothing for a month or a year. */
export function rangeContext(view: CalendarView, { firstDay }: CalendarRange): string {
  if (view === 'month' || view === 'year') return '';
  const thursday = view === 'day' ? firstDay : plusDays(firstDay, (4 - weekdayOf(firstDay) + 7) % 7);
  return `Week ${weekNumber(thursday)}`;
}

function yearStart(day: Day): Day {
  return `${day.slice(0, 5)}01-01` as Day;
}

function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01` as Day;
}

function nextMonthStart(day: Day): Day {
  // The 1st plus 31 days always lies in the next month.
  return monthStart(dayFromNumber(dayNumber(monthStart(day)) + 31));
}
