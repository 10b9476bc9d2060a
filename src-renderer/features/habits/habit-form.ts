// The habit editor's fields as text, and the way from a habit to them and back. Every problem belongs to a field.
import { failed, ok, type Result } from '#shared/base/result';
import { checkRecurrenceRule } from '#shared/calendar/recurrence';
import { type Frequency, type Goal, type Habit, LONGEST_INTERVAL_DAYS } from '#shared/habits/habit';
import { parseDay } from '#shared/time/day';
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
  readonly frequency: Frequency['kind'];
  readonly days: readonly number[];
  readonly times: string;
  readonly every: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly min: string;
  readonly max: string;
  readonly rule: string;
  readonly target: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly goal: 'none' | Goal['kind'];
  readonly goalAmount: string;
  readonly goalUnit: string;
  readonly priority: string;
  readonly notify: Habit['notify'];
  readonly status: Habit['status'];
}

export type HabitFormProblems = Partial<Record<keyof HabitForm, string>>;
type Problems = { -readonly [Key in keyof HabitForm]?: string };

/** `today` is the day from which a new interval counts. */
export function habitFormOf(habit: Partial<Habit>, today = ''): HabitForm {
  const [from, to] = habit.window ?? ['06:00', '22:00'];
  const frequency: Frequency = habit.frequency ?? { kind: 'weekdays' };
  return {
    title: habit.title ?? '',
    minutes: String(habit.durationMinutes ?? 30),
    minMinutes: habit.minMinutes == null ? '' : String(habit.minMinutes),
    frequency: frequency.kind,
    days: habit.days ?? [1, 2, 3, 4, 5, 6, 7],
    times: frequency.kind === 'perWeek' ? String(frequency.times) : '3',
    every: frequency.kind === 'everyDays' ? String(frequency.days) : '2',
    from: frequency.kind === 'everyDays' || frequency.kind === 'rule' ? frequency.from : today,
    min: frequency.kind === 'betweenDays' ? String(frequency.min) : '2',
    max: frequency.kind === 'betweenDays' ? String(frequency.max) : '4',
    rule: frequency.kind === 'rule' ? frequency.rule : '',
    target: clock(habit.targetTime ?? '08:00'),
    windowFrom: clock(from),
    windowTo: clock(to),
    goal: habit.goal?.kind ?? 'none',
    goalAmount: habit.goal ? String(habit.goal.amount) : '',
    goalUnit: habit.goal?.unit ?? '',
    priority: String(habit.priority ?? 3),
    notify: habit.notify ?? 'whenTight',
    status: habit.status ?? 'active',
  };
}

export function readHabitForm(form: HabitForm): Result<HabitDraft, HabitFormProblems> {
  const problems: Problems = {};
  const title = form.title.trim();
  if (title === '') problems.title = 'A habit needs a title.';
  const minutes = readMinutes(form.minutes);
  if (minutes === null) problems.minutes = 'Between 1 and 1440 minutes.';
  const minMinutes = form.minMinutes.trim() === '' ? null : readMinutes(form.minMinutes);
  if (form.minMinutes.trim() !== '' && minMinutes === null) problems.minMinutes = 'Between 1 and 1440 minutes.';
  if (minutes !== null && minMinutes !== null && minMinutes > minutes) {
    problems.minMinutes = 'Not more than the whole length.';
  }
  const frequency = readFrequency(form, problems);
  if (form.days.length === 0 && frequency?.kind !== 'everyDays' && frequency?.kind !== 'rule')
    problems.days = 'Choose at least one day.';
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
  const goal = readGoal(form, problems);
  if (Object.keys(problems).length > 0) return failed(problems);
  return ok({
    title,
    durationMinutes: minutes!,
    minMinutes,
    frequency: frequency!,
    days: form.days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : [...form.days].sort((a, b) => a - b),
    targetTime: formatTimeOfDay(target!),
    window: [formatTimeOfDay(from!), formatTimeOfDay(to!)],
    goal,
    priority: Number(form.priority) as Habit['priority'],
    notify: form.notify,
    status: form.status,
  });
}

function readFrequency(form: HabitForm, problems: Problems): Frequency | null {
  const days = (field: 'every' | 'min' | 'max') => {
    const value = readWhole(form[field]);
    if (value !== null && value <= LONGEST_INTERVAL_DAYS) return value;
    problems[field] = `Between 1 and ${LONGEST_INTERVAL_DAYS} days.`;
    return null;
  };
  const since = () => {
    const day = parseDay(form.from);
    if (day === null) problems.from = 'Choose a day.';
    return day;
  };
  switch (form.frequency) {
    case 'weekdays':
      return { kind: 'weekdays' };
    case 'perWeek': {
      const times = readWhole(form.times);
      if (times !== null && times <= Math.max(1, form.days.length)) return { kind: 'perWeek', times };
      problems.times =
        form.days.length < 7 ? `Between 1 and ${form.days.length}, the days chosen.` : 'Between 1 and 7.';
      return null;
    }
    case 'everyDays': {
      const [every, from] = [days('every'), since()];
      return every === null || from === null ? null : { kind: 'everyDays', days: every, from };
    }
    case 'betweenDays': {
      const [min, max] = [days('min'), days('max')];
      if (min === null || max === null) return null;
      if (min <= max) return { kind: 'betweenDays', min, max };
      problems.max = 'Not fewer than the least.';
      return null;
    }
    case 'rule': {
      const from = since();
      const rule = checkRecurrenceRule(form.rule.trim());
      if (!rule.ok || form.rule.trim() === '') problems.rule = 'Write a rule such as FREQ=MONTHLY;BYDAY=1SA.';
      return from === null || problems.rule ? null : { kind: 'rule', rule: form.rule.trim(), from };
    }
  }
}

function readGoal(form: HabitForm, problems: Problems): Goal | null {
  if (form.goal === 'none') return null;
  const text = form.goalAmount.trim().replace(',', '.');
  const amount = Number(text);
  if (text === '' || !Number.isFinite(amount) || amount < 0 || (form.goal === 'atLeast' && amount === 0))
    problems.goalAmount = 'Write a number such as 20.';
  if (form.goalUnit.trim().length > 20) problems.goalUnit = 'At most 20 letters.';
  return { kind: form.goal, amount, unit: form.goalUnit.trim() };
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

/** A whole number from 1 on. */
function readWhole(text: string): number | null {
  const match = /^\d{1,3}$/.exec(text.trim());
  return match && Number(match[0]) >= 1 ? Number(match[0]) : null;
}

/** `8:30`, `08:30`, `8`, `24:00`. */
function readClock(text: string): Minutes | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim());
  return match ? parseTimeOfDay(`${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`) : null;
}

function clock(text: string): string {
  return formatMinuteOfDay(parseTimeOfDay(text) ?? 0);
}
