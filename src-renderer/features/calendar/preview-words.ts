// The words of a preview row.
import { type Instant, minutesBetween } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import type { PreviewRow } from '../../state/planning';
import { formatDistance, formatDuration, formatTime, weekdayShort } from '../../ui';

/** `Tue 24` and `14:00`, apart so that times line up. */
export function shortMoment(zone: ZoneId, at: Instant): { readonly day: string; readonly time: string } {
  const day = dayAt(zone, at);
  return { day: `${weekdayShort(day)} ${Number(day.slice(8))}`, time: formatTime(zone, at) };
}

/** "2 d", "15 min", "20 h late"; empty without a due. */
export function slackAfter(row: PreviewRow): string {
  if (row.slackMinutes === null) return '';
  const distance = formatDistance(row.slackMinutes);
  return row.slackMinutes < 0 ? `${distance} late` : distance;
}

/** "moves from Tue 24 14:00 to Tue 24 15:15, 1 h 15 later." */
export function moveWords(row: PreviewRow, zone: ZoneId): string {
  const say = (at: Instant) => {
    const { day, time } = shortMoment(zone, at);
    return `${day} ${time}`;
  };
  if (row.after === null) return row.before === null ? '' : `loses its place on ${say(row.before)}.`;
  if (row.before === null) return `gets a place on ${say(row.after)}.`;
  const minutes = minutesBetween(row.before, row.after);
  const far = Math.abs(minutes) >= 1440 ? formatDistance(minutes) : formatDuration(Math.abs(minutes));
  return `moves from ${say(row.before)} to ${say(row.after)}, ${far} ${minutes > 0 ? 'later' : 'earlier'}.`;
}

/** "41 items stay put, 5 of them locked". */
export function stayWords(stay: number, locked: number): string {
  const items = stay === 1 ? '1 item stays put' : `${stay} items stay put`;
  return locked > 0 ? `${items}, ${locked} of them locked` : items;
}
