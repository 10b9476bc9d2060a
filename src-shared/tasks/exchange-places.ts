// Tasks of equal length change places where that makes less late, however far apart they stand. Nothing else has to make room for it, so it is
// cheap on any horizon, and it repairs what groups cannot: each sees its own stretch of time only.
import type { MinuteSpan } from '../engine/epoch-minute';
import { columnsOf, type TaskColumns } from './task-columns';
import type { TaskDemand, TaskGroupResult } from './task-demand';

type Pieces = TaskGroupResult['pieces'];

/** Each pass leaves less late; what is gained after so many is not worth the time. */
const MOST_PASSES = 12;

/**
 * The same places, held by others: pairs of tasks of equal length in one piece, which nothing waits for and which wait for nothing, are exchanged while
 * that lowers the weighted minutes late. Quadratic in the tasks of one length, and only where something is late.
 */
export function exchangePlaces(demands: readonly TaskDemand[], pieces: Pieces): Pieces {
  const columns = columnsOf(demands);
  const byMinutes = new Map<number, number[]>();
  let isLate = false;
  demands.forEach(({ chunk }, task) => {
    const spans = pieces[task]!;
    if (spans.length !== 1 || chunk !== null || columns.tied[task] === 1) return;
    const minutes = spans[0]!.end - spans[0]!.start;
    const alike = byMinutes.get(minutes);
    if (alike) alike.push(task);
    else byMinutes.set(minutes, [task]);
    isLate ||= lateAt(columns, task, spans[0]!) > 0;
  });
  if (!isLate) return pieces;
  const exchanged = [...pieces];
  for (const alike of byMinutes.values()) exchangeAmong(columns, alike, exchanged);
  return exchanged;
}

/** All of one length. */
function exchangeAmong(columns: TaskColumns, tasks: readonly number[], pieces: (readonly MinuteSpan[])[]): void {
  const places = tasks.map((task) => pieces[task]![0]!).sort((a, b) => a.start - b.start);
  const placeOf = new Map(places.map((place, index) => [place.start, index]));
  const holders = new Int32Array(places.length);
  for (const task of tasks) holders[placeOf.get(pieces[task]![0]!.start)!] = task;
  const late = (task: number, place: number) => lateAt(columns, task, places[place]!);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let isBetter = false;
    // Latest first: who waits longest has most to gain.
    for (let place = places.length - 1; place > 0; place -= 1) {
      const task = holders[place]!;
      const own = late(task, place);
      if (own === 0) continue;
      let best = -1;
      let most = 0;
      for (let sooner = 0; sooner < place; sooner += 1) {
        const other = holders[sooner]!;
        const gain = own - late(task, sooner) + late(other, sooner) - late(other, place);
        if (gain <= most || !mayStand(columns, task, places[sooner]!) || !mayStand(columns, other, places[place]!))
          continue;
        most = gain;
        best = sooner;
      }
      if (best < 0) continue;
      holders[place] = holders[best]!;
      holders[best] = task;
      isBetter = true;
    }
    if (!isBetter) break;
  }
  places.forEach((place, index) => {
    pieces[holders[index]!] = [place];
  });
}

export function mayStand({ earliest, latestEnd }: TaskColumns, task: number, { start, end }: MinuteSpan): boolean {
  return start >= earliest[task]! && end <= latestEnd[task]!;
}

/** Weighted minutes. */
export function lateAt({ due, weight }: TaskColumns, task: number, { end }: MinuteSpan): number {
  return Math.max(0, end - due[task]!) * weight[task]!;
}
