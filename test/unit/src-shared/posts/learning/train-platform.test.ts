import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { predictTimes } from '#shared/posts/learning/predict-times';
import { runSteps, type TrainedModel, trainPlatform } from '#shared/posts/learning/train-platform';
import { trainingOptionsOf } from '#shared/posts/predict-posts-file';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;
const FIRST = parseInstant('2025-01-06T00:00:00Z')!;

/** A post every seven hours, so that all hours of the week come by; reach as told, with even noise of +-`noise`. */
function history(
  count: number,
  reachAt: (hour: number, weekday: number, index: number) => number,
  noise = 0,
  seed = 5,
) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const at = FIRST + index * 7 * 3_600_000;
    const date = new Date(at);
    const reach = reachAt(date.getUTCHours(), (date.getUTCDay() + 6) % 7, index) + noise * (2 * random.next() - 1);
    return {
      platform: 'x',
      contentType: 'x_post',
      postedAt: date.toISOString(),
      reach: Math.max(1, Math.round(reach)),
    };
  });
}

function trained(records: readonly Record<string, unknown>[]): [TrainedModel, () => ReturnType<typeof predictTimes>] {
  const file = postsFile({ history: records });
  const options = trainingOptionsOf(file, { now: NOW, seed: 1, platform: 'x', contentType: null });
  const model = runSteps(trainPlatform(file.history, options))!;
  return [model, () => predictTimes(model, file.history, options, 5)];
}

const nightOwls = (hour: number): number => (hour >= 1 && hour < 5 ? 900 : 300);

describe('learning a platform', () => {
  it('[POST-63] takes the rules under 50 samples and says so', () => {
    const [model, predict] = trained(history(49, nightOwls));
    expect(model.card).toMatchObject({ verdict: 'tooFewSamples', samples: 49, r2: null, baselines: null });
    const prediction = predict();
    expect(prediction).toMatchObject({ usedModel: 'rules', samples: 49, r2: null });
    expect(prediction.notice).toContain('at least 50');
    expect(prediction.top).toHaveLength(5);
    expect(trained(history(50, nightOwls))[0].card.verdict).not.toBe('tooFewSamples');
  });

  it('[POST-63] takes the rules without any history', () => {
    const [, predict] = trained([]);
    expect(predict()).toMatchObject({ usedModel: 'rules', samples: 0, metric: null });
    // X's study window: Tuesday to Thursday, 8 to 12.
    expect(predict().top.every(({ weekday, hour }) => weekday >= 2 && weekday <= 4 && hour >= 8 && hour < 12)).toBe(
      true,
    );
  });

  it('[POST-64] finds known peaks against the rules, and beats both baselines there', () => {
    const [model, predict] = trained(history(600, nightOwls, 150));
    const { r2, baselines, verdict, trainingSamples, heldSamples, importances } = model.card;
    expect([verdict, trainingSamples, heldSamples]).toEqual(['forest', 480, 120]);
    expect(r2!).toBeGreaterThan(0.7);
    expect(r2!).toBeGreaterThan(baselines!.accountMean);
    expect(r2!).toBeGreaterThan(baselines!.shrunkCells);
    expect(importances[0]!.group).toBe('hour');
    const { top, usedModel, notice } = predict();
    expect([usedModel, notice]).toEqual(['forest', '']);
    for (const { hour, expected, low, high, confidence, ratio } of top) {
      expect(hour >= 1 && hour < 5).toBe(true);
      expect(expected).toBeGreaterThan(800);
      expect(low <= expected && expected <= high).toBe(true);
      expect(confidence).toBeGreaterThan(0.9);
      expect(ratio).toBeGreaterThan(2);
    }
  });

  it('[POST-64] leaves the forest unused where there is nothing to find, and says so', () => {
    const [model, predict] = trained(history(300, () => 500, 400));
    expect(model.card.verdict).toBe('noBetterThanBaselines');
    expect(model.forest).toBeNull();
    expect(predict().usedModel).toBe('rules');
    expect(predict().notice).toContain('the rules stand');
  });

  it('[POST-65] is judged on the latest fifth, never on what it has seen', () => {
    // Until the last fifth nights were best; then the audience turned around. A split at random would hide it.
    const turned = (hour: number, _: number, index: number) => (index < 480 ? nightOwls(hour) : 1200 - nightOwls(hour));
    const [model] = trained(history(600, turned, 20));
    expect(model.card.r2!).toBeLessThan(0);
    expect(model.card.verdict).toBe('noBetterThanBaselines');
  });

  it('[POST-66] says how far its R2 can be trusted, and warns under 200 samples', () => {
    const few = trained(history(120, nightOwls, 250))[0].card;
    const many = trained(history(1200, nightOwls, 250))[0].card;
    expect([few.unreliable, many.unreliable]).toEqual([true, false]);
    const width = ({ r2Interval }: typeof few) => r2Interval!.high - r2Interval!.low;
    expect(width(few)).toBeGreaterThan(width(many));
    expect(many.r2Interval!.low).toBeLessThan(many.r2!);
    expect(many.r2Interval!.high).toBeGreaterThan(many.r2!);
  });

  it('[POST-61] reports progress over both forests and stops when told', () => {
    const file = postsFile({ history: history(100, nightOwls, 50) });
    const options = trainingOptionsOf(file, { now: NOW, seed: 1, platform: 'x', contentType: null });
    const heard: number[] = [];
    runSteps(trainPlatform(file.history, options), (fraction) => heard.push(fraction));
    expect(heard).toHaveLength(200);
    expect(heard.every((fraction, index) => index === 0 || fraction > heard[index - 1]!)).toBe(true);
    expect(heard.at(-1)).toBe(1);
    expect(runSteps(trainPlatform(file.history, options), undefined, () => true)).toBeNull();
  });
});
