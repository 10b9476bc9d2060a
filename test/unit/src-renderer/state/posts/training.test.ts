import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { performanceRow } from '#renderer/db/post-rows';
import { exportWorkspace, importWorkspace } from '#renderer/state/backup';
import { commit } from '#renderer/state/commit';
import { addPost } from '#renderer/state/posts/edit-posts';
import { fillWeek } from '#renderer/state/posts/planning';
import { cancelTraining, forgetModel, postTrainingNow, trainModels } from '#renderer/state/posts/training';
import { usePlatformView } from '#renderer/state/posts/views';
import { workspaceNow } from '#renderer/state/workspace';
import { nightOwlHistory } from '../../../../helpers/posts-history';
import { startWithPosts } from '../../../../helpers/posts-host';

beforeEach(async () => {
  await startWithPosts();
});

const learnable = (count: number) =>
  commit(null, () => ({
    puts: { performance: nightOwlHistory(count).map((record) => performanceRow({ ...record, id: String(record.id) })) },
  }));

describe('learning on the page', () => {
  it('[POST-69] trains in the host, shows the forest, plans by it, and the document carries it', async () => {
    await learnable(400);
    expect(await trainModels()).toBe(true);
    expect(postTrainingNow()).toMatchObject({ phase: 'idle', problem: null });
    const [model] = workspaceNow().posts.models;
    expect(model).toMatchObject({ platform: 'x', card: { verdict: 'forest', samples: 400, heldSamples: 80 } });
    const { result } = renderHook(() => usePlatformView('x', 'x_post'));
    expect(result.current).toMatchObject({ source: 'forest', samples: 400, metric: 'reach', outdated: false });
    // 1 to 4 in the night of UTC are 2 to 5 in Berlin.
    expect(result.current.bestHours.every(({ hour, n }) => hour >= 2 && hour < 7 && n >= 5)).toBe(true);
    await addPost({ platform: 'x', title: 'Night' });
    await fillWeek();
    expect(workspaceNow().posts.placements[0]!.wallTime.slice(11, 13)).toMatch(/0[2-6]/);
    const text = await exportWorkspace();
    await importWorkspace(text);
    expect(workspaceNow().posts.models).toEqual([model]);
  });

  it('is no undo step, is told to be outdated when the history changes, and can be forgotten', async () => {
    await learnable(60);
    await trainModels(['x']);
    expect(workspaceNow().undoLabel).toBeNull();
    await learnable(61);
    await trainModels(['x']);
    const [model] = workspaceNow().posts.models;
    expect(model!.fits).toHaveLength(2);
    expect(model!.fits!.at(-1)!.r2).toBe(model!.card.r2);
    await learnable(62);
    const { result } = renderHook(() => usePlatformView('x', null));
    expect(result.current.outdated).toBe(true);
    await forgetModel('x');
    expect(workspaceNow().posts.models).toEqual([]);
  });

  it('says what is missing, and stops when asked', async () => {
    expect(await trainModels()).toBe(false);
    expect(postTrainingNow().problem).toBe(
      'There is no history to learn from yet: at least 50 posts with figures are needed.',
    );
    await learnable(400);
    const training = trainModels();
    cancelTraining();
    expect(await training).toBe(false);
    expect(postTrainingNow().phase).toBe('idle');
    expect(workspaceNow().posts.models).toEqual([]);
  });
});
