import { s } from '../base/schema';
import { followedSchema, plannedOverSchema } from '../planning/follow-change';
import { identifiedPlanSchema, planningProblemSchema } from '../planning/problem';
import { request } from './definition';

export const planRequests = {
  /** Plans, verifies, journals. One plan at a time: a second one while the first runs fails with `busy`. Reports progress; can be cancelled. */
  'plan.run': request(planningProblemSchema, identifiedPlanSchema),
  /** The plan in force (`present`) after events took time of it or an urgent task came: planned again only where it must be. Not journaled: it can be made again. */
  'plan.follow': request(
    s.object({ problem: planningProblemSchema, change: plannedOverSchema }),
    followedSchema.extend({ totalMilliseconds: s.number() }),
  ),
  /** The journaled plan that was never acknowledged, or null: a page or host was killed between planning and storing. */
  'plan.pending': request(s.object({}), s.object({ plan: identifiedPlanSchema.nullable() })),
  /** The renderer stored the plan (or dropped it): the journal forgets it. Unknown ids are fine. */
  'plan.acknowledge': request(s.object({ planId: s.string() }), s.object({})),
} as const;
