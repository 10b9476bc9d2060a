import { describe, expect, it } from 'vitest';
import type { PostingPlan } from '#shared/posts/plan/posting-plan';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;

function planOf(value: Record<string, unknown>): PostingPlan {
  const planned = planPostsFile(postsFile(value), { now: NOW });
  if (!planned.ok) throw new Error(planned.error);
  expect(planned.value.violations).toEqual([]);
  return planned.value.plan;
}

const starts = (plan: PostingPlan): Record<string, string> =>
  Object.fromEntries(plan.placements.map(({ id, start }) => [id, start]));
const many = (count: number, platform: string, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => ({ id: `${platform}${index}`, platform, ...more }));

describe('a posting plan', () => {
  it('[POST-40] puts posts at the best hours and says that nothing is better', () => {
    const plan = planOf({ posts: [...many(1, 'tiktok'), ...many(2, 'youtube')] });
    expect(starts(plan)).toMatchObject({ tiktok0: '2026-11-25T17:00:00Z' });
    // YouTube's gap of 48 h: Wednesday 16:00 is the best hour of all.
    expect(plan.placements.map(({ start }) => start)).toContain('2026-11-25T16:00:00Z');
    expect(plan.quality).toMatchObject({ optimal: true, placed: 3, unplaced: 0 });
    expect(plan.quality.bound).toBe(plan.quality.worth);
  });

  it('[POST-40] gives the one good hour to the weightier post', () => {
    const window = { earliest: '2026-11-25T16:00:00Z', deadline: '2026-11-25T18:00:00Z' };
    const posts = [
      { id: 'low', platform: 'tiktok', priority: 'low', ...window },
      { id: 'urgent', platform: 'tiktok', priority: 'urgent', ...window },
    ];
    const plan = planOf({ posts });
    expect(starts(plan)).toEqual({ urgent: '2026-11-25T17:00:00Z' });
    expect(plan.unplaced).toMatchObject([{ id: 'low', reason: 'minimumGap' }]);
  });

  it('[POST-40] proves twelve posts of which many say the same, and bounds what it cannot prove in its time', () => {
    // Whichever gives way to its like, a third could take its place: of such choices there are many.
    const posts = [
      { platform: 'youtube', duplicateGroup: 'a', contentType: 'youtube_shorts', priority: 'high' },
      { platform: 'youtube', duplicateGroup: 'a' },
      { platform: 'youtube' },
      { platform: 'youtube', campaign: 'c' },
      { platform: 'tiktok', duplicateGroup: 'a' },
      { platform: 'tiktok', duplicateGroup: 'a', deadline: '2026-11-28' },
      { platform: 'tiktok', campaign: 'c' },
      { platform: 'tiktok', campaign: 'c' },
      { platform: 'instagram', duplicateGroup: 'a', earliest: '2026-11-25', priority: 'high' },
      { platform: 'instagram', deadline: '2026-11-27' },
      { platform: 'instagram', deadline: '2026-11-28' },
      { platform: 'instagram' },
    ].map((post, index) => ({ ...post, id: `p${index}` }));
    const campaigns = [{ id: 'c', name: 'Launch', minGapHours: 12 }];
    const proven = planOf({ campaigns, posts });
    expect(proven.quality).toMatchObject({ placed: 12, optimal: true });
    expect(proven.quality.bound).toBeCloseTo(proven.quality.worth, 9);
    const crowded = posts.map((post) => (post.id === 'p2' ? { ...post, duplicateGroup: 'a' } : post));
    const best = planOf({ campaigns, posts: crowded });
    expect(best.quality).toMatchObject({ placed: 12, optimal: false });
    expect(best.quality.bound! / best.quality.worth).toBeGreaterThan(1);
    expect(best.quality.bound! / best.quality.worth).toBeLessThan(1.2);
  });

  it('[POST-25] takes preferred windows first and leaves them only when they are full', () => {
    const preferredWindows = [{ days: [6], from: '03:00', to: '04:00' }];
    const constraints = [{ platform: 'linkedin', preferredWindows }];
    const plan = planOf({ constraints, posts: many(2, 'linkedin') });
    expect(plan.placements.filter(({ preferred }) => preferred).map(({ start }) => start)).toEqual([
      '2026-11-28T03:00:00Z',
    ]);
    expect(plan.quality.outsidePreferred).toBe(1);
    const only = planOf({
      constraints: [{ ...constraints[0], preferredOnly: true }],
      posts: many(2, 'linkedin'),
    });
    expect(only.placements).toHaveLength(1);
    expect(only.unplaced).toMatchObject([{ reason: 'minimumGap' }]);
  });

  it.each([
    ['windowEmpty', { posts: many(1, 'x', { earliest: '2026-11-25', deadline: '2026-11-24' }) }, 'no time'],
    [
      'noAllowedTime',
      {
        constraints: [{ platform: 'x', prohibitedWindows: [{ from: '00:00', to: '24:00' }] }],
        posts: many(1, 'x'),
      },
      'all 672 times',
    ],
    ['minimumGap', { posts: many(5, 'youtube') }, 'by the minimum gap of YouTube'],
    ['dailyCap', { constraints: [{ platform: 'x', minGapHours: 0, dailyCap: 0 }], posts: many(1, 'x') }, 'of 672'],
    ['quota', { constraints: [{ platform: 'x', minGapHours: 0, apiQuota: { posts: 0 } }], posts: many(1, 'x') }, 'X'],
    [
      'concurrency',
      {
        parameters: { maxConcurrentPosts: 1 },
        posts: ['x', 'linkedin'].map((platform) => ({
          id: platform,
          platform,
          earliest: '2026-11-24T08:00:00Z',
          deadline: '2026-11-24T08:30:00Z',
        })),
      },
      'by the posts in flight of all platforms',
    ],
    [
      'duplicateTooClose',
      {
        posts: ['x', 'linkedin'].map((platform) => ({
          id: platform,
          platform,
          duplicateGroup: 'd',
          earliest: '2026-11-24',
          deadline: '2026-11-24',
        })),
      },
      'duplicate group "d"',
    ],
    [
      'campaignTooClose',
      {
        campaigns: [{ id: 'c', name: 'Launch', from: '2026-11-24', to: '2026-11-24', minGapHours: 24 }],
        posts: ['x', 'linkedin'].map((platform) => ({ id: platform, platform, campaign: 'c' })),
      },
      'campaign "Launch"',
    ],
    [
      'minuteTaken',
      {
        posts: ['x', 'linkedin'].map((platform) => ({
          id: platform,
          platform,
          earliest: '2026-11-24T08:00:00Z',
          deadline: '2026-11-24T08:00:00Z',
        })),
      },
      'by the taken minutes',
    ],
  ])('[POST-43] names %s with its numbers', (reason, value, words) => {
    const plan = planOf(value);
    expect(plan.unplaced.map((post) => post.reason)).toEqual([reason]);
    expect(plan.unplaced[0]!.detail).toContain(words);
  });

  it('[POST-44] crosses the changes of the clocks in elapsed hours, and says wall time and zone', () => {
    // In Berlin the night to 25 October 2026 is an hour longer.
    const plan = planOf({
      timeZone: 'Europe/Berlin',
      from: '2026-10-24T09:00',
      to: '2026-10-25T08:00',
      posts: many(2, 'linkedin'),
    });
    // 24 hours after 9:00 is 8:00: both fit only because the gap counts what passes.
    expect(plan.placements.map(({ start, wallTime, timeZone }) => [start, wallTime, timeZone])).toEqual([
      ['2026-10-24T07:00:00Z', '2026-10-24T09:00', 'Europe/Berlin'],
      ['2026-10-25T07:00:00Z', '2026-10-25T08:00', 'Europe/Berlin'],
    ]);
    // In spring the same wall times are 22 hours apart.
    const spring = planOf({
      timeZone: 'Europe/Berlin',
      from: '2027-03-27T09:00',
      to: '2027-03-28T09:45',
      posts: many(2, 'linkedin'),
    });
    expect(spring.placements).toHaveLength(1);
  });

  it('[POST-31] plans around what is pinned or published', () => {
    const plan = planOf({
      from: '2026-11-24T12:00',
      to: '2026-11-25T12:00',
      posts: [
        { id: 'done', platform: 'linkedin', postedAt: '2026-11-23T12:00:00Z' },
        { id: 'pinned', platform: 'linkedin', pinnedStart: '2026-11-25T12:10' },
        { id: 'open', platform: 'linkedin' },
      ],
    });
    expect(starts(plan)).toEqual({ open: '2026-11-24T12:00:00Z', pinned: '2026-11-25T12:10:00Z' });
    expect(plan.placements.map(({ pinned }) => pinned)).toEqual([false, true]);
  });

  it('[POST-45] numbers waves by the hour and by what may be in flight', () => {
    const hour = { earliest: '2026-11-24T08:00:00Z', deadline: '2026-11-24T08:45:00Z' };
    const later = { earliest: '2026-11-24T09:30:00Z', deadline: '2026-11-24T10:00:00Z' };
    const plan = planOf({
      posts: [
        { id: 'a', platform: 'x', ...hour },
        { id: 'b', platform: 'linkedin', ...hour },
        { id: 'c', platform: 'facebook', ...later },
      ],
    });
    expect(plan.placements.map(({ wave }) => wave)).toEqual([1, 1, 2]);
    expect(plan.waves).toMatchObject([{ wave: 1 }, { wave: 2, ids: ['c'] }]);
  });

  it('[POST-46] follows a batch job', () => {
    const job = {
      bulkJobId: 'job_123',
      startAfter: '2026-11-24T10:00:00Z',
      deadline: '2026-11-24T12:00:00Z',
      suggestedConcurrency: 3,
      maxParallelism: 1,
    };
    const posts = ['x', 'linkedin', 'facebook', 'tiktok'].map((platform) => ({ id: platform, platform }));
    const plan = planOf({ job, posts });
    expect(plan.bulkJobId).toBe('job_123');
    // One at a time within two hours, an hour each: 10:00, 11:00, 12:00.
    expect(plan.placements).toHaveLength(3);
    expect(plan.waves.map(({ ids }) => ids.length)).toEqual([1, 1, 1]);
    expect(plan.unplaced).toMatchObject([{ reason: 'concurrency' }]);
  });

  it('[POST-41] improves large plans until every post that fits has a place', () => {
    // Seven days of LinkedIn with 24 h between posts hold at most 14 in a fortnight: only an unbroken chain fits them all.
    const plan = planOf({ to: '2026-12-06', posts: many(14, 'linkedin') });
    expect(plan.placements).toHaveLength(14);
  });

  it('refuses a stretch that is empty or longer than a year', () => {
    for (const [from, to] of [
      ['2026-11-24', '2026-11-23'],
      ['2026-01-01', '2028-01-01'],
    ]) {
      expect(planPostsFile(postsFile({ from, to }), { now: NOW }).ok).toBe(false);
    }
  });

  it('plans a week from now where the file names no stretch', () => {
    const plan = planOf({ from: null, to: null, posts: many(1, 'tiktok') });
    expect(starts(plan)).toEqual({ tiktok0: '2026-11-25T17:00:00Z' });
  });
});
