import type { Span } from '#shared/time/span';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { formatDayShort, formatRange } from '../ui/format-time';
import type { Moved } from './mended-plan';

/** "Oslo flights is now Tue 24 Nov, 14:00 – 15:00, and 2 more moved"; empty when nothing moved. */
export function movedWords(moved: readonly Moved[], zone: ZoneId): string {
  const [first, ...rest] = moved;
  if (first === undefined) return '';
  const more = rest.length > 0 ? `, and ${rest.length} more moved` : '';
  return `${first.title} is now ${movedPlace(first, zone)}${more}.`;
}

/** Says where: "Tue 24 Nov, 14:00 – 15:00". */
export function movedPlace({ start, end }: Span, zone: ZoneId): string {
  return `${formatDayShort(dayAt(zone, start))}, ${formatRange(zone, start, end)}`;
}
