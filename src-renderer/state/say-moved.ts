import { dayAt, type ZoneId } from '#shared/time/zone';
import { formatDayShort, formatRange } from '../ui/format-time';
import type { Moved } from './mended-plan';

/** "Oslo flights is now Tue 24 Nov, 14:00 – 15:00, and 2 more moved"; empty when nothing moved. `place` says where. */
export function movedWords(moved: readonly Moved[], place: (moved: Moved) => string): string {
  const [first, ...rest] = moved;
  if (first === undefined) return '';
  const more = rest.length > 0 ? `, and ${rest.length} more moved` : '';
  return `${first.title} is now ${place(first)}${more}.`;
}

/** Says where: "Tue 24 Nov, 14:00 – 15:00". */
export function movedPlace(zone: ZoneId): (moved: Pick<Moved, 'start' | 'end'>) => string {
  return ({ start, end }) => `${formatDayShort(dayAt(zone, start))}, ${formatRange(zone, start, end)}`;
}
