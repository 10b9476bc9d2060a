// Tasks of equal length change places where that makes less late, however far apart they stand. Nothing else has to make room for it, so it is
// cheap on any horizon, and it repairs what groups cannot: each sees its own stretch of time only.
import { groupBy } from '../base/group-by';
import type { MinuteSpan } from '../engine/epoch-minute';
import { exchangePairs } from './exchange-pairs';
import { isLoose, lateAt, mayStand, type TaskColumns } from './task-columns';
import type { TaskDemand, TaskGroupResult } from './task-demand';

type Pieces = TaskGroupResult['pieces'];

/** Each pass leaves less late; what is gained after so many is not worth the time. */
const MOST_PASSES = 12;

/**
 * The same places, held by others: pairs of tasks of equal length in one piece, which nothing waits for and which wait for nothing, are exchanged while
 * that lowers the weighted minutes late. Quadratic in the tasks of one length, and only where something is late.
 */
export function exchangePlaces(demands: readonly TaskDemand[], columns: TaskColumns, pieces: Pieces): Pieces {
  const exchanged = [...pieces];
  const loose = [...demands.keys()].filter((task) => pieces[task]!.length === 1 && isLoose(demands, columns, task));
  for (const alike of groupBy(loose, (task) => pieces[task]![0]!.end - pieces[task]![0]!.start).values())
    exchangeAmong(columns, alike, exchanged);
  return exchanged;
}

/** All of one length. */
function exchangeAmong(columns: TaskColumns, tasks: readonly number[], pieces: (readonly MinuteSpan[])[]): void {
  const holders = [...tasks].sort((a, b) => pieces[a]![0]!.start - pieces[b]![0]!.start);
  const places = holders.map((task) => pieces[task]![0]!);
  const late = (task: number, place: number) => lateAt(columns, task, places[place]!.end);
  exchangePairs({
    places: places.length,
    passes: MOST_PASSES,
    isLate: (place) => late(holders[place]!, place) > 0,
    gain: (place, sooner, toBeat) => {
      const task = holders[place]!;
      const other = holders[sooner]!;
      const gained = late(task, place) - late(task, sooner) + late(other, sooner) - late(other, place);
      if (gained <= toBeat) return toBeat;
      return mayStand(columns, task, places[sooner]!) && mayStand(columns, other, places[place]!) ? gained : toBeat;
    },
    exchange: (place, sooner) => {
      [holders[place], holders[sooner]] = [holders[sooner]!, holders[place]!];
    },
  });
  places.forEach((place, index) => {
    pieces[holders[index]!] = [place];
  });
}
