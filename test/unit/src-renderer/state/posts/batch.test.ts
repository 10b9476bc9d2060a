import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import { exportSchedule, importBatchJob, importBatchResults, removeBatchJob } from '#renderer/state/posts/batch';
import { resetPostPlanning } from '#renderer/state/posts/planning';
import { noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import { startWithPosts } from '../../../../helpers/posts-host';

beforeEach(async () => {
  resetPostPlanning();
  await startWithPosts();
});

/** As the source's `integrate_with_batch_system` is called. */
const ORDER = {
  bulk_job_id: 'job_123',
  posts: [
    { id: 'post_1', platform: 'instagram', content_type: 'instagram_reels', priority: 'normal', title: 'Product Demo' },
    { id: 'post_2', platform: 'tiktok', content_type: 'tiktok_video', priority: 'urgent', title: 'Behind the Scenes' },
  ],
  scheduling_metadata: {
    start_after: '2026-11-25T10:00:00Z',
    deadline: '2026-11-30T23:59:59Z',
    suggested_concurrency: 3,
    max_parallelism: 3,
  },
};

describe('a batch job', () => {
  it('[POST-46] is taken in with its window, planned, exported with waves and taken back', async () => {
    const taken = await importBatchJob(JSON.stringify(ORDER));
    expect(taken).toEqual({ ok: true, value: { bulkJobId: 'job_123', added: 2, updated: 0 } });
    const { queue, placements, jobs } = workspaceNow().posts;
    expect(jobs).toMatchObject([{ bulkJobId: 'job_123', suggestedConcurrency: 3, takenAt: '2026-11-24T09:42:00Z' }]);
    expect(queue.map((post) => post.bulkJobId)).toEqual(['job_123', 'job_123']);
    // Also a hand keeps to the job's window.
    expect(queue).toMatchObject(
      [1, 2].map(() => ({ earliest: '2026-11-25T10:00:00Z', deadline: '2026-11-30T23:59:59Z' })),
    );
    for (const { start: at } of placements) expect(at >= '2026-11-25T10:00:00Z' && at < '2026-12-01').toBe(true);
    expect(placements).toHaveLength(2);

    const json = await exportSchedule('json', 'job_123');
    const plan = JSON.parse(json.ok ? json.value.text : '{}');
    expect(plan).toMatchObject({ bulkJobId: 'job_123', unplaced: [], waves: [{ wave: 1 }, { wave: 2 }] });
    expect(plan.retryDelaysSeconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    const csv = await exportSchedule('csv', 'job_123');
    expect(csv.ok && csv.value.text.split('\r\n')[0]).toBe(
      'id,platform,content type,title,start (UTC),local time,time zone,wave,score',
    );
    const ics = await exportSchedule('ics');
    expect(ics.ok && ics.value.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(ics.ok && ics.value.text).toContain('UID:post-post_1@daywright');

    await undo();
    await undo();
    expect(workspaceNow().posts).toMatchObject({ queue: [], jobs: [], placements: [] });
    expect(await exportSchedule('csv')).toEqual({ ok: false, error: 'There is no planned post to export.' });
  });

  it('[POST-47] reports back: results become history, the posts are out, and a second report changes nothing', async () => {
    await importBatchJob(JSON.stringify(ORDER));
    const planned = workspaceNow().posts.placements[0]!;
    const report = {
      bulk_job_id: 'job_123',
      results: [
        {
          id: planned.id,
          posted_at: planned.start,
          started_at: planned.start,
          attempts: 2,
          rate_limited_count: 1,
          reach: 1500,
        },
        { id: 'nobody', posted_at: planned.start },
      ],
    };
    expect(await importBatchResults(JSON.stringify(report))).toEqual({
      ok: true,
      value: { added: 1, updated: 0, unknown: ['nobody'] },
    });
    const { performanceHistory, queue } = workspaceNow().posts;
    expect(performanceHistory).toMatchObject([
      { postId: planned.id, plannedAt: planned.start, jobId: 'job_123', reach: 1500, attempts: 2, rateLimitedCount: 1 },
    ]);
    expect(queue.find((post) => post.id === planned.id)?.postedAt).toBe(planned.start);
    expect(noticesNow().at(-1)).toMatchObject({
      title: 'Recorded results: 1 new, 0 updated; no post is called nobody',
      action: { label: 'Undo' },
    });
    const again = await importBatchResults(JSON.stringify(report));
    expect(again).toMatchObject({ value: { added: 0, updated: 0 } });
    expect(workspaceNow().posts.performanceHistory).toEqual(performanceHistory);
    await undo();
    expect(workspaceNow().posts.performanceHistory).toEqual([]);
    expect(workspaceNow().posts.queue.find((post) => post.id === planned.id)?.postedAt).toBeNull();
    await removeBatchJob('job_123');
    expect(workspaceNow().posts.jobs).toEqual([]);
  });

  it('keeps posts that the order fixes where it says', async () => {
    const fixed = { id: 'a', platform: 'x', title: 'Fixed', pinned_start: '2026-11-25T09:00:00Z' };
    await importBatchJob(JSON.stringify({ bulk_job_id: 'job_1', posts: [fixed] }));
    expect(workspaceNow().posts.placements).toMatchObject([{ id: 'a', start: '2026-11-25T09:00:00Z', pinned: true }]);
    expect(noticesNow().at(-1)?.title).toBe('Took in job_1');
  });

  it('names path and value of what is wrong and stores nothing', async () => {
    const wrong = { ...ORDER, posts: [{ id: 'a', platform: 'myspace' }] };
    expect(await importBatchJob(JSON.stringify(wrong))).toEqual({
      ok: false,
      error: ['posts[0].platform is "myspace": expected one of youtube, tiktok, instagram, x, linkedin, facebook'],
    });
    expect((await importBatchJob('{')).ok).toBe(false);
    expect((await importBatchResults('{"results": []}')).ok).toBe(false);
    expect(workspaceNow().posts.queue).toEqual([]);
  });
});
