// An order of a batch pipeline as it comes: the job with its posts, under the contract's names or the pipeline's Python ones.
import { failed, ok, type Result } from '../base/result';
import { formatPath, parseWith, type SchemaProblem, s } from '../base/schema';
import { nameProblems } from './name-problems';
import { type BatchJob, batchJobSchema } from './nouns/batch-job';
import type { Platform } from './nouns/platform';
import { type Post, postSchema } from './nouns/post';
import { withContractNames } from './nouns/snake-case-names';

const orderSchema = batchJobSchema.extend({ posts: s.array(postSchema).min(1) });

export interface BatchOrder {
  readonly job: BatchJob;
  /** With the job's window where they name none of their own, and with the job's id. */
  readonly posts: readonly Post[];
}

/**
 * Reads `{bulkJobId, posts, startAfter, deadline, suggestedConcurrency, maxParallelism}`; the last four may also stand inside
 * `schedulingMetadata` or, with the id, inside `job`. `platforms`: those of the workspace.
 */
export function readBatchOrder(
  value: unknown,
  platforms: readonly Platform[],
): Result<BatchOrder, readonly SchemaProblem[]> {
  const parsed = parseWith(orderSchema, flattened(withContractNames(value)));
  if (!parsed.ok) return parsed;
  const { posts, ...job } = parsed.value;
  const problems = nameProblems({
    platforms,
    constraints: [],
    posts: ['posts', posts],
    history: ['history', []],
    audiences: [],
  });
  if (problems.length > 0) {
    return failed(
      problems.map(({ path, value: found, expected }) => ({
        path: formatPath(path),
        value: JSON.stringify(found),
        expected,
      })),
    );
  }
  const inWindow = posts.map((post) => ({
    ...post,
    earliest: post.earliest ?? job.startAfter,
    deadline: post.deadline ?? job.deadline,
    bulkJobId: job.bulkJobId,
  }));
  return ok({ job, posts: inWindow });
}

/** Whether a JSON value is meant as such an order. */
export function looksLikeBatchOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'format' in value) return false;
  return 'bulkJobId' in value || 'bulk_job_id' in value || 'job' in value;
}

function flattened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { schedulingMetadata, job, ...rest } = value as Record<string, unknown>;
  return { ...asObject(job), ...asObject(schedulingMetadata), ...rest };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
