import { s } from '../base/schema';
import { columnMappingSchema, importFieldSchema } from '../posts/import/column-mapping';
import { storedModelSchema } from '../posts/learning/stored-model';
import { performanceRecordSchema } from '../posts/nouns/performance-record';
import { postingPlanSchema } from '../posts/plan/posting-plan';
import { postsFileSchema } from '../posts/posts-file';
import { instantField, zoneField } from '../time/fields';
import { request } from './definition';

const importProblem = s.object({ line: s.int(), column: s.string(), value: s.string(), message: s.string() });

const importedPerformance = s.object({
  mapping: columnMappingSchema,
  /** Field -> header under which it was found. */
  found: s.partialRecord(importFieldSchema, s.string()),
  unused: s.array(s.string()),
  records: s.array(performanceRecordSchema),
  withoutHour: s.int(),
  totals: s.int(),
  problems: s.array(importProblem),
  /** The header and the first rows, for looking at. */
  sample: s.array(s.array(s.string())),
});

const seed = s.int().min(0).default(1);

export const postsRequests = {
  /** Plans in the pool and proves the plan before it is answered; a stretch that cannot be planned is a `badInput` failure. Reports progress; can be cancelled. */
  'posts.plan': request(
    s.object({ file: postsFileSchema, models: s.array(storedModelSchema).default([]), now: instantField, seed }),
    s.object({
      plan: postingPlanSchema,
      /** The planned stretch; `to` is exclusive. */
      from: instantField,
      to: instantField,
      totalMilliseconds: s.number(),
    }),
  ),
  /** Grows a forest for each platform, side by side in the pool. Reports progress; can be cancelled. */
  'posts.train': request(
    s.object({ file: postsFileSchema, platforms: s.array(s.string()).min(1), now: instantField, seed }),
    s.object({ models: s.array(storedModelSchema) }),
  ),
  /** Reads an export of performance figures. A table that nothing explains is a question: its first rows, for mapping by hand. */
  'posts.import': request(
    s.object({
      name: s.string(),
      bytes: s.instanceof(Uint8Array),
      zone: zoneField,
      remembered: s.array(columnMappingSchema).default([]),
      /** Use this one and look for no other. */
      mapping: columnMappingSchema.nullable().default(null),
    }),
    s.discriminatedUnion('kind', [
      s.object({ kind: s.literal('read'), read: importedPerformance }),
      s.object({ kind: s.literal('question'), reason: s.string(), sample: s.array(s.array(s.string())) }),
    ]),
  ),
} as const;
