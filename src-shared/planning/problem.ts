// One snapshot in, one plan out. Everything a planner may depend on is here: no clock, no store, no randomness beside the seed.
import { type Infer, s } from '../base/schema';
import { calendarSchema, eventSchema } from '../calendar/event';
import { placementSchema, planSchema } from '../engine/plan';
import { settingsSchema } from '../engine/settings';
import { habitOccurrenceSchema, habitSchema } from '../habits/habit';
import { taskSchema } from '../tasks/task';
import { instantField } from '../time/fields';

export const planOptionsSchema = s.object({
  /** `greedy` is the named baseline: the habit article's method, and earliest fit by due date for tasks. */
  algorithm: s.enum(['best', 'greedy']).default('best'),
  only: s.array(s.enum(['tasks', 'habits'])).default(['tasks', 'habits']),
  seed: s.int().default(1),
  /** Improvement steps per group; bounds the work, never the clock. */
  stepBudget: s.int().min(0).default(20_000),
});

export const planningProblemSchema = s.object({
  now: instantField,
  settings: settingsSchema,
  calendars: s.array(calendarSchema),
  /** Occurrences that overlap the horizon, blocking or not. */
  events: s.array(eventSchema),
  tasks: s.array(taskSchema),
  habits: s.array(habitSchema),
  habitOccurrences: s.array(habitOccurrenceSchema),
  /** The plan in force: kept where nothing better is gained; work under way stays. */
  present: s.array(placementSchema),
  options: planOptionsSchema,
});

/** A plan with its identity: storing the same id twice changes nothing. */
export const identifiedPlanSchema = planSchema.extend({
  planId: s.string(),
  plannedAt: instantField,
  totalMilliseconds: s.number(),
});

export type PlanOptions = Infer<typeof planOptionsSchema>;
export type PlanningProblem = Infer<typeof planningProblemSchema>;
export type IdentifiedPlan = Infer<typeof identifiedPlanSchema>;
