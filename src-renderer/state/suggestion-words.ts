// How a suggestion is offered: what it does in a few words. Its evidence stands below it.
import { instantOfMinute } from '#shared/engine/epoch-minute';
import type { HabitSuggestion } from '#shared/planning/habit-suggestions';
import { type Day, dayFromNumber, dayNumber } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { formatDayRelative, formatTime, weekdayLong } from '../ui/format-time';

/** 5 January 1970 was a Monday. */
const A_MONDAY = 4;

export function suggestionTitle(suggestion: HabitSuggestion, zone: ZoneId, today: Day): string {
  const time = (minute: number) => formatTime(zone, instantOfMinute(minute));
  switch (suggestion.kind) {
    case 'slotToday':
      return `Move to ${time(suggestion.place.start)}`;
    case 'shorter':
      return `${suggestion.place.end - suggestion.place.start}-minute version`;
    case 'otherDay':
      return `${formatDayRelative(suggestion.day, today)} at ${time(suggestion.place.start)} instead`;
    case 'skip':
      return 'Skip today, guilt-free';
    case 'moveTarget':
      return `Try ${suggestion.proposal.target.replace(/^0/, '')} for two weeks`;
    case 'fewerDays':
      return `Leave out ${weekdayLong(dayFromNumber(A_MONDAY + suggestion.weekday - 1))}s`;
  }
}

export const SUGGESTION_ICONS: Readonly<
  Record<HabitSuggestion['kind'], 'clock' | 'shrink' | 'day' | 'leaf' | 'target' | 'less'>
> = {
  slotToday: 'clock',
  shorter: 'shrink',
  otherDay: 'day',
  skip: 'leaf',
  moveTarget: 'target',
  fewerDays: 'less',
};

/** Kept apart, so that two suggestions of one kind are told from each other. */
export function suggestionKey(suggestion: HabitSuggestion): string {
  return `${suggestion.kind} ${'day' in suggestion ? dayNumber(suggestion.day) : ''}`;
}
