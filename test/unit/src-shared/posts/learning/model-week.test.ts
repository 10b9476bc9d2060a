import { describe, expect, it } from 'vitest';
import { modelWeek } from '#shared/posts/learning/model-week';
import { runSteps, trainPlatform } from '#shared/posts/learning/train-platform';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { trainingOptionsOf } from '#shared/posts/predict-posts-file';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;

describe('planning by a model', () => {
  // Nights do best on this account, against all studies.
  const history = Array.from({ length: 400 }, (_, index) => {
    const postedAt = new Date(Date.UTC(2026, 0, 5) + index * 7 * 3_600_000);
    const night = postedAt.getUTCHours() >= 1 && postedAt.getUTCHours() < 5;
    return {
      platform: 'x',
      contentType: 'x_post',
      postedAt: postedAt.toISOString(),
      reach: night ? 900 + (index % 9) : 300,
    };
  });
  const file = postsFile({ history, posts: [{ id: 'a', platform: 'x', contentType: 'x_post' }] });
  const options = trainingOptionsOf(file, { now: NOW, seed: 1, platform: 'x', contentType: 'x_post' });
  const model = runSteps(trainPlatform(file.history, options))!;

  it('[POST-69] follows the forest where it is used, and the rules where it is not', () => {
    expect(model.card.verdict).toBe('forest');
    const week = modelWeek(model, file.history, options)!;
    expect(Math.max(...week)).toBeLessThanOrEqual(1);
    expect(week[24 + 3]).toBeGreaterThan(week[24 + 9]!);
    const planned = planPostsFile(file, { now: NOW, models: new Map([['x', model]]) });
    const hour = planned.ok ? Number(planned.value.plan.placements[0]!.wallTime.slice(11, 13)) : -1;
    expect(hour >= 1 && hour < 5).toBe(true);
    expect(modelWeek({ ...model, forest: null }, file.history, options)).toBeNull();
  });

  it('[POST-69] survives the way through a worker and storage', () => {
    const moved = structuredClone(model);
    expect(modelWeek(moved, file.history, options)).toEqual(modelWeek(model, file.history, options));
  });
});
