// The performance history by hand: a post's figures from a form. Each is one undo step.
import { failed, ok, type Result } from '#shared/base/result';
import { describeProblem, formatPath, parseWith } from '#shared/base/schema';
import { nameProblems } from '#shared/posts/name-problems';
import { type PerformanceRecord, performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { type PerformanceRow, performanceRow } from '../../db/post-rows';
import { commit } from '../commit';
import { newId } from '../new-id';
import type { WorkspaceState } from '../workspace';

/** What a record needs; figures nobody knows are null. */
export type PerformanceDraft = Pick<PerformanceRecord, 'platform' | 'postedAt'> & Partial<PerformanceRecord>;

/** Records how a post did. With the id of a post of the queue, or of a record, that record is completed. The value is the record's id. */
export async function recordPerformance(draft: PerformanceDraft): Promise<Result<string, string>> {
  let id = draft.id ?? newId('performance');
  const done = await commit('Record figures', (state) => {
    const known = state.posts.performanceHistory.find(
      (record) => record.id === draft.id || (draft.postId != null && record.postId === draft.postId),
    );
    id = known?.id ?? id;
    const row = readRecord(state, { ...known, ...draft, id });
    return row.ok ? { puts: { performance: [row.value] } } : row.error;
  });
  return done.ok ? ok(id) : done;
}

export function removePerformance(ids: readonly string[]): Promise<Result<void, string>> {
  return commit(ids.length === 1 ? 'Delete a record' : `Delete ${ids.length} records`, () => ({
    deletes: { performance: ids },
  }));
}

function readRecord(state: WorkspaceState, value: unknown): Result<PerformanceRow, string> {
  const parsed = parseWith(performanceRecordSchema, value);
  if (!parsed.ok) return failed(parsed.error.map(describeProblem).join('\n'));
  const [problem] = nameProblems({
    platforms: state.posts.platforms,
    constraints: [],
    posts: ['posts', []],
    history: ['history', [parsed.value]],
    audiences: [],
  });
  if (problem) {
    return failed(`${formatPath(problem.path.slice(2))} is ${JSON.stringify(problem.value)}: ${problem.expected}`);
  }
  return ok(performanceRow({ ...parsed.value, id: String(parsed.value.id) }));
}
