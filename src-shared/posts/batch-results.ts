// What a batch pipeline reports back, and how it becomes history.
import { type Infer, s } from '../base/schema';
import { idField, instantField } from '../time/fields';
import { type PerformanceRecord, performanceRecordSchema } from './nouns/performance-record';
import type { Post } from './nouns/post';
import type { PostingPlan } from './plan/posting-plan';

const resultSchema = performanceRecordSchema
  .omit({ platform: true, contentType: true, postId: true, postedAt: true })
  .extend({ id: idField, postedAt: instantField.nullable().default(null) });

export const batchResultsSchema = s.looseObject({
  bulkJobId: idField,
  results: s.array(resultSchema),
});

export type BatchResults = Infer<typeof batchResultsSchema>;

export interface RecordedResults {
  /** The history with the results in it, oldest first. */
  readonly history: readonly PerformanceRecord[];
  readonly added: number;
  readonly updated: number;
  /** Ids of results that belong to no post. */
  readonly unknown: readonly string[];
}

/**
 * Writes results into the history: what is new is added, what is known of the post is replaced, so that reporting twice changes nothing.
 * A job that never got out has no posting time; its planned one stands for it.
 */
export function recordResults(
  history: readonly PerformanceRecord[],
  { bulkJobId, results }: BatchResults,
  plan: Pick<PostingPlan, 'placements'>,
  posts: readonly Post[],
): RecordedResults {
  const postById = new Map(posts.map((post) => [post.id, post]));
  const plannedById = new Map(plan.placements.map(({ id, start }) => [id, start]));
  const known = new Map(history.map((record, index) => [record.postId ?? `#${index}`, record]));
  const unknown: string[] = [];
  let added = 0;
  let updated = 0;
  for (const { id, ...result } of results) {
    const post = postById.get(id);
    const plannedAt = result.plannedAt ?? plannedById.get(id) ?? null;
    const postedAt = result.postedAt ?? result.startedAt ?? plannedAt;
    if (!post || postedAt === null) {
      unknown.push(id);
      continue;
    }
    const { platform, contentType } = post;
    const jobId = result.jobId ?? bulkJobId;
    const before = known.get(id);
    const after = { ...before, ...result, platform, contentType, postId: id, jobId, plannedAt, postedAt };
    if (!before) added += 1;
    else if (JSON.stringify(before) !== JSON.stringify(after)) updated += 1;
    known.set(id, after);
  }
  const sorted = [...known.values()].sort((a, b) => (a.postedAt < b.postedAt ? -1 : a.postedAt > b.postedAt ? 1 : 0));
  return { history: sorted, added, updated, unknown };
}
