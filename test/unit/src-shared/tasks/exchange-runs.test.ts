import { describe, expect, it } from 'vitest';
import type { MinuteSpan } from '#shared/engine/epoch-minute';
import { exchangeRuns as exchange } from '#shared/tasks/exchange-runs';
import { lessLate } from '#shared/tasks/less-late';
import { columnsOf } from '#shared/tasks/task-columns';
import type { TaskDemand, TaskGroupJob } from '#shared/tasks/task-demand';
import { taskDemand as demand } from '../../../helpers/task-demand';

/** Free from 100 to 200, 300 to 400 and 500 to 590. */
const job = (demands: readonly TaskDemand[]): TaskGroupJob => ({
  frame: { now: 0, gridMinutes: 5, bufferMinutes: 10, clock: { transitions: [], offsets: [0] }, energy: [] },
  free: {
    rawStart: Int32Array.of(90, 290, 490),
    rawEnd: Int32Array.of(210, 410, 600),
    usableStart: Int32Array.of(100, 300, 500),
    usableEnd: Int32Array.of(200, 400, 590),
  },
  demands,
  projectBlocks: [],
  algorithm: 'best',
  steps: 0,
  seed: 1,
});
const span = (start: number, end: number): MinuteSpan[] => [{ start, end }];
const exchangeRuns = (given: TaskGroupJob, pieces: readonly (readonly MinuteSpan[])[]) =>
  exchange(given, columnsOf(given.demands), pieces);
const starts = (pieces: readonly (readonly MinuteSpan[])[]) => pieces.map((spans) => spans[0]?.start ?? null);

describe('[TASK-96] exchange of whole stretches', () => {
  it('brings what is due to the sooner stretch, each as far from its begin as before', () => {
    // Late by 150 x 8 at 300 to 350; 50 min and 30 min cannot exchange places, but the two stretches can.
    const urgent = demand({ minutes: 50, weight: 8, due: 200 });
    const own = demand({ minutes: 30 });
    const others = [demand({ minutes: 45 }), demand({ minutes: 30 })];
    const before = [span(300, 350), span(360, 390), span(100, 145), span(160, 190)];
    expect(starts(exchangeRuns(job([urgent, own, ...others]), before))).toEqual([100, 160, 300, 360]);
  });

  it('leaves what would not fit, what may not stand there, and stretches that hold what is split or tied', () => {
    const urgent = demand({ minutes: 95, weight: 8, due: 600, earliest: 400 });
    const stay = (demands: TaskDemand[], spans: MinuteSpan[][]) => {
      expect(exchangeRuns(job(demands), spans)).toEqual(spans);
    };
    const late = demand({ minutes: 30, weight: 8, due: 200 });
    // 95 minutes do not fit into the last stretch.
    stay([demand({ minutes: 30, due: 200 }), demand({ minutes: 95 })], [span(500, 530), span(100, 195)]);
    stay([{ ...urgent, due: 300, minutes: 30 }, demand()], [span(500, 530), span(100, 130)]);
    stay([late, demand(), demand({ chunk: { min: 15, max: 30 } })], [span(300, 330), span(100, 130), span(150, 180)]);
    stay([late, demand(), demand({ dependsOn: [1] })], [span(300, 330), span(100, 130), span(150, 180)]);
  });

  it('takes turns with single exchanges until neither helps', () => {
    const urgent = demand({ minutes: 50, weight: 8, due: 160 });
    const soon = demand({ minutes: 30, weight: 4, due: 190 });
    const other = demand({ minutes: 30 });
    const long = demand({ minutes: 45 });
    const found = lessLate(job([urgent, soon, other, long]), [
      span(300, 350),
      span(500, 530),
      span(360, 390),
      span(100, 145),
    ]);
    // In time at last: both of them on the first stretch.
    expect(starts(found)).toEqual([100, 160, 500, 300]);
  });
});
