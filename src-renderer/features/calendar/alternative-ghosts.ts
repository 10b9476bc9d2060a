import { overlaps } from '#shared/time/span';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import type { Explanation } from '../../state/explanation';
import { formatTime } from '../../ui';
import type { Ghost } from './grid-overlay';
import { isWork, type ScheduleRow } from './schedule-rows';

/** How many alternatives the inspector offers at once, and the grid draws. */
export const ALTERNATIVES_SHOWN = 3;

/**
 * Alternatives as dashed boxes on the grid; the one pointed at in the inspector stands out. One that lies under the
 * explained block itself, or is not among the first, shows only while it is pointed at.
 */
export function alternativeGhosts(
  explanation: Explanation | null,
  explained: ScheduleRow | null,
  pointed: number | null,
  zone: ZoneId,
): Ghost[] {
  if (explanation?.kind !== 'placed' || !explained || !isWork(explained)) return [];
  const { kind } = explained;
  return explanation.alternatives.flatMap((alternative, index) => {
    if (pointed !== index && (index >= ALTERNATIVES_SHOWN || overlaps(alternative, explained))) return [];
    const startMinute = minuteOfDayAt(zone, alternative.start);
    const length = (alternative.end - alternative.start) / 60_000;
    return {
      id: String(alternative.start),
      kind,
      title: `Alternative ${index + 1}`,
      detail: `${formatTime(zone, alternative.start)} · ${alternative.score.toFixed(2)}`,
      day: dayAt(zone, alternative.start),
      startMinute,
      endMinute: Math.min(1440, startMinute + length),
      strong: pointed === index,
    };
  });
}
