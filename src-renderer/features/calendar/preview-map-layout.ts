// Where the boxes of the preview's week map lie. Pure: rows in, rectangles out.
import { type Day, daysBetween } from '#shared/time/day';
import { type Instant, plusMinutes } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import type { PreviewRow } from '../../state/planning';
import type { ScheduleRow } from './schedule-rows';

export const MAP_WIDTH = 294;
export const MAP_HEIGHT = 216;
const COLUMN = MAP_WIDTH / 7;
/** Hours that are always in the map; it grows when something lies outside. */
const FIRST_HOUR = 7;
const LAST_HOUR = 21;

export interface MapBox {
  readonly id: string;
  /** An event, work that stays, where something was, where it would be, the same pointed at. */
  readonly look: 'event' | 'stays' | 'before' | 'after' | 'pointedBefore' | 'pointedAfter';
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapMove {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export interface PreviewMapInput {
  /** What stands in the week now. */
  readonly present: readonly ScheduleRow[];
  readonly rows: readonly PreviewRow[];
  /** Keys of rows that stay as they were. */
  readonly left: ReadonlySet<string>;
  readonly pointedKey: string | null;
  readonly zone: ZoneId;
  readonly firstDay: Day;
}

interface Placed {
  readonly id: string;
  readonly look: MapBox['look'];
  readonly kind: string;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export function previewMap(input: PreviewMapInput): {
  readonly boxes: readonly MapBox[];
  /** From the middle of the pointed row's old place to its new one, when both are in the week. */
  readonly move: MapMove | null;
  /** Changes with at least one end in the week. */
  readonly moves: number;
} {
  const { rows, left, pointedKey } = input;
  const changed = new Set(rows.map((row) => row.key));
  const placed: Placed[] = [];
  const put = (id: string, look: MapBox['look'], kind: string, start: Instant, end: Instant) => {
    const one = placedIn(input, id, look, kind, start, end);
    if (one) placed.push(one);
    return one;
  };
  for (const row of input.present) {
    if (row.kind === 'event' && (row.allDay || row.free)) continue;
    if (!changed.has(row.key)) put(row.key, row.kind === 'event' ? 'event' : 'stays', row.kind, row.start, row.end);
  }
  let from: Placed | null = null;
  let to: Placed | null = null;
  let moves = 0;
  // The pointed row last, so that it lies on top.
  for (const row of [...rows].sort((a, b) => Number(a.key === pointedKey) - Number(b.key === pointedKey))) {
    const pointed = row.key === pointedKey;
    const stays = left.has(row.key);
    const before =
      row.before === null
        ? null
        : put(
            `${row.key}:before`,
            stays ? 'stays' : pointed ? 'pointedBefore' : 'before',
            row.demandKind,
            row.before,
            plusMinutes(row.before, row.durationMinutes),
          );
    const after =
      row.after === null || stays
        ? null
        : put(
            `${row.key}:after`,
            pointed ? 'pointedAfter' : 'after',
            row.demandKind,
            row.after,
            plusMinutes(row.after, row.durationMinutes),
          );
    if (before || after) moves += 1;
    if (pointed) [from, to] = [before, after];
  }
  const firstHour = Math.min(FIRST_HOUR, ...placed.map((one) => Math.floor(one.from / 60)));
  const lastHour = Math.max(LAST_HOUR, ...placed.map((one) => Math.ceil(one.to / 60)));
  const scale = MAP_HEIGHT / ((lastHour - firstHour) * 60);
  const boxOf = (one: Placed): MapBox => ({
    id: one.id,
    look: one.look,
    kind: one.kind,
    x: one.column * COLUMN + 2,
    y: Math.round((one.from - firstHour * 60) * scale * 10) / 10,
    width: COLUMN - 4,
    height: Math.max(3, (one.to - one.from) * scale - 1),
  });
  return {
    boxes: placed.map(boxOf),
    move: from && to ? { from: middle(boxOf(from)), to: middle(boxOf(to)) } : null,
    moves,
  };
}

function placedIn(
  { zone, firstDay }: PreviewMapInput,
  id: string,
  look: MapBox['look'],
  kind: string,
  start: Instant,
  end: Instant,
): Placed | null {
  const column = daysBetween(firstDay, dayAt(zone, start));
  if (column < 0 || column > 6) return null;
  const from = minuteOfDayAt(zone, start);
  return { id, look, kind, column, from, to: Math.min(1440, from + (end - start) / 60_000) };
}

function middle(box: MapBox): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
