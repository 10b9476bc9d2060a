import type { Settings } from '../engine/settings';
import type { Calendar, CalendarEvent } from './event';

/**
 * Whether an event takes time. What the file says is kept with the event; calendar and settings decide here, in one place.
 * Whether a calendar is shown does not matter.
 */
export function blocksTime(
  event: CalendarEvent,
  calendar: Pick<Calendar, 'blocks' | 'allDayPolicy'>,
  settings: Pick<Settings, 'allDayPolicy' | 'tentativeBlocks'>,
): boolean {
  if (!calendar.blocks || event.declined) return false;
  if (event.tentative && !settings.tentativeBlocks) return false;
  if (!event.allDay) return event.busy;
  switch (calendar.allDayPolicy ?? settings.allDayPolicy) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'whenBusy':
      return event.busy;
  }
}
