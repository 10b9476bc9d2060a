import { Calendar } from '@mantine/dates';
import { useMemo, useState } from 'react';
import { storedInstant } from '#shared/engine/epoch-minute';
import { type Day, parseDay, weekdayOf } from '#shared/time/day';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { useNow } from '../state/clock';
import { readDue } from '../state/due';
import { goTo, setViewedDay, useSection } from '../state/navigation';
import { useWorkspace } from '../state/workspace';
import { formatDayLong, formatMonth } from '../ui';
import classes from './mini-month.module.css';

/** The month beside the screens that have no grid of their own; a click opens that day's week, of posts on their screen. */
export function MiniMonth() {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const firstWeekday = useWorkspace((state) => state.settings.firstWeekday);
  const today = dayAt(zone, useNow());
  const onPosts = useSection() === 'posts';
  const marked = useMarkedDays(zone, onPosts);
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
      getDayAriaLabel={(date) => {
        const words = formatDayLong(date as Day);
        return marked.has(date as Day) ? `${words}, ${onPosts ? 'posts planned' : 'tasks due'}` : words;
      }}
      getDayProps={(date) => ({
        'data-current': date === today || undefined,
        'data-weekend': weekdayOf(date as Day) > 5 || undefined,
        'data-marked': marked.has(date as Day) || undefined,
        onClick: () => {
          setViewedDay(date as Day);
          if (!onPosts) goTo('week');
        },
      })}
    />
  );
}

/** Days something is planned for or due on: posts on their screen, else open tasks by their due. */
function useMarkedDays(zone: ZoneId, posts: boolean): ReadonlySet<Day> {
  const { placements, tasks } = useWorkspace((state) => ({ placements: state.posts.placements, tasks: state.tasks }));
  return useMemo(() => {
    if (posts) return new Set(placements.map(({ start }) => dayAt(zone, storedInstant(start))));
    const dues = tasks.map(({ status, dueAt }) => (status === 'open' && dueAt !== null ? readDue(zone, dueAt) : null));
    return new Set(dues.flatMap((due) => due?.day ?? []));
  }, [zone, posts, placements, tasks]);
}
