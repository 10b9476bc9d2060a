// Cuts the horizon into blocks of whole days, so that each holds about as many tasks as one group can search well.
import type { MinuteSpan } from '../engine/epoch-minute';
import type { FreeTime } from '../engine/free-time';
import { localDayNumber, offsetMinutesAt } from '../engine/local-clock';
import { MINUTES_PER_DAY } from '../time/instant';
import type { TaskFrame } from './task-demand';

export interface TimeBlock extends MinuteSpan {
  readonly free: FreeTime;
  /** Usable minutes. */
  readonly capacity: number;
  readonly longestRun: number;
}

/** Splits free time at the given minutes. A run over a cut is parted with the buffer between, so that blocks can be filled independently. */
export function cutFreeTime(
  free: FreeTime,
  cuts: readonly number[],
  from: number,
  to: number,
  buffer: number,
): TimeBlock[] {
  const edges = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
  const blocks: TimeBlock[] = [];
  let run = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index]!;
    const end = edges[index + 1]!;
    const rows: [number, number, number, number][] = [];
    while (run > 0 && free.usableEnd[run - 1]! > start) run -= 1;
    while (run < free.usableStart.length && free.usableEnd[run]! <= start) run += 1;
    for (; run < free.usableStart.length && free.usableStart[run]! < end; run += 1) {
      const cutLeft = free.usableStart[run]! < start && index > 0;
      const usableStart = cutLeft ? Math.max(free.usableStart[run]!, start + buffer) : free.usableStart[run]!;
      const usableEnd = Math.min(free.usableEnd[run]!, index + 2 < edges.length ? end : free.usableEnd[run]!);
      if (usableStart < usableEnd) rows.push([free.rawStart[run]!, free.rawEnd[run]!, usableStart, usableEnd]);
    }
    blocks.push({
      start,
      end,
      free: {
        rawStart: Int32Array.from(rows, (row) => row[0]),
        rawEnd: Int32Array.from(rows, (row) => row[1]),
        usableStart: Int32Array.from(rows, (row) => row[2]),
        usableEnd: Int32Array.from(rows, (row) => row[3]),
      },
      capacity: rows.reduce((sum, row) => sum + row[3] - row[2], 0),
      longestRun: rows.reduce((most, row) => Math.max(most, row[3] - row[2]), 0),
    });
  }
  return blocks;
}

/**
 * Midnights that part [from, to) into blocks of about equal capacity, `count` of them over the time that `needed` minutes will fill; the rest is the last block.
 * Depends on free time and need alone, not on the plan in force: planning again cuts alike.
 */
export function midnightCuts(
  frame: TaskFrame,
  free: FreeTime,
  from: number,
  to: number,
  needed: number,
  count: number,
): number[] {
  const share = needed / count;
  const cuts: number[] = [];
  let filled = 0;
  let day = Number.NEGATIVE_INFINITY;
  for (let run = 0; run < free.usableStart.length && cuts.length + 1 < count; run += 1) {
    const start = Math.max(from, free.usableStart[run]!);
    const end = Math.min(to, free.usableEnd[run]!);
    if (start >= end) continue;
    const today = localDayNumber(frame.clock, start);
    if (filled >= share && today > day && day !== Number.NEGATIVE_INFINITY) {
      const midnight = today * MINUTES_PER_DAY - offsetMinutesAt(frame.clock, start);
      if (midnight > from) {
        cuts.push(midnight);
        filled = 0;
      }
    }
    day = today;
    filled += end - start;
  }
  return cuts;
}
