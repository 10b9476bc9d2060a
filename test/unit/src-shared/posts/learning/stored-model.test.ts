import { describe, expect, it } from 'vitest';
import { parseWith } from '#shared/base/schema';
import {
  learnedByModels,
  storedHours,
  storedModel,
  storedModelSchema,
  trainingFingerprint,
} from '#shared/posts/learning/stored-model';
import { runSteps, trainPlatform } from '#shared/posts/learning/train-platform';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { trainingOptionsOf } from '#shared/posts/predict-posts-file';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;
const TRAINED = { at: '2026-11-23T00:00:00Z', fingerprint: 'f' };

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
  const stored = storedModel(model, [options], TRAINED);

  it('[POST-69] follows the forest where it is used, and the rules where it is not', () => {
    expect(stored.card.verdict).toBe('forest');
    const week = learnedByModels([stored])(options.question)!;
    expect(Math.max(...week)).toBeLessThanOrEqual(1);
    expect(week[24 + 3]).toBeGreaterThan(week[24 + 9]!);
    const planned = planPostsFile(file, { now: NOW, models: [stored] });
    const hour = planned.ok ? Number(planned.value.plan.placements[0]!.wallTime.slice(11, 13)) : -1;
    expect(hour >= 1 && hour < 5).toBe(true);
    const unused = storedModel({ ...model, forest: null }, [options], TRAINED);
    expect(unused.weeks).toBeNull();
    expect(learnedByModels([unused])(options.question)).toBeNull();
    expect(learnedByModels([])(options.question)).toBeNull();
  });

  it('[POST-69] survives storage as text', () => {
    const read = parseWith(storedModelSchema, JSON.parse(JSON.stringify(stored)));
    expect(read.ok && read.value).toEqual(stored);
    const hours = storedHours(stored, 'x_post')!;
    expect(hours).toHaveLength(168);
    expect(hours[27]!.expected).toBeGreaterThan(800);
    expect(storedHours(stored, 'x_thread')).toBeNull();
  });

  it('has another fingerprint when there is something new to learn', () => {
    const first = trainingFingerprint(file, 'x');
    const [record, ...rest] = file.history;
    expect(trainingFingerprint({ ...file, history: [{ ...record!, reach: 301 }, ...rest] }, 'x')).not.toBe(first);
    expect(trainingFingerprint({ ...file, history: [{ ...record!, title: 'new' }, ...rest] }, 'x')).toBe(first);
    const audiences = { x: { ageCohorts: {}, deviceSplit: {}, timeZoneWeights: { 'UTC-5': 1 } } };
    expect(trainingFingerprint({ ...file, audiences }, 'x')).not.toBe(first);
  });
});
