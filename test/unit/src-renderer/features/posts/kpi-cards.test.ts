import { describe, expect, it } from 'vitest';
import { kpiCards, seconds } from '#renderer/features/posts/kpi-cards';
import { type Kpis, kpisOf } from '#shared/posts/adaptive/kpis';
import { modelCardSchema } from '#shared/posts/learning/stored-model';
import { parseDay } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

const NONE = kpisOf([], parseZone('UTC')!);
const KPIS: Kpis = {
  ...NONE,
  jobs: 742,
  completed: 742,
  requests: 742,
  rateLimited: 3,
  rateLimitedShare: 3 / 742,
  latency: { p50: 1.84, p95: 6.4, worst: 21.2, worstOn: parseDay('2026-11-22')! },
  punctual: 26,
  planned: 30,
  adherence: 26 / 30,
};
const CARD = modelCardSchema.parse({
  platform: 'linkedin',
  metric: 'reach',
  samples: 412,
  trainingSamples: 329,
  heldSamples: 83,
  r2: 0.62,
  r2Interval: { low: 0.5, high: 0.7 },
  baselines: { accountMean: -0.1, shrunkCells: 0.4 },
  verdict: 'forest',
  unreliable: false,
  importances: [],
});
const MODEL = {
  card: CARD,
  fits: [
    { at: '2026-10-01T08:00:00Z', r2: 0.41 },
    { at: '2026-11-01T08:00:00Z', r2: 0.62 },
  ],
};
const cardOf = (cards: ReturnType<typeof kpiCards>, key: string) => cards.find((card) => card.key === key)!;

describe('the key figures', () => {
  it('say what was measured', () => {
    const cards = kpiCards(KPIS, [], MODEL, 412);
    expect(
      cards.map(({ title, figures, detail }) => [title, figures.map(({ value, unit }) => `${value}${unit}`), detail]),
    ).toEqual([
      ['Fit, R²', ['0.62'], 'Hour and day explain 62% of reach, 412 posts'],
      ['Adherence', ['87%'], '26 of 30 went out within 15 min of plan'],
      ['Send latency', ['1.8 sp50', '6.4 sp95'], 'Worst 21 s, on Sunday 22 Nov'],
      ['Rate limited, 429', ['0.4%'], '3 of 742 requests, all sent on retry'],
    ]);
  });

  it('draw the fit from training to training', () => {
    expect(cardOf(kpiCards(KPIS, [], MODEL, 412), 'fit').course).toEqual([0.41, 0.62]);
  });

  it('say that nothing is known instead of drawing a zero', () => {
    for (const card of kpiCards(NONE, [], null, 0)) {
      expect(card.figures).toEqual([]);
      expect(card.course).toEqual([]);
      expect(card.detail).toMatch(/yet/);
    }
  });

  it('say why the rules stand', () => {
    expect(cardOf(kpiCards(NONE, [], null, 12), 'fit').detail).toBe(
      '12 of 50 posts with figures: the rules stand until then',
    );
    expect(cardOf(kpiCards(NONE, [], null, 80), 'fit').detail).toBe('Not trained yet: open to learn from 80 posts');
    const weak = { ...CARD, verdict: 'noBetterThanBaselines' as const };
    expect(cardOf(kpiCards(NONE, [], { card: weak }, 412), 'fit').detail).toBe(
      'No better than plain means over 412 posts: the rules stand',
    );
  });

  it('draw the weeks that have a figure, at most twelve', () => {
    const weekly = Array.from({ length: 14 }, (_, index) => ({
      from: parseDay('2026-11-23')!,
      kpis: { ...NONE, adherence: index === 13 ? null : index / 13 },
    }));
    expect(cardOf(kpiCards(NONE, weekly, null, 0), 'adherence').course).toEqual(
      Array.from({ length: 11 }, (_, index) => (index + 2) / 13),
    );
  });

  it('tell failed jobs', () => {
    const cards = kpiCards({ ...KPIS, completed: 740 }, [], null, 0);
    expect(cardOf(cards, 'rateLimited').detail).toBe('3 of 742 requests, 2 jobs never went out');
  });

  it.each([
    [1.84, '1.8 s'],
    [21.2, '21 s'],
    [240, '4 min'],
    [7800, '2 h 10'],
  ])('writes %d seconds as %s', (value, words) => {
    expect(seconds(value)).toBe(words);
  });
});
