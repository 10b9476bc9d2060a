import { type Infer, s } from '#shared/base/schema';
import { placementSchema, unplacedSchema } from '#shared/engine/plan';
import { planOptionsSchema } from '#shared/planning/problem';
import { instantField } from '#shared/time/fields';
import { parseDocument, readJson } from './input-files';

/** What the plan was asked for, so that it can be checked against the same question later. Stands in the plan's metrics. */
export const askedSchema = s.object({
  now: instantField,
  days: s.int().min(1).max(366),
  only: planOptionsSchema.shape.only,
  seed: s.int(),
  algorithm: planOptionsSchema.shape.algorithm,
});

/** A plan to be judged or written: made by `plan`, by hand or by another program. */
const planFileSchema = s.looseObject({
  placements: s.array(placementSchema),
  unplaced: s.array(unplacedSchema).default([]),
  metrics: s.looseObject({ asked: askedSchema.optional() }).optional(),
});

export type Asked = Infer<typeof askedSchema>;
export type PlanFile = Infer<typeof planFileSchema>;

export async function readPlan(path: string): Promise<PlanFile> {
  return parseDocument(path, await readJson(path), planFileSchema);
}
