import type { MinuteSpan } from '../engine/epoch-minute';

export interface TaskSpan extends MinuteSpan {
  readonly task: number;
}

/** Room for so many spans beside a minute in one number. */
const MOST_SPANS = 2 ** 26;

/** The spans of the chosen tasks, all together by their start. Sorted as numbers: comparing by a function would be most of the work. */
export function inTimeOrder(spans: readonly (readonly MinuteSpan[])[], chosen: Uint8Array): TaskSpan[] {
  const all: TaskSpan[] = [];
  spans.forEach((list, task) => {
    if (chosen[task] === 1) for (const { start, end } of list) all.push({ task, start, end });
  });
  const keys = Float64Array.from(all, ({ start }, index) => start * MOST_SPANS + index).sort();
  return Array.from(keys, (key) => all[key % MOST_SPANS]!);
}
