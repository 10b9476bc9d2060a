import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import {
  addPost,
  markPublished,
  pinPost,
  unmarkPublished,
  unpinPost,
  updatePost,
} from '#renderer/state/posts/edit-posts';
import { beginMove, movePost, movePostToNext } from '#renderer/state/posts/move-post';
import {
  cancelPostPlan,
  fillWeek,
  postPlanningNow,
  resetPostPlanning,
  roomForBetter,
} from '#renderer/state/posts/planning';
import { workspaceNow } from '#renderer/state/workspace';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { startWithPosts } from '../../../../helpers/posts-host';
import { closePage, type Started, start } from '../../../../helpers/started-workspace';

/** The clock stands at Tuesday 24 November 2026, 09:42 UTC, 10:42 in Berlin. */
let started: Started;

beforeEach(async () => {
  resetPostPlanning();
  started = await startWithPosts();
});

const at = (text: string) => parseInstant(text)!;
const startOf = (id: string) => workspaceNow().posts.placements.find((one) => one.id === id)?.start;
const idOf = async (title: string, platform = 'linkedin', more = {}) => {
  const added = await addPost({ platform, title, ...more });
  if (!added.ok) throw new Error(added.error);
  return added.value;
};

describe('filling the week with posts', () => {
  it('[POST-40] says how much better another plan could be, where that is known and not nothing', () => {
    const quality = { placed: 9, unplaced: 0, weight: 20, worth: 20, meanScore: 0.8, outsidePreferred: 0 };
    expect(roomForBetter({ ...quality, bound: 20.5, optimal: false })).toBe(', at most 2.5% better is possible');
    expect(roomForBetter({ ...quality, bound: 20.001, optimal: false })).toBe(', at most 0.1% better is possible');
    expect(roomForBetter({ ...quality, bound: 20, optimal: true })).toBe('');
    expect(roomForBetter({ ...quality, bound: null, optimal: false })).toBe('');
  });

  it('places every post by the rules, keeps it over a reload and takes it back in one step', async () => {
    const [first, second] = [await idOf('Hiring'), await idOf('Case study')];
    expect(await fillWeek()).toBe(true);
    const times = [startOf(first)!, startOf(second)!].map((text) => Date.parse(text)).sort((a, b) => a - b);
    // LinkedIn keeps 24 hours apart, and the week ends on Sunday.
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(times[0]).toBeGreaterThanOrEqual(at('2026-11-24T09:42:00Z'));
    expect(times[1]).toBeLessThan(at('2026-11-29T23:00:00Z'));
    expect(postPlanningNow()).toMatchObject({ phase: 'idle', problem: null, label: 'Plan 2 posts' });
    expect(workspaceNow().lastPostPlan).toMatchObject({ quality: { placed: 2, optimal: true }, moved: 0 });
    const before = workspaceNow().posts;
    closePage();
    await start(started);
    expect(workspaceNow().posts).toEqual(before);
    await undo();
    expect(workspaceNow().posts.placements).toEqual([]);
    expect(workspaceNow().posts.queue).toHaveLength(2);
  });

  it('leaves alone what is published, locked, of a later week, or planned there', async () => {
    const published = await idOf('Out');
    await markPublished(published, at('2026-11-24T08:00:00Z'));
    const locked = await idOf('Locked', 'x');
    await updatePost(locked, { pinnedStart: '2026-11-25T09:00:00Z' });
    const later = await idOf('Later', 'x', { earliest: '2026-12-01' });
    expect(await fillWeek('2026-12-02' as Day)).toBe(true);
    const planned = startOf(later);
    expect(planned! >= '2026-12-01').toBe(true);
    const open = await idOf('Open');
    expect(await fillWeek()).toBe(true);
    expect(startOf(later)).toBe(planned);
    expect(startOf(locked)).toBe('2026-11-25T09:00:00Z');
    // A day after the one that went out at 9 in Berlin.
    expect(startOf(open)! >= '2026-11-25T08:00:00Z').toBe(true);
  });

  it('tells what has no place and why', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four']) await idOf(title, 'youtube');
    await fillWeek();
    // Two days apart from Tuesday noon to Sunday: three at most.
    const { unplaced, placements } = workspaceNow().posts;
    expect([placements.length, unplaced.length]).toEqual([3, 1]);
    expect(unplaced[0]).toMatchObject({ reason: 'minimumGap', platform: 'youtube' });
    expect(postPlanningNow().said).toMatch(/^Placed 3 posts in \d+ ms, 1 without a place$/);
  });

  it('refuses an empty queue and a week that is over, and stops when asked', async () => {
    expect(await fillWeek()).toBe(false);
    expect(postPlanningNow().problem).toBe('There is no post to place in this stretch.');
    const post = await idOf('Hiring');
    expect(await fillWeek('2026-11-16' as Day)).toBe(false);
    expect(postPlanningNow().problem).toBe('That week is over: choose this week or a later one.');
    const planned = fillWeek();
    cancelPostPlan();
    expect(await planned).toBe(false);
    expect(startOf(post)).toBeUndefined();
  });
});

describe('a post in the plan', () => {
  it('[POST-48] is moved where it may go, and told the rule and the next place where it may not', async () => {
    const [first, second] = [await idOf('Hiring'), await idOf('Case study')];
    await movePost(first, at('2026-11-25T09:00:00Z'));
    await movePost(second, at('2026-11-27T09:00:00Z'));
    const verdict = beginMove(second)!.verdict(at('2026-11-26T08:07:00Z'));
    expect(verdict).toMatchObject({ at: at('2026-11-26T08:00:00Z'), legal: false, next: at('2026-11-26T09:00:00Z') });
    expect(verdict.breaches[0]!.parties).toEqual([second, first]);
    expect(await movePost(second, at('2026-11-26T08:00:00Z'))).toEqual({ ok: false, error: verdict.why });
    expect(verdict.why).toBe('"Case study" lies 1380 min from "Hiring": LinkedIn asks for 1440 min.');
    expect(await movePostToNext(second, at('2026-11-26T08:00:00Z'))).toEqual({ ok: true, value: verdict.next });
    expect(startOf(second)).toBe('2026-11-26T09:00:00Z');
    await undo();
    expect(startOf(second)).toBe('2026-11-27T09:00:00Z');
    expect(await movePost(second, at('2026-11-24T08:00:00Z'))).toMatchObject({ ok: false });
  });

  it('is locked where it lies and let go again', async () => {
    const post = await idOf('Hiring');
    expect(await pinPost(post)).toMatchObject({ ok: false });
    await fillWeek();
    await pinPost(post);
    expect(workspaceNow().posts).toMatchObject({
      queue: [{ pinnedStart: startOf(post) }],
      placements: [{ pinned: true }],
    });
    await unpinPost(post);
    expect(workspaceNow().posts).toMatchObject({ queue: [{ pinnedStart: null }], placements: [{ pinned: false }] });
  });

  it('goes out with a record of it, and back', async () => {
    const post = await idOf('Hiring');
    await movePost(post, at('2026-11-25T09:00:00Z'));
    await markPublished(post, at('2026-11-25T09:04:00Z'));
    expect(workspaceNow().posts.performanceHistory).toMatchObject([
      { postId: post, plannedAt: '2026-11-25T09:00:00Z', postedAt: '2026-11-25T09:04:00Z', platform: 'linkedin' },
    ]);
    expect(beginMove(post)).toBeNull();
    await unmarkPublished(post);
    expect(workspaceNow().posts).toMatchObject({ queue: [{ postedAt: null }], performanceHistory: [] });
  });

  it('is refused with place and value when it makes no sense', async () => {
    expect(await addPost({ platform: 'x', title: 'A', contentType: 'instagram_reels' })).toEqual({
      ok: false,
      error: 'contentType is "instagram_reels": expected one of x_post, x_thread',
    });
    const post = await idOf('Hiring');
    expect(await updatePost(post, { deadline: 'soon' })).toMatchObject({ ok: false });
    expect(workspaceNow().posts.queue).toMatchObject([{ deadline: null }]);
  });
});
