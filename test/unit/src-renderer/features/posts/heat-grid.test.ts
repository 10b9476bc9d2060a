import { describe, expect, it } from 'vitest';
import { bestHours, heatSquares } from '#renderer/features/posts/heat-grid';
import type { HeatCell, HeatMap } from '#shared/posts/timing/heat-map';

/** A week in which every hour is usual, but for those given as `weekday-hour`. */
function week(given: Readonly<Record<string, Partial<HeatCell>>>, samples = 100): HeatMap {
  const cells = Array.from({ length: 168 }, (_, at): HeatCell => {
    const weekday = Math.floor(at / 24) + 1;
    const hour = at % 24;
    const base = { weekday, hour, n: 0, prior: 0.1, score: 0.1, ratio: 1, low: 0.9, high: 1.1 };
    return { ...base, ...given[`${weekday}-${hour}`] };
  });
  return { metric: 'reach', samples, usual: 1000, cells };
}

const BEST = { n: 23, ratio: 1.42, low: 1.28, high: 1.56 };

describe('heatSquares', () => {
  it('draws side by number of posts, colour by value', () => {
    const map = week({ '2-8': BEST, '2-9': { n: 6, ratio: 1.2, low: 1, high: 1.4 }, '1-3': { n: 1, ratio: 0.98 } });
    const at = (weekday: number, hour: number) => heatSquares(map, 0, 1)[(weekday - 1) * 24 + hour]!;
    expect(at(2, 8)).toMatchObject({ side: 1, shade: 1, n: 23, when: 'Tue 8:00', own: '' });
    // A quarter of the posts is half the side; sqrt(6 / 23) = 0.51.
    expect(at(2, 9).side).toBeCloseTo(0.511, 3);
    expect(at(2, 9).shade).toBeCloseTo((1.2 - 0.98) / (1.42 - 0.98), 9);
    // One post is small, and never smaller than can be seen.
    expect(at(1, 3).side).toBe(0.3);
    expect(at(1, 4)).toMatchObject({ side: 0, sure: 'by the studies, n 0' });
  });

  it('says the figures of an hour', () => {
    const square = heatSquares(week({ '2-8': BEST }), 60, 1).find(({ key }) => key === '2-8')!;
    expect(square).toMatchObject({
      when: 'Tue 9:00',
      own: '8:00 for you',
      value: '1.42 × usual reach',
      sure: '± 0.14, n 23',
      weekday: 2,
      hour: 9,
    });
  });

  it('reads the week on the clock of the audience, across midnight and the end of the week', () => {
    const squares = heatSquares(week({ '7-23': BEST }), 120, 1);
    const square = squares.find(({ key }) => key === '7-23')!;
    expect([square.weekday, square.hour, square.when, square.own]).toEqual([1, 1, 'Mon 1:00', 'Sun 23:00 for you']);
    expect(squares[1]?.key).toBe('7-23');
    expect(squares).toHaveLength(168);
    expect(new Set(squares.map(({ weekday, hour }) => `${weekday} ${hour}`)).size).toBe(168);
  });

  it('begins with the first weekday of the user', () => {
    const squares = heatSquares(week({}), 0, 7);
    expect(squares[0]).toMatchObject({ weekday: 7, hour: 0 });
    expect(squares[24]).toMatchObject({ weekday: 1, hour: 0 });
  });

  it('shows the studies alike before any post, and a dot where they name an hour nobody tried', () => {
    expect(new Set(heatSquares(week({ '3-9': { prior: 1 } }, 0), 0, 1).map(({ side }) => side))).toEqual(
      new Set([0.62]),
    );
    expect(heatSquares(week({ '3-9': { prior: 1 } }), 0, 1)[2 * 24 + 9]!.side).toBe(0.15);
  });
});

describe('bestHours', () => {
  it('names five at most, best first, no two side by side', () => {
    const map = week({
      '2-8': BEST,
      '2-9': { n: 20, ratio: 1.4, low: 1.2, high: 1.6 },
      '3-8': { n: 21, ratio: 1.36, low: 1.2, high: 1.5 },
      '4-8': { n: 18, ratio: 1.31, low: 1.1, high: 1.5 },
      '5-17': { n: 15, ratio: 1.22, low: 1.01, high: 1.4 },
      '2-13': { n: 9, ratio: 1.14, low: 0.9, high: 1.4 },
      '6-10': { n: 9, ratio: 1.1, low: 0.9, high: 1.3 },
    });
    expect(bestHours(map, 60).map(({ when, ratio, sure }) => [when, ratio, sure])).toEqual([
      ['Tue 9:00', 1.42, true],
      ['Wed 9:00', 1.36, true],
      ['Thu 9:00', 1.31, true],
      ['Fri 18:00', 1.22, true],
      ['Tue 14:00', 1.14, false],
    ]);
  });

  it('lets the hour that is surer stand for its neighbours', () => {
    const map = week({
      '3-9': { n: 5, ratio: 1.51, low: 1.2, high: 1.8 },
      '3-8': { n: 24, ratio: 1.49, low: 1.4, high: 1.6 },
    });
    expect(bestHours(map, 0).map(({ when }) => when)).toEqual(['Wed 8:00']);
  });

  it('never names an hour with fewer than five posts', () => {
    const map = week({ '2-8': { n: 4, ratio: 3, low: 2, high: 4 }, '3-8': { n: 5, ratio: 1.1, low: 1, high: 1.2 } });
    expect(bestHours(map, 0).map(({ when }) => when)).toEqual(['Wed 8:00']);
    expect(heatSquares(map, 0, 1).filter(({ best }) => best)).toEqual([]);
  });
});
