import type { Settings } from '../engine/settings';
import { windowOn } from '../engine/working-windows';
import { type Day, plusDays } from '../time/day';
import { type Instant, MILLISECONDS_PER_MINUTE } from '../time/instant';
import { instantAtMinute } from '../time/zone';
import type { Habit } from './habit';

/** A day stays open this long after its midnight: late evenings are checked off after it. */
export const GRACE_MINUTES = 240;

/**
 * What a check-off at a moment makes of a day: done, or done late after the window's end on the same day, its night until 4:00 included.
 * Marked on a later day it is what the user says: done.
 */
export function keptStateAt(habit: Habit, day: Day, at: Instant, settings: Settings): 'done' | 'doneLate' {
  const window = windowOn(settings, day, habit.window);
  const closes = instantAtMinute(settings.timeZone, plusDays(day, 1), GRACE_MINUTES);
  return at > window.end * MILLISECONDS_PER_MINUTE && at < closes ? 'doneLate' : 'done';
}
