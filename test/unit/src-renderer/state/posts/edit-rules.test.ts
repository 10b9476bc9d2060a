import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { performanceRow } from '#renderer/db/post-rows';
import { commit, undo } from '#renderer/state/commit';
import { adaptiveRows, resetAdaptive, revertAdaptiveChange, runAdaptiveCycle } from '#renderer/state/posts/adaptive';
import { recordPerformance, removePerformance } from '#renderer/state/posts/edit-performance';
import { addPost } from '#renderer/state/posts/edit-posts';
import {
  applyRecommended,
  removePlatform,
  resetConstraint,
  resetEvidence,
  savePlatform,
  setExploration,
  updateAudience,
  updateConstraint,
  updateEvidence,
  updateParameters,
} from '#renderer/state/posts/edit-rules';
import { postsFileNow } from '#renderer/state/posts/posts-file';
import { useAudienceZones, usePostKpis, useRecommendations } from '#renderer/state/posts/views';
import { workspaceNow } from '#renderer/state/workspace';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { startWithPosts } from '../../../../helpers/posts-host';

beforeEach(async () => {
  await startWithPosts();
});

const posts = () => workspaceNow().posts;

describe('the rules of platforms', () => {
  it('are changed field by field, checked, and taken back', async () => {
    await updateConstraint('x', { dailyCap: 2 });
    await updateConstraint('x', { prohibitedWindows: [{ days: [6, 7], from: '00:00', to: '00:00' }] });
    expect(posts().constraints).toMatchObject([{ platform: 'x', dailyCap: 2, prohibitedWindows: [{ days: [6, 7] }] }]);
    expect(await updateConstraint('x', { dailyCap: -1 })).toMatchObject({ ok: false });
    expect(await updateConstraint('myspace', { dailyCap: 1 })).toMatchObject({ ok: false });
    await undo();
    expect(posts().constraints).toMatchObject([{ dailyCap: 2, prohibitedWindows: [] }]);
    await resetConstraint('x');
    expect(posts().constraints).toEqual([]);
  });

  it('take audiences, with zones told by how far they are ahead', async () => {
    const zones = { 'Europe/Helsinki': 0.64, 'UTC-5': 0.16 };
    await updateAudience('x', { ageCohorts: {}, deviceSplit: { mobile: 1 }, timeZoneWeights: zones });
    const { result } = renderHook(() => useAudienceZones('x'));
    expect(result.current.map(({ zone, minutesAhead }) => [zone, minutesAhead])).toEqual([
      ['Europe/Helsinki', 60],
      ['UTC-5', -360],
    ]);
    expect(result.current[0]!.share).toBeCloseTo(0.8, 10);
    const wrong = { ageCohorts: {}, deviceSplit: {}, timeZoneWeights: { Helsinki: 1 } };
    expect(await updateAudience('x', wrong)).toMatchObject({ ok: false });
  });

  it('[POST-14] take other evidence, and the built-in again, of one platform or of all', async () => {
    const [first] = postsFileNow().evidence;
    await updateEvidence([{ ...first!, fromHour: 3, toHour: 4, source: 'Mine', year: 2026 }]);
    expect(postsFileNow().evidence).toMatchObject([{ source: 'Mine', fromHour: 3 }]);
    await resetEvidence('linkedin');
    expect(new Set(postsFileNow().evidence.map(({ platform }) => platform))).toEqual(new Set(['youtube', 'linkedin']));
    await resetEvidence(null);
    expect(posts().evidence).toBeNull();
    expect(postsFileNow().evidence).toHaveLength(15);
  });

  it('[POST-04] take a platform of the user’s own, and keep it while it is in use', async () => {
    const mastodon = {
      id: 'mastodon',
      name: 'Mastodon',
      minGapHours: 12,
      contentTypes: [{ id: 'toot', name: 'Toot', timeSensitivity: 1 }],
    };
    await savePlatform(mastodon);
    await addPost({ platform: 'mastodon', title: 'Tips' });
    expect(await removePlatform('mastodon')).toMatchObject({ ok: false });
    expect(posts().platforms).toMatchObject([mastodon]);
    await undo();
    await updateConstraint('mastodon', { dailyCap: 2 });
    expect(await removePlatform('mastodon')).toMatchObject({ ok: true });
    expect([posts().platforms, posts().constraints]).toEqual([[], []]);
    await undo();
    expect(posts()).toMatchObject({ platforms: [mastodon], constraints: [{ platform: 'mastodon', dailyCap: 2 }] });
  });

  it('[POST-82] take a recommendation with one click', async () => {
    const { result } = renderHook(() => useRecommendations('linkedin'));
    const best = result.current.find(({ kind }) => kind === 'bestHours')!;
    expect(best.evidence).toEqual({ source: 'Posting windows by platform, research summary, 2025', n: 0 });
    await applyRecommended(best.change!);
    expect(posts().constraints[0]!.preferredWindows[0]).toMatchObject({ days: [2, 3, 4], from: '08:00', to: '11:00' });
    await applyRecommended({ kind: 'explore' });
    expect(posts().exploration).toBe('thompson');
    await setExploration('ucb');
    await undo();
    expect(posts().exploration).toBe('thompson');
  });
});

describe('figures by hand', () => {
  it('complete the record of a post, and are counted in the KPIs', async () => {
    const added = await addPost({ platform: 'x', title: 'Hiring' });
    const postId = added.ok ? added.value : '';
    const record = { platform: 'x', postedAt: '2026-11-23T09:10:00Z', plannedAt: '2026-11-23T09:00:00Z', postId };
    await recordPerformance({ ...record, reach: 900 });
    const done = await recordPerformance({ ...record, likes: 12 });
    expect(posts().performanceHistory).toMatchObject([{ reach: 900, likes: 12, postId }]);
    const { result } = renderHook(() => usePostKpis('x'));
    expect(result.current.now).toMatchObject({ jobs: 1, adherence: 1 });
    expect(await recordPerformance({ platform: 'x', postedAt: 'yesterday' })).toMatchObject({ ok: false });
    await removePerformance([done.ok ? done.value : '']);
    expect(posts().performanceHistory).toEqual([]);
  });
});

describe('the adaptive cycle', () => {
  const jobs = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      performanceRow({
        ...performanceRecordSchema.parse({
          platform: 'x',
          postedAt: new Date(Date.UTC(2026, 10, 1, index)).toISOString(),
          attempts: 10,
          rateLimitedCount: 3,
        }),
        id: `r${index}`,
      }),
    );

  it('[POST-80] turns, is logged, is taken back by number and reset', async () => {
    expect(await runAdaptiveCycle()).toEqual({
      ok: false,
      error: 'Nothing to adapt yet: the cycle waits for 20 jobs since the last change.',
    });
    await commit(null, () => ({ puts: { performance: jobs(20) } }));
    await runAdaptiveCycle();
    expect(posts().parameters).toMatchObject({ maxConcurrentPosts: 2, gapFactor: 1 });
    expect(posts().adaptive!.log).toMatchObject([{ number: 1, step: 'adjust', before: { maxConcurrentPosts: 3 } }]);
    await revertAdaptiveChange(1);
    expect(posts().parameters).toMatchObject({ maxConcurrentPosts: 3, gapFactor: 1 });
    await updateParameters({ explorationRate: 0.3 });
    expect(posts().adaptive!.parameters.explorationRate).toBe(0.3);
    await resetAdaptive();
    expect(posts().parameters).toMatchObject({ explorationRate: 0.1 });
    expect(posts().adaptive!.log.map(({ step }) => step)).toEqual(['adjust', 'revert', 'reset']);
    expect(adaptiveRows(workspaceNow())).toEqual({});
    await undo();
    expect(posts().parameters.explorationRate).toBe(0.3);
  });
});
