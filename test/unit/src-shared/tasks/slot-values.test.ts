import { describe, expect, it } from 'vitest';
import { SlotValues } from '#shared/tasks/slot-values';
import type { TaskFrame } from '#shared/tasks/task-demand';
import { taskDemand } from '../../../helpers/task-demand';

/** Free from minute 0 to 600 on a grid of 15; at minute 300 the clocks go forward by `shift` minutes. */
function valuesWith(shift: number, ratherFrom: number | null = null): SlotValues {
  const frame: TaskFrame = {
    now: 0,
    gridMinutes: 15,
    bufferMinutes: 10,
    clock: shift === 0 ? { transitions: [], offsets: [0] } : { transitions: [300], offsets: [0, shift] },
    energy: [],
  };
  const free = {
    rawStart: Int32Array.of(-10),
    rawEnd: Int32Array.of(610),
    usableStart: Int32Array.of(0),
    usableEnd: Int32Array.of(600),
  };
  const part = { from: 240, to: 420 };
  return new SlotValues(frame, free, [taskDemand({ minutes: 60, part, ratherFrom })]);
}

function along(values: SlotValues, minutes: number, start: number, count: number): number[] {
  const found = new Float64Array(count);
  values.along(0, minutes, start, count, found);
  return [...found];
}

describe('values of starts in a row', () => {
  it('[TASK-17] are promptness, energy and part of day: from 3:00 to 4:00 none of its part, then a quarter more every quarter', () => {
    const [none, quarter, half] = along(valuesWith(0), 60, 180, 3);
    const fade = (start: number) => 3 * 2 ** (-start / (7 * 1440));
    expect(none).toBeCloseTo(fade(180) + 1.5 * 0.5, 12);
    expect(quarter).toBeCloseTo(fade(195) + 1.5 * 0.5 + 1.2 * 0.25, 12);
    expect(half).toBeCloseTo(fade(210) + 1.5 * 0.5 + 1.2 * 0.5, 12);
  });

  it.each([
    ['on one clock', 0, null, 60, 0, 37],
    ['across a change by an hour', 60, null, 60, 0, 37],
    ['across a change by ten minutes, which shifts the grid', 10, null, 60, 0, 37],
    ['of another length', 0, null, 45, 0, 37],
    ['before the time it would rather begin at', 0, 400, 60, 0, 37],
    ['beside the grid', 0, null, 60, 7, 20],
    ['beyond the horizon', 0, null, 60, 480, 12],
  ] as const)('[TASK-17] are those of each start by itself, %s', (_, shift, ratherFrom, minutes, start, count) => {
    const values = valuesWith(shift, ratherFrom);
    const each = Array.from({ length: count }, (_, step) => values.at(0, minutes, start + 15 * step));
    expect(along(valuesWith(shift, ratherFrom), minutes, start, count)).toEqual(each);
  });
});
