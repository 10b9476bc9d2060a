import { failed, ok, type Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import type { Placement } from '#shared/engine/plan';
import { attemptOf, meetsGoal } from '#shared/habits/attempts';
import { isRestingOn } from '#shared/habits/due-day';
import { type Habit, type HabitOccurrence, habitOccurrenceId, habitSchema } from '#shared/habits/habit';
import { keptStateAt } from '#shared/habits/kept-state';
import { type Day, parseDay, plusDays } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { Change } from '../db/change';
import { now, nowText } from './clock';
import { commit } from './commit';
import { withoutRecordedDays } from './habit-history';
import { newId } from './new-id';
import { placementKey } from './placement-key';
import { type WorkspaceState, workspaceNow } from './workspace';

/** What a new habit needs; everything else has its default. */
export type HabitDraft = Pick<Habit, 'title' | 'durationMinutes' | 'targetTime'> & Partial<Habit>;

/** The value is the new habit's id. */
export async function addHabit(draft: HabitDraft): Promise<Result<string, string>> {
  const id = draft.id ?? newId('habit');
  const habit = parseHabit({ createdAt: nowText(), ...draft, title: draft.title.trim(), id });
  if (!habit.ok) return habit;
  const done = await commit(`Add “${habit.value.title}”`, () => ({ puts: { habits: [habit.value] } }));
  return done.ok ? ok(id) : done;
}

export function updateHabit(id: string, patch: Partial<Habit>): Promise<Result<void, string>> {
  return commit(`Change ${naming(id)}`, (state) => {
    const before = state.habits.find((habit) => habit.id === id);
    if (!before) return `There is no habit ${id}.`;
    const after = parseHabit({ ...before, ...patch, id });
    return after.ok ? { puts: { habits: withoutRecordedDays([after.value], state.habitOccurrences) } } : after.error;
  });
}

/** Removes a habit with its days and placements. */
export function removeHabit(id: string): Promise<Result<void, string>> {
  return commit(`Delete ${naming(id)}`, (state) => ({
    deletes: {
      habits: [id],
      habitOccurrences: state.habitOccurrences.filter((x) => x.habitId === id).map((x) => x.id),
      placements: state.placements.filter((x) => x.kind === 'habit' && x.id === id).map(placementKey),
    },
  }));
}

/** Records how a day of a habit went; saying it again differently corrects the day. */
export function checkHabit(
  habitId: string,
  day: Day,
  as: 'done' | 'skipped' | 'missed' | 'planned',
): Promise<Result<void, string>> {
  const verb = { done: 'Check off', skipped: 'Skip', missed: 'Mark missed', planned: 'Reopen' }[as];
  return commit(`${verb} ${naming(habitId)}`, (state) => {
    const habit = state.habits.find((one) => one.id === habitId);
    if (!habit) return `There is no habit ${habitId}.`;
    return recordDay(state, habitId, day, as === 'done' ? keptStateAt(habit, day, now(), state.settings) : as);
  });
}

/** Notes how much was done of a countable goal. What meets the goal is kept; more than an "at most" is missed; less than an "at least" stays open. */
export function recordAmount(habitId: string, day: Day, amount: number | null): Promise<Result<void, string>> {
  return commit(`Note ${naming(habitId)}`, (state) => {
    const habit = state.habits.find((one) => one.id === habitId);
    if (!habit) return `There is no habit ${habitId}.`;
    if (!habit.goal) return `“${habit.title}” has no goal to count.`;
    if (amount !== null && !(amount >= 0)) return `${amount} is no amount.`;
    const { goal } = habit;
    const kept = amount !== null && meetsGoal(goal, amount);
    const open = amount === null || goal.kind === 'atLeast' ? 'planned' : 'missed';
    return recordDay(state, habitId, day, kept ? keptStateAt(habit, day, now(), state.settings) : open, amount);
  });
}

/** Pauses from today (through a last day, or until it is resumed), resumes, or ends. Days at rest are no attempts. */
export function setHabitStatus(
  id: string,
  status: Habit['status'],
  until: Day | null = null,
): Promise<Result<void, string>> {
  const verb = { active: 'Resume', paused: 'Pause', ended: 'End' }[status];
  return commit(`${verb} ${naming(id)}`, (state) => {
    const habit = state.habits.find((one) => one.id === id);
    if (!habit) return `There is no habit ${id}.`;
    const today = dayAt(state.settings.timeZone, now());
    // Days that were at rest stay so; the running pause ends the day before today.
    const over = habit.pauses.flatMap((pause) => {
      if (pause.to !== null && pause.to < today) return [pause];
      return pause.from < today ? [{ ...pause, to: plusDays(today, -1) }] : [];
    });
    const pauses = status === 'paused' ? [...over, { from: today, to: until }] : over;
    const after = { ...habit, status: status === 'paused' && until !== null ? ('active' as const) : status, pauses };
    const resting = state.placements.filter(
      (one) => one.kind === 'habit' && one.id === id && restsOn(after, one, state),
    );
    return {
      puts: { habits: withoutRecordedDays([after], state.habitOccurrences) },
      deletes: { placements: resting.map(placementKey) },
    };
  });
}

/** Whether a place that lies ahead and that nobody fixed is on a day on which its habit now rests, or will not be. */
function restsOn(habit: Habit, place: Placement, { settings }: WorkspaceState): boolean {
  const day = place.day === undefined ? null : parseDay(place.day);
  const isAhead = (parseInstant(place.start) ?? 0) > now();
  return isAhead && !place.pinned && day !== null && (habit.status !== 'active' || isRestingOn(habit, day, settings));
}

/** The change that gives one day of a habit a state; the history follows from the recorded days. */
export function recordDay(
  state: WorkspaceState,
  habitId: string,
  day: Day,
  as: HabitOccurrence['state'],
  amount?: number | null,
): Change {
  const before = occurrenceOf(state, habitId, day);
  const occurrence: HabitOccurrence = {
    ...before,
    state: as,
    completedAt: attemptOf(as) === true ? (before.completedAt ?? nowText()) : null,
    amount: amount === undefined ? before.amount : amount,
  };
  return { puts: { habitOccurrences: [occurrence] } };
}

/** The row of a habit's day, or the one it would have: planned, where the plan puts it. */
export function occurrenceOf(state: WorkspaceState, habitId: string, day: Day): HabitOccurrence {
  const id = habitOccurrenceId(habitId, day);
  const known = state.habitOccurrences.find((occurrence) => occurrence.id === id);
  if (known) return known;
  const placed = state.placements.find((x) => x.kind === 'habit' && x.id === habitId && x.day === day);
  return {
    id,
    habitId,
    day,
    state: 'planned',
    start: placed?.start ?? null,
    end: placed?.end ?? null,
    pinned: placed?.pinned ?? false,
    completedAt: null,
    amount: null,
  };
}

function parseHabit(value: unknown): Result<Habit, string> {
  const parsed = parseWith(habitSchema, value);
  return parsed.ok ? parsed : failed(parsed.error.map(describeProblem).join('\n'));
}

function naming(id: string): string {
  return `“${workspaceNow().habits.find((habit) => habit.id === id)?.title ?? 'habit'}”`;
}
