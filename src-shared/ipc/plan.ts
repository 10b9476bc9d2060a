import { s } from '../base/schema';
import { identifiedPlanSchema, planningProblemSchema } from '../planning/problem';
import { request } from './definition';

export const planRequests = {
  /** Plans, verifies, journals. One plan at a time: a second one while the first runs fails with `busy`. Reports progress; can be cancelled. */
  'plan.run': request(planningProblemSchema, identifiedPlanSchema),
  /** The journaled plan that was never acknowledged, or null: a page or host was killed between planning and storing. */
  'plan.pending': request(s.object({}), s.object({ plan: identifiedPlanSchema.nullable() })),
  /** The renderer stored the plan (or dropped it): the journal forgets it. Unknown ids are fine. */
  'plan.acknowledge': request(s.object({ planId: s.string() }), s.object({})),
} as const;
