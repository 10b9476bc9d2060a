import { useMemo } from 'react';
import { type HabitSuggestion, habitSuggestions } from '#shared/planning/habit-suggestions';
import { openHabitsOf } from '#shared/planning/open-habits';
import type { Situation } from '#shared/planning/situation';
import { useWorkspace } from '../../state/workspace';
import { type SlippingHabit, slippingToday } from './slipping-habit';

const MOST_CHOICES = 5;

export interface HabitHelp {
  readonly slipping: SlippingHabit;
  readonly suggestions: readonly HabitSuggestion[];
  /** Other habits that slip today, the most urgent first. */
  readonly others: readonly SlippingHabit[];
}

/** The habit of today that wants a word first, or the wanted one of them, with its ways out; null while none does. */
export function useHabitHelp(situation: Situation | null, wantedId: string | null): HabitHelp | null {
  const { habits, habitOccurrences, gridMinutes } = useWorkspace((state) => ({
    habits: state.habits,
    habitOccurrences: state.habitOccurrences,
    gridMinutes: state.settings.gridMinutes,
  }));
  return useMemo(() => {
    if (!situation) return null;
    const open = openHabitsOf(situation, 1);
    const slipping = slippingToday(habits, habitOccurrences, open, gridMinutes, situation.horizon.now);
    const first = slipping.find((one) => one.habit.id === wantedId) ?? slipping[0];
    if (!first) return null;
    const suggestions = habitSuggestions(situation, first.habit, first.occurrences, first.open).slice(0, MOST_CHOICES);
    return { slipping: first, suggestions, others: slipping.filter((one) => one !== first) };
  }, [situation, habits, habitOccurrences, gridMinutes, wantedId]);
}
