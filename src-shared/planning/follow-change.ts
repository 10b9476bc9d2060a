// A plan in force follows what happens to the calendar by itself: as little as can be moves, and never more than a week gives way.
import { type Infer, s } from '../base/schema';
import { storedInstant } from '../engine/epoch-minute';
import { planSchema } from '../engine/plan';
import { instantField } from '../time/fields';
import type { PlanRun } from './plan-run';
import type { PlanningProblem } from './problem';
import { replanTouched } from './replan';

/** What happened: time that is taken now, and tasks that want a place at once. */
export const plannedOverSchema = s.object({
  taken: s.array(s.object({ start: instantField, end: instantField })),
  wanting: s.array(s.string()),
  /** No more than this gives way; a week unless said otherwise. `touched`: all that has a place stands still. */
  atMost: s.enum(['touched', 'week']).optional(),
});

export const followedSchema = planSchema.extend({
  /** What gave way; `none`: nothing that might move could keep the rules. */
  scope: s.enum(['touched', 'days', 'week', 'all', 'none']),
});

export type PlannedOver = Infer<typeof plannedOverSchema>;
export type Followed = Infer<typeof followedSchema>;

/** The whole plan is only made anew when somebody asks for it. */
export function followChange(
  problem: PlanningProblem,
  { taken, wanting, atMost = 'week' }: PlannedOver,
  run?: PlanRun,
): Promise<Followed> {
  const spans = taken.map(({ start, end }) => ({ start: storedInstant(start), end: storedInstant(end) }));
  return replanTouched(problem, { spans, reach: 'covered', wanting, atMost }, run);
}
