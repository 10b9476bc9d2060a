import { describe, expect, it } from 'vitest';
import { modelBars, reliabilityWords, splitWords, verdictWords } from '#renderer/features/posts/model-words';
import { modelCardSchema } from '#shared/posts/learning/stored-model';

const CARD = modelCardSchema.parse({
  platform: 'linkedin',
  metric: 'reach',
  samples: 120,
  trainingSamples: 96,
  heldSamples: 24,
  r2: 0.31,
  r2Interval: { low: -0.05, high: 0.52 },
  baselines: { accountMean: -0.1, shrunkCells: 0.22 },
  verdict: 'forest',
  unreliable: true,
  importances: [],
});

describe('the model card', () => {
  it('holds the forest against both plain means', () => {
    expect(modelBars(CARD)).toEqual([
      { name: 'Forest', r2: 0.31, isForest: true },
      { name: "Your hours' means", r2: 0.22, isForest: false },
      { name: 'The account’s mean', r2: -0.1, isForest: false },
    ]);
    expect(splitWords(CARD)).toBe('96 to learn from, the latest 24 to test on');
  });

  it('warns under 200 samples, with the interval', () => {
    expect(reliabilityWords(CARD)).toBe(
      'Under about 200 posts no model finds the hours reliably: R² may lie between -0.05 and 0.52.',
    );
    expect(reliabilityWords({ ...CARD, unreliable: false })).toBe('');
  });

  it('says why the rules stand', () => {
    const few = {
      ...CARD,
      samples: 12,
      r2: null,
      baselines: null,
      trainingSamples: 0,
      verdict: 'tooFewSamples' as const,
    };
    expect(verdictWords(few)).toBe(
      '12 posts with figures. From 50 on it learns; until then the rules of the studies stand.',
    );
    expect(modelBars(few)).toEqual([]);
    expect(splitWords(few)).toBe('');
    expect(verdictWords({ ...CARD, verdict: 'noBetterThanBaselines' })).toContain('the rules and your own hours stand');
  });
});
