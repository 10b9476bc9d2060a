import { type Infer, s } from '../base/schema';
import { drawOptionsSchema, drawTypeSchema } from './document';

/** What may be different; null or absent = as in the document. */
export const capacityQuestionSchema = s.object({
  /** Of every category that has participants; entries are made up or left out at the end of the list. */
  entries: s.int().min(2).max(1_024).nullable().optional(),
  type: drawTypeSchema.nullable().optional(),
  draw: drawOptionsSchema.nullable().optional(),
  courts: s.int().min(0).max(200).nullable().optional(),
  umpires: s.int().min(0).max(500).nullable().optional(),
  matchMinutes: s.int().min(1).max(1_440).nullable().optional(),
  restMinutes: s.int().min(0).max(1_440).nullable().optional(),
});

export type CapacityQuestion = Infer<typeof capacityQuestionSchema>;
