import { Calendar } from '@mantine/dates';
import { useMemo, useState } from 'react';
import { storedInstant } from '#shared/engine/epoch-minute';
import { type Day, parseDay, weekdayOf } from '#shared/time/day';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { useNow } from '../state/clock';
import { goTo, setViewedDay, useSection } from '../state/navigation';
import { useWorkspace } from '../state/workspace';
import { formatMonth } from '../ui';
import classes from './mini-month.module.css';

/** The month beside the screens that have no grid of their own; a click opens that day's week, of posts on their screen. */
export function MiniMonth() {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const firstWeekday = useWorkspace((state) => state.settings.firstWeekday);
  const today = dayAt(zone, useNow());
  const onPosts = useSection() === 'posts';
  const postDays = usePostDays(zone, onPosts);
  const [shown, setShown] = useState<string>(today);
  return (
    <Calendar
      size="xs"
      aria-label="Month"
      date={shown}
      onDateChange={setShown}
      maxLevel="month"
      firstDayOfWeek={(firstWeekday % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      monthLabelFormat={(date) => formatMonth(parseDay(date) ?? today)}
      classNames={{
        levelsGroup: classes.levels,
        calendarHeader: classes.header,
        calendarHeaderLevel: classes.level,
        calendarHeaderControl: classes.control,
        month: classes.month,
        monthCell: classes.cell,
        day: classes.day,
        weekday: classes.weekday,
      }}
      ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
      getDayProps={(date) => ({
        'data-current': date === today || undefined,
        'data-weekend': weekdayOf(date as Day) > 5 || undefined,
        'data-marked': postDays.has(date as Day) || undefined,
        onClick: () => {
          setViewedDay(date as Day);
          if (!onPosts) goTo('week');
        },
      })}
    />
  );
}

/** Days for which a post is planned; none on other screens. */
function usePostDays(zone: ZoneId, wanted: boolean): ReadonlySet<Day> {
  const placements = useWorkspace((state) => state.posts.placements);
  return useMemo(() => {
    if (!wanted) return new Set();
    return new Set(placements.map(({ start }) => dayAt(zone, storedInstant(start))));
  }, [zone, wanted, placements]);
}
