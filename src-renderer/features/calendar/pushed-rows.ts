// What a drop would push aside: planned work that stands where the block would land. Nothing moves before the drop; with it, the pushed find a new place in the same step.
import { overlaps, type Span } from '#shared/time/span';
import { isWork, type ScheduleRow } from './schedule-rows';

export interface DropOutcome {
  /** Tasks and habits that would have to give way. */
  readonly pushed: readonly ScheduleRow[];
  /** What will not give way: busy events, own matches, locked work. The dropped block would lie on top of it. */
  readonly blocked: readonly ScheduleRow[];
}

/** Rows that `target` would overlap, without the moved row itself, what is done, and what takes no time. */
export function dropOutcome(rows: readonly ScheduleRow[], target: Span, movedKey: string | null): DropOutcome {
  const met = rows.filter((row) => row.key !== movedKey && takesTime(row) && overlaps(row, target));
  return {
    pushed: met.filter((row) => isWork(row) && !row.locked),
    blocked: met.filter((row) => !isWork(row) || row.locked),
  };
}

/** "Pushes Oslo flights", "Pushes Oslo flights and 2 more", "On top of Team stand-up"; empty when the place is free. */
export function outcomeWords({ pushed, blocked }: DropOutcome): string {
  const parts: string[] = [];
  if (blocked.length > 0) parts.push(`On top of ${listed(blocked)}`);
  if (pushed.length > 0) parts.push(`Pushes ${listed(pushed)}`);
  return parts.join('. ');
}

function takesTime(row: ScheduleRow): boolean {
  switch (row.kind) {
    case 'event':
      return !row.free && !row.declined && !row.allDay;
    case 'task':
      return !row.done;
    case 'habit':
      return row.state === 'planned';
    case 'post':
      return false;
    case 'match':
      return !row.done;
  }
}

function listed(rows: readonly ScheduleRow[]): string {
  const first = rows[0]!.title;
  return rows.length === 1
    ? first
    : rows.length === 2
      ? `${first} and ${rows[1]!.title}`
      : `${first} and ${rows.length - 1} more`;
}
