import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';
import { momentField } from './moment';

/** An order of a batch pipeline: these posts, inside this window, this many side by side. */
export const batchJobSchema = s.looseObject({
  bulkJobId: idField,
  startAfter: momentField.nullable().default(null),
  deadline: momentField.nullable().default(null),
  /** Posts in flight at once. */
  suggestedConcurrency: s.int().min(1).max(1000).nullable().default(null),
  /** Posts of one wave; never exceeded. */
  maxParallelism: s.int().min(1).max(1000).nullable().default(null),
});

export type BatchJob = Infer<typeof batchJobSchema>;
