import { describe, expect, it } from 'vitest';
import { batchResultsSchema, recordResults } from '#shared/posts/batch-results';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;

describe('results of a batch job', () => {
  const file = postsFile({
    posts: [
      { id: 'a', platform: 'tiktok', contentType: 'tiktok_video' },
      { id: 'b', platform: 'linkedin' },
    ],
    history: [{ platform: 'x', postedAt: '2026-11-01T08:00:00Z', reach: 5 }],
  });
  const planned = planPostsFile(file, { now: NOW });
  if (!planned.ok) throw new Error(planned.error);
  const { plan } = planned.value;

  const results = batchResultsSchema.parse({
    bulkJobId: 'job_123',
    results: [
      { id: 'a', postedAt: '2026-11-25T17:02:00Z', attempts: 2, rateLimitedCount: 1, reach: 1500, isSuccessful: true },
      { id: 'b', isSuccessful: false },
      { id: 'ghost', postedAt: '2026-11-25T17:02:00Z' },
    ],
  });

  it('[POST-47] become history with the plan beside them', () => {
    const recorded = recordResults(file.history, results, plan, file.posts);
    expect(recorded).toMatchObject({ added: 2, updated: 0, unknown: ['ghost'] });
    expect(recorded.history).toHaveLength(3);
    expect(recorded.history.find(({ postId }) => postId === 'a')).toMatchObject({
      platform: 'tiktok',
      contentType: 'tiktok_video',
      jobId: 'job_123',
      plannedAt: '2026-11-25T17:00:00Z',
      postedAt: '2026-11-25T17:02:00Z',
      attempts: 2,
      rateLimitedCount: 1,
      reach: 1500,
    });
    const missed = recorded.history.find(({ postId }) => postId === 'b')!;
    expect([missed.isSuccessful, missed.postedAt]).toEqual([false, missed.plannedAt]);
  });

  it('[POST-47] change nothing when they are reported twice', () => {
    const once = recordResults(file.history, results, plan, file.posts);
    const twice = recordResults(once.history, results, plan, file.posts);
    expect(twice.history).toEqual(once.history);
    expect(twice).toMatchObject({ added: 0, updated: 0 });
  });
});
