import { describe, expect, it } from 'vitest';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { postRules } from '#shared/posts/plan/rules';
import { verifyPostingPlan } from '#shared/posts/plan/verify';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;

/** Breaches of a plan given by hand: post id -> start. */
function breaches(file: Record<string, unknown>, starts: Record<string, string>, unplaced: readonly string[] = []) {
  const frame = planFrameOf(postsFile(file), NOW);
  if (!frame.ok) throw new Error(frame.error);
  return verifyPostingPlan(frame.value, {
    placements: Object.entries(starts).map(([id, start]) => ({ id, start })),
    unplaced: unplaced.map((id) => ({ id, platform: 'x', reason: 'minimumGap' as const, detail: '' })),
  }).map(({ rule, amount, parties }) => ({ rule, amount, parties }));
}

const on = (id: string, platform: string, more: Record<string, unknown> = {}) => ({ id, platform, ...more });

describe('the rules of a posting plan', () => {
  it('each have an id and a sentence of their own', () => {
    expect(new Set(postRules.map((rule) => rule.id)).size).toBe(15);
    expect(postRules.every((rule) => /^[A-Z].*\.$/.test(rule.sentence))).toBe(true);
  });

  it('[POST-20] a platform keeps its minimum gap', () => {
    const posts = [on('a', 'instagram'), on('b', 'instagram')];
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z', b: '2026-11-24T02:00:00Z' })).toEqual([]);
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z', b: '2026-11-24T01:00:00Z' })).toEqual([
      { rule: 'post.keepsMinimumGap', amount: 60, parties: ['b', 'a'] },
    ]);
  });

  it('[POST-20] posts of the history count for the gap', () => {
    const file = {
      posts: [on('a', 'linkedin')],
      history: [{ platform: 'linkedin', postedAt: '2026-11-22T20:00:00Z' }],
    };
    expect(breaches(file, { a: '2026-11-23T20:00:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-23T19:00:00Z' })).toMatchObject([
      { rule: 'post.keepsMinimumGap', amount: 60, parties: ['a', 'linkedin@1795377600000'] },
    ]);
  });

  it('[POST-21] no more posts are in flight than allowed', () => {
    const posts = ['youtube', 'tiktok', 'x', 'linkedin'].map((platform, index) => on(`p${index}`, platform));
    const starts = {
      p0: '2026-11-23T08:00:00Z',
      p1: '2026-11-23T08:15:00Z',
      p2: '2026-11-23T08:30:00Z',
      p3: '2026-11-23T09:00:00Z',
    };
    expect(breaches({ posts }, starts)).toEqual([]);
    expect(breaches({ posts }, { ...starts, p3: '2026-11-23T08:45:00Z' })).toEqual([
      { rule: 'post.keepsConcurrency', amount: 1, parties: ['p3', 'p0', 'p1', 'p2'] },
    ]);
  });

  it('[POST-21] urgent posts may use the urgent limit, and no more', () => {
    const platforms = ['youtube', 'tiktok', 'x', 'linkedin', 'instagram', 'facebook'];
    const posts = platforms.map((platform, index) =>
      on(`p${index}`, platform, { priority: index < 3 ? 'low' : 'urgent' }),
    );
    const starts = Object.fromEntries(posts.map(({ id }, index) => [id, `2026-11-23T08:${index}0:00Z`]));
    expect(breaches({ posts: posts.slice(0, 5) }, Object.fromEntries(Object.entries(starts).slice(0, 5)))).toEqual([]);
    expect(breaches({ posts }, starts)).toMatchObject([{ rule: 'post.keepsConcurrency', amount: 1 }]);
  });

  it('[POST-21] a platform with a short gap has a limit of its own', () => {
    const file = {
      constraints: [{ platform: 'x', minGapHours: 0.25, maxConcurrentPosts: 1 }],
      posts: [on('a', 'x'), on('b', 'x')],
    };
    expect(breaches(file, { a: '2026-11-23T08:00:00Z', b: '2026-11-23T09:00:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-23T08:00:00Z', b: '2026-11-23T08:45:00Z' })).toMatchObject([
      { rule: 'post.keepsConcurrency', amount: 1, parties: ['b', 'a'] },
    ]);
  });

  it('[POST-22] a platform keeps its daily cap by the local day', () => {
    const file = {
      timeZone: 'Europe/Berlin',
      constraints: [{ platform: 'x', dailyCap: 1 }],
      posts: [on('a', 'x'), on('b', 'x')],
    };
    // 23:30 in Berlin is still Monday, 04:30 UTC is Tuesday.
    expect(breaches(file, { a: '2026-11-23T08:00:00Z', b: '2026-11-23T23:30:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-23T08:00:00Z', b: '2026-11-23T22:30:00Z' })).toEqual([
      { rule: 'post.keepsDailyCap', amount: 1, parties: ['b', 'a'] },
    ]);
  });

  it('[POST-23] a platform keeps its quota in any stretch', () => {
    const file = {
      constraints: [{ platform: 'x', apiQuota: { posts: 2, perHours: 24 } }],
      posts: [on('a', 'x'), on('b', 'x'), on('c', 'x')],
    };
    const starts = { a: '2026-11-23T08:00:00Z', b: '2026-11-23T20:00:00Z', c: '2026-11-24T08:00:00Z' };
    expect(breaches(file, starts)).toEqual([]);
    expect(breaches(file, { ...starts, c: '2026-11-24T07:45:00Z' })).toEqual([
      { rule: 'post.keepsQuota', amount: 1, parties: ['c', 'a', 'b'] },
    ]);
  });

  it('[POST-24] no post starts in a prohibited window, which may cross midnight', () => {
    const file = {
      constraints: [{ platform: 'x', prohibitedWindows: [{ days: [1], from: '22:00', to: '06:00' }] }],
      posts: [on('a', 'x')],
    };
    expect(breaches(file, { a: '2026-11-24T06:00:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-23T05:00:00Z' })).toEqual([]);
    for (const inside of ['2026-11-23T22:00:00Z', '2026-11-24T05:59:00Z']) {
      expect(breaches(file, { a: inside })).toMatchObject([{ rule: 'post.avoidsProhibitedWindows', parties: ['a'] }]);
    }
  });

  it('[POST-25] where preferred windows are the only ones, a post stays in them', () => {
    const preferredWindows = [{ days: [2], from: '08:00', to: '12:00' }];
    const posts = [on('a', 'x')];
    const only = { constraints: [{ platform: 'x', preferredWindows, preferredOnly: true }], posts };
    expect(breaches(only, { a: '2026-11-24T11:59:00Z' })).toEqual([]);
    expect(breaches(only, { a: '2026-11-24T12:00:00Z' })).toMatchObject([{ rule: 'post.staysInPreferredWindows' }]);
    const wish = { constraints: [{ platform: 'x', preferredWindows }], posts };
    expect(breaches(wish, { a: '2026-11-24T12:00:00Z' })).toEqual([]);
  });

  it('[POST-26] a post starts after its earliest time and by its deadline', () => {
    const file = { posts: [on('a', 'x', { earliest: '2026-11-24T08:00:00Z', deadline: '2026-11-25' })] };
    expect(breaches(file, { a: '2026-11-24T08:00:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-25T23:59:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-24T07:30:00Z' })).toEqual([
      { rule: 'post.startsAfterEarliest', amount: 30, parties: ['a'] },
    ]);
    expect(breaches(file, { a: '2026-11-26T00:00:00Z' })).toEqual([
      { rule: 'post.startsByDeadline', amount: 1, parties: ['a'] },
    ]);
    const exact = { posts: [on('a', 'x', { deadline: '2026-11-24T08:00:00Z' })] };
    expect(breaches(exact, { a: '2026-11-24T08:00:00Z' })).toEqual([]);
  });

  it('[POST-27] every post starts inside the planned stretch, which a job may narrow', () => {
    const posts = [on('a', 'x')];
    expect(breaches({ posts }, { a: '2026-11-29T23:45:00Z' })).toEqual([]);
    expect(breaches({ posts }, { a: '2026-11-30T00:00:00Z' })).toEqual([
      { rule: 'post.staysInHorizon', amount: 1, parties: ['a'] },
    ]);
    const job = { bulkJobId: 'j', startAfter: '2026-11-24T10:00:00Z', deadline: '2026-11-24T20:00:00Z' };
    expect(breaches({ posts, job }, { a: '2026-11-24T20:00:00Z' })).toEqual([]);
    expect(breaches({ posts, job }, { a: '2026-11-24T09:00:00Z' })).toMatchObject([{ amount: 60 }]);
  });

  it('[POST-28] duplicates keep apart across platforms', () => {
    const posts = [on('a', 'x', { duplicateGroup: 'd' }), on('b', 'linkedin', { duplicateGroup: 'd' })];
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z', b: '2026-11-24T08:00:00Z' })).toEqual([]);
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z', b: '2026-11-24T07:00:00Z' })).toEqual([
      { rule: 'post.keepsDuplicatesApart', amount: 60, parties: ['b', 'a'] },
    ]);
    const longer = [posts[0]!, { ...posts[1]!, duplicateGapHours: 72 }];
    expect(breaches({ posts: longer }, { a: '2026-11-23T08:00:00Z', b: '2026-11-24T08:00:00Z' })).toMatchObject([
      { amount: 2880 },
    ]);
  });

  it('[POST-29] no two posts start in the same minute', () => {
    const posts = [on('a', 'x'), on('b', 'linkedin')];
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z', b: '2026-11-23T08:01:00Z' })).toEqual([]);
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z', b: '2026-11-23T08:00:00Z' })).toEqual([
      { rule: 'post.neverFloodsAMinute', amount: 1, parties: ['b', 'a'] },
    ]);
  });

  it('[POST-30] a campaign keeps its window and its gap', () => {
    const file = {
      campaigns: [{ id: 'c', from: '2026-11-24', to: '2026-11-25', minGapHours: 12 }],
      posts: [on('a', 'x', { campaign: 'c' }), on('b', 'linkedin', { campaign: 'c' })],
    };
    expect(breaches(file, { a: '2026-11-24T00:00:00Z', b: '2026-11-24T12:00:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-23T23:00:00Z', b: '2026-11-24T12:00:00Z' })).toEqual([
      { rule: 'post.staysInCampaign', amount: 60, parties: ['a'] },
    ]);
    expect(breaches(file, { a: '2026-11-24T00:00:00Z', b: '2026-11-24T11:30:00Z' })).toEqual([
      { rule: 'post.keepsCampaignGap', amount: 30, parties: ['b', 'a'] },
    ]);
  });

  it('[POST-31] pinned posts stay, and are measured but never reported among themselves', () => {
    const file = {
      posts: [
        on('a', 'linkedin', { pinnedStart: '2026-11-23T09:00' }),
        on('b', 'linkedin', { pinnedStart: '2026-11-23T10:00' }),
      ],
    };
    expect(breaches(file, { a: '2026-11-23T09:00:00Z', b: '2026-11-23T10:00:00Z' })).toEqual([]);
    expect(breaches(file, { a: '2026-11-23T09:30:00Z' })).toEqual([
      { rule: 'post.leavesFixedPosts', amount: 30, parties: ['a'] },
    ]);
  });

  it('[POST-32] every post is placed once or named', () => {
    const posts = [on('a', 'x')];
    expect(breaches({ posts }, {}, ['a'])).toEqual([]);
    expect(breaches({ posts }, {})).toEqual([{ rule: 'post.isPlacedOnce', amount: 1, parties: ['a'] }]);
    expect(breaches({ posts }, { a: '2026-11-23T08:00:00Z' }, ['a'])).toMatchObject([{ rule: 'post.isPlacedOnce' }]);
    expect(breaches({ posts }, { z: '2026-11-23T08:00:00Z' }, ['a'])).toMatchObject([{ parties: ['z'] }]);
  });
});
