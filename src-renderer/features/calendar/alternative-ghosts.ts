import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import type { Explanation } from '../../state/explanation';
import { formatTime } from '../../ui';
import type { Ghost } from './grid-overlay';

/** Alternatives as dashed boxes on the grid; the one pointed at in the inspector stands out. */
export function alternativeGhosts(explanation: Explanation | null, pointed: number | null, zone: ZoneId): Ghost[] {
  if (explanation?.kind !== 'placed') return [];
  return explanation.alternatives.map((alternative, index) => {
    const startMinute = minuteOfDayAt(zone, alternative.start);
    const length = (alternative.end - alternative.start) / 60_000;
    return {
      id: String(alternative.start),
      title: `Alternative ${index + 1}`,
      detail: `${formatTime(zone, alternative.start)} · ${alternative.score.toFixed(2)}`,
      day: dayAt(zone, alternative.start),
      startMinute,
      endMinute: Math.min(1440, startMinute + length),
      strong: pointed === index,
    };
  });
}
