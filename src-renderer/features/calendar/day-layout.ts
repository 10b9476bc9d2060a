// The blocks of one day in view: side by side while a person can tell them apart, the rest of a crowd in one mark an hour.
// A calendar of a whole company would else draw thousands of slivers that nobody can see and that hold the page for seconds.
import type { Day } from '#shared/time/day';
import type { DaySegment } from './day-segments';
import type { ScheduleRow } from './schedule-rows';
import { type ColumnShare, sideBySide } from './side-by-side';

export interface PlacedBlock {
  readonly segment: DaySegment;
  readonly share: ColumnShare;
}

/** What is left out of a crowd in one hour. */
export interface Crowd {
  readonly id: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly share: ColumnShare;
  readonly rows: readonly ScheduleRow[];
}

export interface DayLayout {
  readonly day: Day;
  /** By start, longer ones first. */
  readonly blocks: readonly PlacedBlock[];
  readonly crowds: readonly Crowd[];
}

/** @param most columns side by side; where more would be needed the last one holds the marks */
export function layoutDay(day: Day, segments: readonly DaySegment[], most: number): DayLayout {
  const blocks: PlacedBlock[] = [];
  const crowds: Crowd[] = [];
  for (const chain of chainsOf(segments)) {
    const shares = sideBySide(chain);
    // The narrowest share of a chain is that of one column.
    const columns = Math.round(1 / shares.reduce((least, { width }) => Math.min(least, width), 1));
    if (columns <= most) blocks.push(...chain.map((segment, index) => ({ segment, share: shares[index]! })));
    else thinOut(day, chain, most, blocks, crowds);
  }
  return { day, blocks, crowds };
}

/** Blocks that touch each other through overlaps, by start. */
function chainsOf(segments: readonly DaySegment[]): DaySegment[][] {
  const chains: DaySegment[][] = [];
  let end = -1;
  for (const segment of [...segments].sort((a, b) => a.startMinute - b.startMinute || b.endMinute - a.endMinute)) {
    if (segment.startMinute >= end) chains.push([]);
    chains.at(-1)!.push(segment);
    end = Math.max(end, segment.endMinute);
  }
  return chains;
}

/** Tasks and habits first, then what begins first, as long as there is a free column; the others by the hour they begin in. */
function thinOut(day: Day, chain: readonly DaySegment[], most: number, blocks: PlacedBlock[], crowds: Crowd[]): void {
  const columns: DaySegment[][] = Array.from({ length: most - 1 }, () => []);
  const width = 1 / most;
  const hidden = new Map<number, ScheduleRow[]>();
  const shown: PlacedBlock[] = [];
  const isEvent = (segment: DaySegment): number => (segment.row.kind === 'event' ? 1 : 0);
  for (const segment of [...chain].sort((a, b) => isEvent(a) - isEvent(b))) {
    const column = columns.findIndex((taken) => !taken.some((other) => meet(segment, other)));
    if (column >= 0) {
      columns[column]!.push(segment);
      shown.push({ segment, share: { left: column * width, width } });
      continue;
    }
    const hour = Math.floor(segment.startMinute / 60);
    const rows = hidden.get(hour);
    if (rows) rows.push(segment.row);
    else hidden.set(hour, [segment.row]);
  }
  const order = new Map(chain.map((segment, index) => [segment, index]));
  blocks.push(...shown.sort((a, b) => order.get(a.segment)! - order.get(b.segment)!));
  for (const [hour, rows] of hidden) {
    const share = { left: 1 - width, width };
    crowds.push({ id: `${day}/${hour}`, startMinute: hour * 60, endMinute: hour * 60 + 60, share, rows });
  }
}

function meet(a: DaySegment, b: DaySegment): boolean {
  return a.startMinute < b.endMinute && b.startMinute < a.endMinute;
}
