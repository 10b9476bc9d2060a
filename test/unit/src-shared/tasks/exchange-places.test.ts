import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MinuteSpan } from '#shared/engine/epoch-minute';
import { exchangePlaces as exchange } from '#shared/tasks/exchange-places';
import { columnsOf } from '#shared/tasks/task-columns';
import type { TaskDemand } from '#shared/tasks/task-demand';
import { taskDemand } from '../../../helpers/task-demand';

const demand = (more: Partial<TaskDemand> = {}) => taskDemand({ weight: 1, ...more });
const span = (start: number, end = start + 30): MinuteSpan[] => [{ start, end }];
const exchangePlaces = (demands: readonly TaskDemand[], pieces: readonly (readonly MinuteSpan[])[]) =>
  exchange(demands, columnsOf(demands), pieces);
const starts = (pieces: readonly (readonly MinuteSpan[])[]) => pieces.map((spans) => spans[0]?.start ?? null);

describe('[TASK-96] exchange of places', () => {
  it('gives the sooner place to whom lateness costs more', () => {
    // Late by 930 x 8; in the other place by 0.
    const urgent = demand({ weight: 8, due: 100 });
    const anytime = demand();
    expect(starts(exchangePlaces([urgent, anytime], [span(1000), span(50)]))).toEqual([50, 1000]);
    // Both late: 8 x 930 + 2 x 0 against 8 x 30 + 2 x 930.
    const normal = demand({ weight: 2, due: 130 });
    expect(starts(exchangePlaces([urgent, normal], [span(1000), span(100)]))).toEqual([100, 1000]);
    // 2 x 900 saved, 8 x 930 lost.
    expect(starts(exchangePlaces([normal, urgent], [span(1000), span(70)]))).toEqual([1000, 70]);
  });

  it('keeps earliest starts, last ends, dependencies, pieces and lengths', () => {
    const urgent = demand({ weight: 8, due: 100 });
    const stay = (more: Partial<TaskDemand>[], spans: MinuteSpan[][]) => {
      const demands = more.map((one) => demand(one));
      expect(exchangePlaces(demands, spans)).toEqual(spans);
    };
    stay([{ ...urgent, earliest: 60 }, {}], [span(1000), span(50)]);
    stay([urgent, { latestEnd: 1000 }], [span(1000), span(50)]);
    stay([urgent, {}, { dependsOn: [1] }], [span(1000), span(50), span(2000)]);
    stay([{ ...urgent, chunk: { min: 15, max: 30 } }, {}], [span(1000), span(50)]);
    stay([urgent, { minutes: 45 }], [span(1000), span(50, 95)]);
    stay([urgent, {}], [span(1000), []]);
  });

  it('leaves the same places taken, and no pair that would be less late the other way', () => {
    const late = ({ due, weight }: TaskDemand, end: number) => (due === null ? 0 : Math.max(0, end - due) * weight);
    const one = fc.record({
      weight: fc.constantFrom(1, 2, 4, 8),
      due: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
      earliest: fc.constantFrom(0, 0, 0, 300),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (given) => {
        const demands = given.map((more) => demand(more));
        const before = demands.map((_, index) => span(400 + 40 * ((index * 7) % demands.length)));
        const after = exchangePlaces(demands, before);
        const sorted = (pieces: typeof after) => [...starts(pieces)].sort((a, b) => a! - b!);
        expect(sorted(after)).toEqual(sorted(before));
        const end = (task: number) => after[task]![0]!.end;
        demands.forEach((a, i) => {
          demands.forEach((b, j) => {
            const now = late(a, end(i)) + late(b, end(j));
            expect(now).toBeLessThanOrEqual(late(a, end(j)) + late(b, end(i)));
          });
        });
      }),
    );
  });
});
