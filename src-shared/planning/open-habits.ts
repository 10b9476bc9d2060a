// What is still open of yesterday's night, today and the next days, with all that its state within the day hangs on.
import { type MinuteSpan, mergeMinutes, outerMinutes, subtractMinutes } from '../engine/epoch-minute';
import { windowOn } from '../engine/working-windows';
import { isDueOn } from '../habits/due-day';
import { habitOccurrenceId } from '../habits/habit';
import type { OpenHabit } from '../habits/open-habit';
import { daysFrom, plusDays } from '../time/day';
import type { Situation } from './situation';

/** Due or placed occurrences that nobody marked, from yesterday's night up to `days` days from today, whose window is not over; by the end of their window. */
export function openHabitsOf(situation: Situation, days: number): OpenHabit[] {
  const { problem, horizon } = situation;
  const settled = new Set(problem.habitOccurrences.filter((one) => one.state !== 'planned').map((one) => one.id));
  const places = new Map<string, MinuteSpan>();
  const taken: (MinuteSpan & { readonly key: string })[] = situation.blockingEvents.map((event) => ({
    start: event.start,
    end: event.end,
    key: '',
  }));
  for (const fixed of situation.fixedHabits) places.set(habitOccurrenceId(fixed.id, fixed.day), fixed);
  for (const placement of problem.present) {
    const span = outerMinutes(placement.start, placement.end);
    const key = placement.kind === 'habit' ? habitOccurrenceId(placement.id, placement.day ?? '') : '';
    // What is done has given its time back.
    if (settled.has(key)) continue;
    if (key !== '') places.set(key, places.get(key) ?? span);
    if (placement.kind === 'task') taken.push({ ...span, key });
  }
  for (const [key, span] of places) taken.push({ start: span.start, end: span.end, key });
  const open: OpenHabit[] = [];
  for (const day of daysFrom(plusDays(horizon.firstDay, -1), plusDays(horizon.firstDay, days))) {
    for (const habit of problem.habits) {
      const key = habitOccurrenceId(habit.id, day);
      const place = places.get(key) ?? null;
      if (habit.status !== 'active' || settled.has(key)) continue;
      if (!place && !isDueOn(habit, day, problem.settings)) continue;
      const window = windowOn(problem.settings, day, habit.window);
      // Moved by hand out of its window, it has until the end of its place.
      const windowEnd = Math.max(window.end, place?.end ?? window.end);
      if (windowEnd <= horizon.now) continue;
      const others = taken.filter((one) => one.key !== key && one.start < windowEnd && window.start < one.end);
      const within = { start: Math.min(window.start, place?.start ?? window.start), end: windowEnd };
      const minutes = place ? Math.min(habit.durationMinutes, place.end - place.start) : habit.durationMinutes;
      open.push({
        habitId: habit.id,
        day,
        title: habit.title,
        minutes,
        minMinutes: habit.minMinutes,
        notify: habit.notify,
        place: place ? { start: place.start, end: place.end } : null,
        free: subtractMinutes([within], mergeMinutes(others)),
        windowEnd,
      });
    }
  }
  return open.sort((a, b) => a.windowEnd - b.windowEnd || (a.habitId < b.habitId ? -1 : 1));
}

/** Timed events in which notices are silent; a busy day is no meeting. */
export function meetingsOf(situation: Situation): MinuteSpan[] {
  const timed = situation.blockingEvents.filter((event) => !event.allDay && event.end - event.start <= LONGEST_MEETING);
  return mergeMinutes(timed.filter((event) => event.end > situation.horizon.now));
}

const LONGEST_MEETING = 6 * 60;
