import { describe, expect, it } from 'vitest';
import { gaussianProcess, nextSetting, normalBelow, type Trial } from '#shared/posts/adaptive/bayesian-optimisation';

const bounds = [
  { name: 'gap', low: 1, high: 3, step: 0.25 },
  { name: 'weight', low: 0, high: 0.6, step: 0 },
];

describe('Bayesian optimisation', () => {
  it('[POST-77] knows what was tried and is unsure elsewhere', () => {
    const model = gaussianProcess([[0.2], [0.8]], [1, 3]);
    expect(model([0.2]).mean).toBeLessThan(1.4);
    expect(model([0.8]).mean).toBeGreaterThan(2.6);
    expect(model([0.5]).deviation).toBeGreaterThan(model([0.2]).deviation);
  });

  it('[POST-77] finds the best setting of a noisy hill within thirty trials, inside its bounds', () => {
    const objective = ({ gap, weight }: Record<string, number>): number =>
      1 - (gap! - 2.25) ** 2 - 4 * (weight! - 0.15) ** 2;
    const trials: Trial[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const setting = nextSetting(bounds, trials, turn);
      expect(setting.gap! >= 1 && setting.gap! <= 3 && (setting.gap! * 4) % 1 === 0).toBe(true);
      expect(setting.weight! >= 0 && setting.weight! <= 0.6).toBe(true);
      trials.push({ setting, objective: objective(setting) + 0.02 * Math.sin(turn * 12.9898) });
    }
    const best = trials.reduce((a, b) => (b.objective > a.objective ? b : a));
    expect(best.setting.gap).toBe(2.25);
    expect(best.setting.weight).toBeCloseTo(0.15, 0);
    // The second half is spent near the top.
    const late = trials.slice(15).reduce((sum, trial) => sum + objective({ ...trial.setting }), 0) / 15;
    expect(late).toBeGreaterThan(0.8);
  });

  it('[POST-77] is the same for the same seed, and survives bounds of one value', () => {
    const fixed = [{ name: 'gap', low: 2, high: 2, step: 0.25 }];
    expect(nextSetting(fixed, [], 1)).toEqual({ gap: 2 });
    expect(nextSetting(fixed, [{ setting: { gap: 2 }, objective: 1 }], 1)).toEqual({ gap: 2 });
    expect(nextSetting(bounds, [], 5)).toEqual(nextSetting(bounds, [], 5));
  });

  it('[POST-77] uses the normal distribution', () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalBelow(1.96)).toBeCloseTo(0.975, 4);
    expect(normalBelow(-1.645)).toBeCloseTo(0.05, 4);
  });
});
