// How a habit is written.
import type { Habit } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { formatDayRelative, formatDuration, formatTime } from '../../ui/format-time';
import type { NextTime } from './habit-record';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const WEEKDAYS_LONG = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** `Daily`, `Weekdays`, `Weekends`, `Tuesdays`, `Mon, Wed, Fri`. */
export function daysWords(days: Habit['days']): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const key = sorted.join('');
  if (key === '1234567') return 'Daily';
  if (key === '12345') return 'Weekdays';
  if (key === '67') return 'Weekends';
  if (sorted.length === 0) return 'No days';
  if (sorted.length === 1) return WEEKDAYS_LONG[sorted[0]! - 1]!;
  return sorted.map((day) => WEEKDAYS[day - 1]).join(', ');
}

/** How often: `Mon, Wed, Fri`, `3 a week`, `Every 4 days`, `Every 2 to 5 days`, `By its own rule`. */
export function frequencyWords(habit: Pick<Habit, 'frequency' | 'days'>): string {
  const { frequency } = habit;
  switch (frequency.kind) {
    case 'weekdays':
      return daysWords(habit.days);
    case 'perWeek':
      return frequency.times === 1 ? 'Once a week' : `${frequency.times} a week`;
    case 'everyDays':
      return frequency.days === 1 ? 'Daily' : `Every ${frequency.days} days`;
    case 'betweenDays':
      return `Every ${frequency.min} to ${frequency.max} days`;
    case 'rule':
      return 'By its own rule';
  }
}

function goalWords({ goal }: Habit): string | null {
  if (!goal) return null;
  return `${goal.kind === 'atLeast' ? 'at least' : 'at most'} ${goal.amount} ${goal.unit}`.trim();
}

/** `Daily, 30 min`, `3 a week, at least 20 pages`. */
export function habitFacts(habit: Habit): string {
  return `${frequencyWords(habit)}, ${goalWords(habit) ?? `${habit.durationMinutes} min`}`;
}

/** `Today 12:15`, `Wed`, `No room on Wed`. */
export function nextWords(next: NextTime, zone: ZoneId, today: Day): string {
  switch (next.kind) {
    case 'placed':
      return `${formatDayRelative(next.day, today)} ${formatTime(zone, next.start)}`;
    case 'due':
      return formatDayRelative(next.day, today);
    case 'unplaced': {
      const day = formatDayRelative(next.day, today);
      return `No room ${day === 'Today' || day === 'Tomorrow' ? day.toLowerCase() : `on ${day}`}`;
    }
    case 'none':
      return '';
  }
}

/** `+4 min`, `−12 min`, `on time`. */
export function deltaWords(minutes: number): string {
  if (minutes === 0) return 'on time';
  const away = Math.abs(minutes);
  return `${minutes > 0 ? '+' : '−'}${away < 120 ? `${away} min` : formatDuration(away)}`;
}
