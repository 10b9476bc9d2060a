// The editor's fields as text, and the way from a task to them and back. Every problem belongs to a field.

import { failed, ok, type Result } from '#shared/base/result';
import { checkRepeatRule } from '#shared/calendar/recurrence';
import type { EnergyLevel } from '#shared/engine/settings';
import type { Repeat, Task } from '#shared/tasks/task';
import { type Day, parseDay } from '#shared/time/day';
import { formatInstant, type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';
import { dayAt, instantAtMinute, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { dueInstant, readDue } from '../../state/due';
import type { TaskDraft } from '../../state/edit';
import { readTime } from '../../state/quick-add/moment';
import { formatMinuteOfDay } from '../../ui/format-time';
import { formatLength, readLength } from '../../ui/length';

export interface TaskForm {
  readonly title: string;
  readonly length: string;
  readonly priority: Task['priority'];
  /** Days are `YYYY-MM-DD` or empty. */
  readonly dueDay: string;
  readonly dueTime: string;
  readonly dueHard: boolean;
  readonly notBeforeDay: string;
  readonly notBeforeTime: string;
  readonly energy: EnergyLevel | 'unset';
  readonly part: 'none' | 'morning' | 'afternoon' | 'evening' | 'own';
  readonly ownFrom: string;
  readonly ownTo: string;
  /** By name; a name that is not known makes a project. */
  readonly projectName: string;
  readonly dependsOn: readonly string[];
  readonly splits: boolean;
  readonly splitMin: string;
  readonly splitMax: string;
  readonly pinDay: string;
  readonly pinTime: string;
  /** `none`, the value of an RRULE, or `own` for the one in `ownRule`. */
  readonly repeat: string;
  readonly ownRule: string;
  /** The day the rule is counted from; empty = the first day said here. */
  readonly repeatFrom: string;
  readonly doneLength: string;
  readonly tags: readonly string[];
  readonly notes: string;
}

export type TaskFormProblems = Partial<Record<keyof TaskForm, string>>;

export const EMPTY_TASK_FORM: TaskForm = {
  title: '',
  length: '30 min',
  priority: 3,
  dueDay: '',
  dueTime: '',
  dueHard: false,
  notBeforeDay: '',
  notBeforeTime: '',
  energy: 'unset',
  part: 'none',
  ownFrom: '9:00',
  ownTo: '12:00',
  projectName: '',
  dependsOn: [],
  splits: false,
  splitMin: '30 min',
  splitMax: '120 min',
  pinDay: '',
  pinTime: '',
  repeat: 'none',
  ownRule: '',
  repeatFrom: '',
  doneLength: '',
  tags: [],
  notes: '',
};

/** The fields of a task or of a draft; what is absent keeps its default. */
export function taskFormOf(task: Partial<Task>, projectName: string, zone: ZoneId): TaskForm {
  const due = task.dueAt ? readDue(zone, task.dueAt) : null;
  const notBefore = moment(zone, task.notBefore ?? null);
  const pin = moment(zone, task.pinnedStart ?? null);
  const part = task.partOfDay ?? null;
  const own = part !== null && typeof part !== 'string' ? part : null;
  return {
    ...EMPTY_TASK_FORM,
    title: task.title ?? '',
    length: task.durationMinutes === undefined ? EMPTY_TASK_FORM.length : formatLength(task.durationMinutes),
    priority: task.priority ?? 3,
    dueDay: due?.day ?? '',
    dueTime: due?.minutes == null ? '' : formatMinuteOfDay(due.minutes),
    dueHard: task.dueHard ?? false,
    notBeforeDay: notBefore?.day ?? '',
    notBeforeTime: notBefore === null || notBefore.minutes === 0 ? '' : formatMinuteOfDay(notBefore.minutes),
    energy: task.energy ?? 'unset',
    part: part === null ? 'none' : typeof part === 'string' ? part : 'own',
    ...(own ? { ownFrom: clock(own.from), ownTo: clock(own.to) } : {}),
    projectName,
    dependsOn: task.dependsOn ?? [],
    splits: task.split != null,
    ...(task.split
      ? { splitMin: formatLength(task.split.minMinutes), splitMax: formatLength(task.split.maxMinutes) }
      : {}),
    pinDay: pin?.day ?? '',
    pinTime: pin === null ? '' : formatMinuteOfDay(pin.minutes),
    repeat: task.repeat?.rule ?? 'none',
    ownRule: task.repeat?.rule ?? '',
    repeatFrom: task.repeat?.from ?? '',
    doneLength: task.doneMinutes ? formatLength(task.doneMinutes) : '',
    tags: task.tags ?? [],
    notes: task.notes ?? '',
  };
}

export interface ReadTask {
  readonly draft: TaskDraft;
  /** Null = no project. */
  readonly projectName: string | null;
}

/** The task that the fields say, or what is wrong with them. `wouldLoop` tells whether waiting for a task closes a circle. */
export function readTaskForm(
  form: TaskForm,
  zone: ZoneId,
  wouldLoop: (dependsOn: string) => boolean,
): Result<ReadTask, TaskFormProblems> {
  const problems: { -readonly [Key in keyof TaskForm]?: string } = {};
  const title = form.title.trim();
  if (title === '') problems.title = 'A task needs a title.';
  const length = readLength(form.length);
  if (length === null || length === 0) problems.length = 'Write a length such as 45 min or 1h30.';
  const dueMinutes = readOptionalTime(form.dueTime);
  if (dueMinutes === 'unread') problems.dueTime = 'Write a time such as 16:00.';
  else if (dueMinutes !== null && form.dueDay === '') problems.dueDay = 'Choose the day too.';
  const dueDay = parseDay(form.dueDay);
  const due = dueDay && dueMinutes !== 'unread' ? dueInstant(zone, { day: dueDay, minutes: dueMinutes }) : null;
  const notBefore = readMoment(form.notBeforeDay, form.notBeforeTime, zone, 0);
  if (notBefore === 'unread') problems.notBeforeTime = 'Write a time such as 9:00.';
  else if (notBefore === 'noDay') problems.notBeforeDay = 'Choose the day too.';
  const earliest = typeof notBefore === 'string' ? null : notBefore;
  if (earliest !== null && due !== null && earliest >= due) problems.notBeforeDay = 'This is after the due date.';
  const pin = readMoment(form.pinDay, form.pinTime, zone, null);
  if (pin === 'unread') problems.pinTime = 'Write a time such as 9:00.';
  else if (pin === 'noDay') problems.pinDay = 'Choose the day too.';
  const part = readPart(form);
  if (part === 'unread') problems.ownFrom = 'Write two different times, such as 9:00 and 11:00.';
  const split = readSplit(form);
  if (split !== null && 'problem' in split) problems[split.field] = split.problem;
  const repeat = readRepeat(form);
  if (!repeat.ok) problems[repeat.error.field] = repeat.error.problem;
  const doneMinutes = form.doneLength.trim() === '' ? 0 : readLength(form.doneLength);
  if (doneMinutes === null) problems.doneLength = 'Write a length such as 20 min.';
  if (form.dependsOn.some(wouldLoop)) problems.dependsOn = 'That task already waits for this one.';
  if (Object.keys(problems).length > 0) return failed(problems);
  return ok({
    projectName: form.projectName.trim() === '' ? null : form.projectName.trim(),
    draft: {
      title,
      durationMinutes: length ?? 0,
      priority: form.priority,
      energy: form.energy === 'unset' ? null : form.energy,
      dueAt: due === null ? null : formatInstant(due),
      dueHard: due !== null && form.dueHard,
      notBefore: earliest === null ? null : formatInstant(earliest),
      partOfDay: part === 'unread' ? null : part,
      projectId: null,
      dependsOn: [...form.dependsOn],
      split: split === null || 'problem' in split ? null : split,
      pinnedStart: typeof pin === 'string' || pin === null ? null : formatInstant(pin),
      doneMinutes: doneMinutes ?? 0,
      repeat: repeat.ok ? repeat.value : null,
      tags: [...form.tags],
      notes: form.notes,
    },
  });
}

/** Whether `task` waits for `id`, directly or through others, or is it. */
export function waitsFor(tasks: readonly Task[], task: string, id: string): boolean {
  const byId = new Map(tasks.map((one) => [one.id, one]));
  const open = [task];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(byId.get(next)?.dependsOn ?? []));
  }
  return false;
}

function moment(zone: ZoneId, text: string | null): { day: Day; minutes: Minutes } | null {
  const at = text === null ? null : parseInstant(text);
  return at === null ? null : { day: dayAt(zone, at), minutes: minuteOfDayAt(zone, at) };
}

function clock(text: string): string {
  return formatMinuteOfDay(parseTimeOfDay(text) ?? 0);
}

function readOptionalTime(text: string): Minutes | null | 'unread' {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const read = readTime(words, 0);
  return read && read.words === words.length ? read.value : 'unread';
}

/** `defaultMinutes` null: a day needs its time. */
function readMoment(
  dayText: string,
  timeText: string,
  zone: ZoneId,
  defaultMinutes: Minutes | null,
): Instant | null | 'unread' | 'noDay' {
  const minutes = readOptionalTime(timeText);
  const day = parseDay(dayText);
  if (minutes === 'unread') return 'unread';
  if (!day) return minutes === null ? null : 'noDay';
  const at = minutes ?? defaultMinutes;
  return at === null ? 'unread' : instantAtMinute(zone, day, at);
}

function readPart(form: TaskForm): Task['partOfDay'] | 'unread' {
  if (form.part === 'none') return null;
  if (form.part !== 'own') return form.part;
  const from = readOptionalTime(form.ownFrom);
  const to = readOptionalTime(form.ownTo);
  if (typeof from !== 'number' || typeof to !== 'number' || from === to) return 'unread';
  return { from: formatTimeOfDay(from), to: formatTimeOfDay(to) };
}

function readSplit(
  form: TaskForm,
): { minMinutes: Minutes; maxMinutes: Minutes } | { problem: string; field: 'splitMin' | 'splitMax' } | null {
  if (!form.splits) return null;
  const minMinutes = readLength(form.splitMin);
  const maxMinutes = readLength(form.splitMax);
  if (minMinutes === null || minMinutes < 5) return { problem: 'At least 5 min.', field: 'splitMin' };
  if (maxMinutes === null || maxMinutes < minMinutes)
    return { problem: 'At least the shortest part.', field: 'splitMax' };
  return { minMinutes, maxMinutes };
}

function readRepeat(form: TaskForm): Result<Repeat | null, { problem: string; field: 'ownRule' | 'dueDay' }> {
  if (form.repeat === 'none') return ok(null);
  const rule = form.repeat === 'own' ? form.ownRule.trim().toUpperCase() : form.repeat;
  if (!checkRepeatRule(rule).ok)
    return failed({ problem: 'Write a rule of days such as FREQ=MONTHLY;BYDAY=1MO.', field: 'ownRule' });
  const from = [form.repeatFrom, form.dueDay, form.pinDay, form.notBeforeDay].map(parseDay).find((day) => day !== null);
  return from ? ok({ rule, from }) : failed({ problem: 'Choose the day of the first one.', field: 'dueDay' });
}
