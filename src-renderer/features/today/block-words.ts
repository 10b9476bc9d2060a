import { type Instant, minutesBetween } from '#shared/time/instant';
import { spanMinutes } from '#shared/time/span';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { dueWordsInline, readDue } from '../../state/due';
import { formatDayLong, formatTime } from '../../ui/format-time';
import type { AgendaBlock } from './day-agenda';

const KINDS = { event: 'Event', task: 'Task', habit: 'Habit', match: 'Match', post: 'Post' } as const;
const STATES = { planned: '', done: 'done', missed: 'missed', skipped: 'skipped' } as const;
const SLACKS = { none: '', ample: 'in time', tight: 'close to its due', late: 'late' } as const;

/** "Task, Edit launch video script, Tuesday 24 November, 15:15 to 16:45, in time, locked". */
export function blockName(block: AgendaBlock, zone: ZoneId): string {
  return [
    KINDS[block.kind],
    block.title,
    block.piece ? `part ${block.piece}` : '',
    block.meta,
    formatDayLong(dayAt(zone, block.start)),
    // A post is a moment.
    formatTime(zone, block.start) + (block.kind === 'post' ? '' : ` to ${formatTime(zone, block.end)}`),
    STATES[block.state],
    block.state === 'planned' ? SLACKS[block.slack] : '',
    block.locked ? 'locked' : '',
    block.busy ? '' : 'takes no time',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The second line: what is left of the work under way, else the due of a task, or the calendar of an event. */
export function blockNote(block: AgendaBlock, zone: ZoneId, now: Instant): string {
  if (block.state !== 'planned') return '';
  if (block.kind === 'event' || block.kind === 'match') return block.calendar === block.meta ? '' : block.calendar;
  if (block.kind === 'task' && block.start <= now && now < block.end) {
    return `${Math.ceil(minutesBetween(now, block.end))} min left of ${Math.round(spanMinutes(block))}`;
  }
  const due = block.dueAt === null ? null : readDue(zone, block.dueAt);
  return due ? `Due ${dueWordsInline(due, dayAt(zone, now))}` : '';
}
