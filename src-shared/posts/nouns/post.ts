import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';
import { momentField } from './moment';

export const priorityTierSchema = s.enum(['urgent', 'high', 'normal', 'low']);

/** Something to publish once on one platform. */
export const postSchema = s.looseObject({
  id: idField,
  platform: idField,
  /** Absent: the platform's first content type. */
  contentType: idField.nullable().default(null),
  priority: priorityTierSchema.default('normal'),
  title: s.string().default(''),
  /** Text for the clipboard at posting time. */
  text: s.string().default(''),
  /** Not before this. */
  earliest: momentField.nullable().default(null),
  /** At the latest then; a day means its end. */
  deadline: momentField.nullable().default(null),
  campaign: idField.nullable().default(null),
  /** The batch job that ordered it. */
  bulkJobId: idField.nullable().default(null),
  /** Posts of one group say the same and keep `duplicateGapHours` apart, on whatever platforms. */
  duplicateGroup: idField.nullable().default(null),
  duplicateGapHours: s.number().min(0).max(8784).nullable().default(null),
  /** Fixed by hand; planning leaves it there. */
  pinnedStart: momentField.nullable().default(null),
  /** Done: it stays where it is and counts for the gaps. */
  postedAt: momentField.nullable().default(null),
});

/** Posts that belong together: their window, and how far apart they keep on whatever platforms. */
export const campaignSchema = s.looseObject({
  id: idField,
  name: s.string().default(''),
  from: momentField.nullable().default(null),
  to: momentField.nullable().default(null),
  minGapHours: s.number().min(0).max(8784).default(0),
});

export type PriorityTier = Infer<typeof priorityTierSchema>;
export type Post = Infer<typeof postSchema>;
export type Campaign = Infer<typeof campaignSchema>;

/** What a place is worth by tier: one more urgent post outweighs seven low ones. */
export const PRIORITY_WEIGHT: Readonly<Record<PriorityTier, number>> = { urgent: 8, high: 4, normal: 2, low: 1 };
