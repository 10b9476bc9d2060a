import { describe, expect, it } from 'vitest';
import { parsePostsFile, platformsOf } from '#shared/posts/posts-file';
import { postsFile } from '../../../helpers/posts-file';

const HEAD = { format: 'daywright.posts', version: 1 };

function problems(value: Record<string, unknown>): string[] {
  const parsed = parsePostsFile({ ...HEAD, ...value });
  return parsed.ok ? [] : parsed.error.map(({ path, value: found }) => `${path} = ${found}`);
}

describe('the posts document', () => {
  it('[POST-01] is read with Python names too, and the names of the contract win', () => {
    const file = postsFile({
      posts: [{ id: 'a', platform: 'tiktok', content_type: 'tiktok_video', duplicate_group: 'd', my_field: 1 }],
      constraints: [{ platform: 'tiktok', min_gap_hours: 3, minGapHours: 5 }],
      job: {
        bulk_job_id: 'job_123',
        start_after: '2026-11-24T10:00:00Z',
        suggested_concurrency: 3,
        max_parallelism: 2,
      },
      performance_history: [{ platform: 'tiktok', posted_at: '2026-11-05T10:00:00Z', is_successful: true }],
    });
    expect(file.posts[0]).toMatchObject({ contentType: 'tiktok_video', duplicateGroup: 'd', my_field: 1 });
    expect(file.constraints[0]!.minGapHours).toBe(5);
    expect(file.job).toMatchObject({ bulkJobId: 'job_123', suggestedConcurrency: 3, maxParallelism: 2 });
    expect(file.history[0]).toMatchObject({ isSuccessful: true, reach: null });
  });

  it('[POST-02] keeps fields nobody knows', () => {
    const file = postsFile({
      mood: 'calm',
      posts: [{ id: 'a', platform: 'x', colour: 'red' }],
      audiences: { x: { timeZoneWeights: { 'UTC-5': 1 }, hobby: 'chess' } },
    });
    expect(file).toMatchObject({
      mood: 'calm',
      posts: [{ colour: 'red' }],
      audiences: { x: { hobby: 'chess' } },
    });
  });

  it('[POST-03] names path and value of what is wrong', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ posts: [{ id: 'a', platform: 'x', priority: 'soon' }] })).toEqual(['posts[0].priority = "soon"']);
    expect(problems({ posts: [{ id: 'a', platform: 'myspace' }] })).toEqual(['posts[0].platform = "myspace"']);
    expect(problems({ posts: [{ id: 'a', platform: 'x', contentType: 'tiktok_video' }] })).toEqual([
      'posts[0].contentType = "tiktok_video"',
    ]);
    expect(
      problems({
        posts: [
          { id: 'a', platform: 'x' },
          { id: 'a', platform: 'x' },
        ],
      }),
    ).toEqual(['posts[1].id = "a"']);
    expect(problems({ posts: [{ id: 'a', platform: 'x', deadline: 'friday' }] })).toEqual([
      'posts[0].deadline = "friday"',
    ]);
    expect(problems({ audiences: { x: { timeZoneWeights: { 'UTC-25': 1 } } } })).toHaveLength(1);
    expect(problems({ audiences: { myspace: {} } })).toEqual(['audiences.myspace = "myspace"']);
    expect(problems({ constraints: [{ platform: 'x', minGapHours: -1 }] })).toEqual([
      'constraints[0].minGapHours = -1',
    ]);
    expect(problems({ history: [{ platform: 'x', postedAt: 'yesterday' }] })).toEqual([
      'history[0].postedAt = "yesterday"',
    ]);
    expect(problems({ gridMinutes: 7 })).toEqual(['gridMinutes = 7']);
  });

  it('[POST-04] brings its own platforms', () => {
    const mastodon = { id: 'mastodon', name: 'Mastodon', minGapHours: 6, contentTypes: [{ id: 'toot', name: 'Toot' }] };
    const file = postsFile({ platforms: [mastodon], posts: [{ id: 'a', platform: 'mastodon', contentType: 'toot' }] });
    expect(platformsOf(file).map(({ id }) => id)).toEqual([
      'youtube',
      'tiktok',
      'instagram',
      'x',
      'linkedin',
      'facebook',
      'mastodon',
    ]);
    const slower = { id: 'x', name: 'X', minGapHours: 9, contentTypes: [{ id: 'x_post', name: 'Post' }] };
    expect(platformsOf(postsFile({ platforms: [slower] })).find(({ id }) => id === 'x')?.minGapHours).toBe(9);
  });

  it('[POST-05] has the defaults of the source', () => {
    const file = postsFile();
    expect(Object.fromEntries(platformsOf(file).map(({ id, minGapHours }) => [id, minGapHours]))).toEqual({
      youtube: 48,
      linkedin: 24,
      instagram: 18,
      tiktok: 12,
      facebook: 12,
      x: 4,
    });
    expect(file.parameters).toEqual({
      demographicWeight: 0.3,
      formatWeight: 0.2,
      seasonWeight: 0.1,
      priorStrength: 10,
      explorationRate: 0.1,
      smoothing: 0.2,
      maxConcurrentPosts: 3,
      maxUrgentConcurrentPosts: 5,
      gapFactor: 1,
      duplicateGapHours: 24,
      initialBackoffSeconds: 1,
      backoffMultiplier: 2,
      maxBackoffSeconds: 60,
    });
  });
});
