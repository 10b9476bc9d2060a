// The habit editor's fields as text, and the way from a habit to them and back. Every problem belongs to a field.
import { failed, ok, type Result } from '#shared/base/result';
import type { Habit } from '#shared/habits/habit';
import type { Minutes } from '#shared/time/instant';
import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';
import type { HabitDraft } from '../../state/edit';
import { formatMinuteOfDay } from '../../ui/format-time';

export interface HabitForm {
  readonly title: string;
  /** Whole minutes as text. */
  readonly minutes: string;
  /** Empty = only the whole length counts. */
  readonly minMinutes: string;
  readonly days: readonly number[];
  readonly target: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly status: Habit['status'];
}

export type HabitFormProblems = Partial<Record<keyof HabitForm, string>>;

export function habitFormOf(habit: Partial<Habit>): HabitForm {
  const [from, to] = habit.window ?? ['06:00', '22:00'];
  return {
    title: habit.title ?? '',
    minutes: String(habit.durationMinutes ?? 30),
    minMinutes: habit.minMinutes == null ? '' : String(habit.minMinutes),
    days: habit.days ?? [1, 2, 3, 4, 5, 6, 7],
    target: clock(habit.targetTime ?? '08:00'),
    windowFrom: clock(from),
    windowTo: clock(to),
    status: habit.status ?? 'active',
  };
}

export function readHabitForm(form: HabitForm): Result<HabitDraft, HabitFormProblems> {
  const problems: { -readonly [Key in keyof HabitForm]?: string } = {};
  const title = form.title.trim();
  if (title === '') problems.title = 'A habit needs a title.';
  const minutes = readMinutes(form.minutes);
  if (minutes === null) problems.minutes = 'Between 1 and 1440 minutes.';
  const minMinutes = form.minMinutes.trim() === '' ? null : readMinutes(form.minMinutes);
  if (form.minMinutes.trim() !== '' && minMinutes === null) problems.minMinutes = 'Between 1 and 1440 minutes.';
  if (minutes !== null && minMinutes !== null && minMinutes > minutes) {
    problems.minMinutes = 'Not more than the whole length.';
  }
  if (form.days.length === 0) problems.days = 'Choose at least one day.';
  const target = readClock(form.target);
  const from = readClock(form.windowFrom);
  const to = readClock(form.windowTo);
  if (target === null || target === 1440) problems.target = 'Write a time such as 8:30.';
  if (from === null) problems.windowFrom = 'Write a time such as 6:00.';
  if (to === null) problems.windowTo = 'Write a time such as 22:00.';
  if (minutes !== null && target !== null && from !== null && to !== null && !problems.target) {
    const fit = windowProblem(target, minutes, from, to);
    if (fit) problems[fit.field] = fit.problem;
  }
  if (Object.keys(problems).length > 0) return failed(problems);
  return ok({
    title,
    durationMinutes: minutes!,
    minMinutes,
    days: [...form.days].sort((a, b) => a - b),
    targetTime: formatTimeOfDay(target!),
    window: [formatTimeOfDay(from!), formatTimeOfDay(to!)],
    status: form.status,
  });
}

/** The window must hold the length, and the target must lie in it; an end at or before its start means the next day. */
function windowProblem(
  target: Minutes,
  length: Minutes,
  from: Minutes,
  to: Minutes,
): { field: 'target' | 'windowTo'; problem: string } | null {
  const room = to > from ? to - from : to - from + 1440;
  if (room < length) return { field: 'windowTo', problem: 'The window is shorter than the habit.' };
  const after = (target - from + 1440) % 1440;
  return after + length > room ? { field: 'target', problem: 'It would not end inside the window.' } : null;
}

function readMinutes(text: string): Minutes | null {
  const match = /^(\d{1,4})(?:\s*m(?:in)?)?$/.exec(text.trim());
  const minutes = match ? Number(match[1]) : 0;
  return minutes >= 1 && minutes <= 1440 ? minutes : null;
}

/** `8:30`, `08:30`, `8`, `24:00`. */
function readClock(text: string): Minutes | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim());
  return match ? parseTimeOfDay(`${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`) : null;
}

function clock(text: string): string {
  return formatMinuteOfDay(parseTimeOfDay(text) ?? 0);
}
