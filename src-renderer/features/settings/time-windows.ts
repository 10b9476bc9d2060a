// What is wrong with a day's windows, before they are stored.
import { parseTimeOfDay } from '#shared/time/wall-time';
import { isOvernight, showTimeText } from './time-text';

export type TimeWindow = readonly [from: string, to: string];

/** The first problem of a day's windows as a sentence, or null. */
export function windowsProblem(windows: readonly TimeWindow[]): string | null {
  const spans = windows.map(([from, to]) => ({
    from,
    to,
    start: parseTimeOfDay(from) ?? 0,
    end: (parseTimeOfDay(to) ?? 0) + (isOvernight(from, to) ? 1440 : 0),
  }));
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, after] = [sorted[index - 1]!, sorted[index]!];
    if (after.start < before.end) {
      return `${words(before)} and ${words(after)} overlap.`;
    }
  }
  return null;
}

/** A further window after the last one: the next free hour, four hours long at most. */
export function nextWindow(windows: readonly TimeWindow[]): [string, string] {
  const ends = windows.map(([from, to]) => (isOvernight(from, to) ? 1440 : (parseTimeOfDay(to) ?? 0)));
  const last = Math.max(0, ...ends);
  if (windows.length === 0) return ['09:00', '17:00'];
  const start = Math.min(last + 60, 23 * 60);
  const end = Math.min(start + 240, 24 * 60);
  return [clock(start), clock(end)];
}

function words({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${showTimeText(from)} – ${showTimeText(to)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
