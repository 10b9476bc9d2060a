import { describe, expect, it } from 'vitest';
import { heatMap } from '#shared/posts/timing/heat-map';
import { shrunk } from '#shared/posts/timing/history-cells';
import { scoresOfFile } from '#shared/posts/timing/slot-scores';
import { timingWeek } from '#shared/posts/timing/timing-scores';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const MONDAY = parseInstant('2026-11-23T00:00:00Z')!;

/** Posts on Sundays at 03:10 UTC and Wednesdays at 12:00 UTC with the given reach. */
function historyOf(sunday: readonly number[], wednesday: readonly number[]) {
  const on = (day: number, hour: string) => (reach: number, week: number) => ({
    platform: 'x',
    postedAt: new Date(Date.UTC(2026, 8, day + 7 * week)).toISOString().replace('00:00:00', hour),
    reach,
  });
  return [...sunday.map(on(6, '03:10:00')), ...wednesday.map(on(9, '12:00:00'))];
}

describe('the heat map', () => {
  it('[POST-15] shrinks by (n x mean + k x prior) / (n + k)', () => {
    expect(shrunk(0, 0, 10, 0.4)).toBe(0.4);
    expect(shrunk(10, 0.8, 10, 0.4)).toBeCloseTo(0.6, 12);
    expect(shrunk(30, 0.8, 10, 0.4)).toBeCloseTo(0.7, 12);
  });

  it('[POST-15] is the prior where there is no history', () => {
    const scores = scoresOfFile(postsFile(), MONDAY);
    const question = scores.question('x', null);
    const { cells, samples, metric } = heatMap(question, [], 10);
    expect([samples, metric]).toEqual([0, null]);
    expect(cells.map(({ score }) => score)).toEqual(Array.from(timingWeek(question)));
    expect(cells[24 + 8]).toMatchObject({ weekday: 2, hour: 8, n: 0, score: 1 });
    // Nothing measured is no certainty: 1.645 x 0.4 / root of 10 to each side.
    expect(cells[24 + 8]!.high - cells[24 + 8]!.ratio).toBeCloseTo(0.208, 3);
  });

  it('[POST-15] says how many posts stand behind a cell, how much above usual, and how sure', () => {
    const file = postsFile({ history: historyOf([300, 300, 300, 300], [100, 100, 100, 100, 90, 110]) });
    const map = heatMap(scoresOfFile(file, MONDAY).question('x', null), file.history, 10);
    expect(map).toMatchObject({ metric: 'reach', samples: 10, usual: 180 });
    const sunday = map.cells[6 * 24 + 3]!;
    expect(sunday.n).toBe(4);
    // The prior there lies below usual; four posts at 300 / 180 lift it above, and not to their own mean.
    expect(sunday.ratio).toBeGreaterThan(1);
    expect(sunday.ratio).toBeLessThan(300 / 180);
    expect(sunday.low).toBeLessThan(sunday.ratio);
    expect(sunday.high).toBeGreaterThan(sunday.ratio);
    expect(sunday.score).toBeGreaterThan(sunday.prior);
    expect(map.cells.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });

  it('[POST-93] learns nothing about hours from records that name the day only', () => {
    const history = historyOf([300, 300], [100]).map((record) => ({ ...record, hourKnown: false }));
    const map = heatMap(scoresOfFile(postsFile(), MONDAY).question('x', null), postsFile({ history }).history, 10);
    expect(map.cells.every(({ n }) => n === 0)).toBe(true);
  });

  it('[POST-15] moves the scores of the plan as it moves its own', () => {
    const file = postsFile({ history: historyOf([900, 900, 900, 900], [100, 100, 100, 100]) });
    const scores = scoresOfFile(file, MONDAY);
    const week = scores.week('x', null);
    const minutes = Int32Array.from({ length: 168 }, (_, hour) => MONDAY / 60_000 + hour * 60);
    expect(Array.from(scores.slotScores('x', null, minutes))).toEqual(Array.from(week));
    const before = scoresOfFile(postsFile(), MONDAY).week('x', null);
    expect(week[6 * 24 + 3]).toBeGreaterThan(before[6 * 24 + 3]!);
    expect(week[2 * 24 + 12]).toBeLessThan(before[2 * 24 + 12]!);
  });
});
