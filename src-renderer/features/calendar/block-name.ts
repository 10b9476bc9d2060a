// The accessible name of a block: everything its look says, in words.
import { minutesBetween } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { formatDayLong, formatDistance, formatTime } from '../../ui';
import type { ScheduleRow, TaskRow } from './schedule-rows';

/** "Task, Edit launch video script, Tuesday 24 November, 15:15 to 16:45, 2 days to spare, not locked". */
export function blockName(row: ScheduleRow, zone: ZoneId): string {
  const when = `${formatDayLong(dayAt(zone, row.start))}, ${formatTime(zone, row.start)} to ${formatTime(zone, row.end)}`;
  switch (row.kind) {
    case 'event': {
      const said = ['Event', row.title, row.allDay ? `${formatDayLong(row.firstDay)}, all day` : when];
      if (row.place) said.push(row.place);
      if (row.calendarName) said.push(`calendar ${row.calendarName}`);
      if (row.declined) said.push('declined');
      else if (row.free) said.push('free');
      return said.join(', ');
    }
    case 'task': {
      const said = ['Task', row.title, when];
      if (row.chunk) said.push(`part ${row.chunk.index + 1} of ${row.chunk.of}`);
      const slack = slackWords(row);
      if (slack) said.push(slack);
      said.push(row.done ? 'done' : row.locked ? 'locked' : 'not locked');
      return said.join(', ');
    }
    case 'match': {
      const said = ['Match', row.title, when];
      if (row.place) said.push(row.place);
      said.push(row.tournamentName);
      if (row.perhaps) said.push('perhaps');
      if (row.done) said.push('over');
      return said.join(', ');
    }
    case 'post':
      return ['Post', row.title, `${formatDayLong(dayAt(zone, row.start))}, ${formatTime(zone, row.start)}`]
        .concat(row.done ? 'out' : row.locked ? 'locked' : [])
        .join(', ');
    case 'habit':
      return ['Habit', row.title, when, row.state, ...(row.state === 'planned' && row.locked ? ['locked'] : [])].join(
        ', ',
      );
  }
}

/** "2 days to spare", "3 h late"; empty for a task without a due date or done. */
export function slackWords(row: TaskRow): string {
  if (row.dueAt === null || row.done) return '';
  const minutes = minutesBetween(row.end, row.dueAt);
  if (minutes < 0) return `${spelled(minutes)} late`;
  return minutes < 1 ? 'just in time' : `${spelled(minutes)} to spare`;
}

function spelled(minutes: number): string {
  const days = Math.floor(Math.abs(minutes) / 1440);
  if (days >= 1) return days === 1 ? '1 day' : `${days} days`;
  return formatDistance(minutes);
}
