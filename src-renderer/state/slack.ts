import type { Placement } from '#shared/engine/plan';
import { type Instant, type Minutes, minutesBetween } from '#shared/time/instant';

/** How a task that ends at `end` stands against its due: done before due minus buffer, inside it, or late. */
export function slackOf(
  due: Instant | null,
  end: Instant,
  bufferMinutes: Minutes,
): Pick<Placement, 'slack' | 'lateMinutes'> {
  if (due === null) return { slack: 'none', lateMinutes: 0 };
  const spare = minutesBetween(end, due);
  if (spare < 0) return { slack: 'late', lateMinutes: -spare };
  return { slack: spare < bufferMinutes ? 'tight' : 'ample', lateMinutes: 0 };
}
