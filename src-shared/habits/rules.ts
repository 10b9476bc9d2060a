// The rules of the habit planner, hard ones first. After them come the levels of a day: unplaced, distance from the target by need, short gaps, moves (`exact-day.ts`).
import { avoidsEvents } from './rules/avoids-events';
import { avoidsOtherHabits } from './rules/avoids-other-habits';
import type { HabitRule } from './rules/habit-plan-view';
import { hasItsWholeLength } from './rules/has-its-whole-length';
import { isDueOnce } from './rules/is-due-once';
import { keepsItsFrequency } from './rules/keeps-its-frequency';
import { leavesFixedHabits } from './rules/leaves-fixed-habits';
import { habitStartsAfterLead } from './rules/starts-after-lead';
import { staysInItsWindow } from './rules/stays-in-its-window';

export const habitRules: readonly HabitRule[] = [
  avoidsEvents,
  avoidsOtherHabits,
  staysInItsWindow,
  habitStartsAfterLead,
  hasItsWholeLength,
  isDueOnce,
  keepsItsFrequency,
  leavesFixedHabits,
];
