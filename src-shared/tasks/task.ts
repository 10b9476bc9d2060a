import { type Infer, s } from '../base/schema';
import { checkRepeatRule } from '../calendar/recurrence';
import { dayField, idField, instantField, timeOfDayField } from '../time/fields';

/** Days on which a task comes again, by the value of an RRULE, counted from a day. */
export const repeatSchema = s.looseObject({
  rule: s.string().refine((rule) => checkRepeatRule(rule).ok, 'expected a rule of days such as FREQ=WEEKLY;BYDAY=FR'),
  from: dayField,
});

export const taskSchema = s.looseObject({
  id: idField,
  title: s.string().min(1),
  /** Whole length; chunks add up to it. */
  durationMinutes: s.int().min(0).max(10_080),
  /** 1 urgent, 2 high, 3 normal, 4 low. */
  priority: s.literal([1, 2, 3, 4]).default(3),
  energy: s.enum(['high', 'medium', 'low']).nullable().default(null),
  dueAt: instantField.nullable().default(null),
  /** A hard due date: placing it late is said so on the placement. */
  dueHard: s.boolean().default(false),
  /** Earliest start. */
  notBefore: instantField.nullable().default(null),
  /** Rather not before, learned from moves by hand; a wish, never stored with the task. */
  ratherFrom: instantField.optional(),
  /** morning 05:00-12:00, afternoon 12:00-17:00, evening 17:00-22:00, or a window of one's own. */
  partOfDay: s
    .union(
      [s.enum(['morning', 'afternoon', 'evening']), s.looseObject({ from: timeOfDayField, to: timeOfDayField })],
      'expected "morning", "afternoon", "evening" or {"from", "to"}',
    )
    .nullable()
    .default(null),
  projectId: idField.nullable().default(null),
  dependsOn: s.array(idField).default([]),
  /** A fixed start: the task stays there. */
  pinnedStart: instantField.nullable().default(null),
  split: s
    .looseObject({ minMinutes: s.int().min(5), maxMinutes: s.int().min(5) })
    .nullable()
    .default(null),
  doneMinutes: s.int().min(0).default(0),
  /** When it is done, the next one takes over the rule. Absent or null: once. */
  repeat: repeatSchema.nullable().optional(),
  status: s.enum(['open', 'done']).default('open'),
  doneAt: instantField.nullable().default(null),
  notes: s.string().default(''),
  tags: s.array(s.string()).default([]),
  createdAt: instantField.nullable().default(null),
});

export const projectSchema = s.looseObject({ id: idField, name: s.string().min(1) });

export type Repeat = Infer<typeof repeatSchema>;
export type Task = Infer<typeof taskSchema>;
export type Project = Infer<typeof projectSchema>;
