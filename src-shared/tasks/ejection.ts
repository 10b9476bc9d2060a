// Ejection: a piece takes a place others stand on, and those find new ones. A swap is an ejection whose other party ends where the first one stood.
// Every attempt is laid on the board, compared on all levels, and undone unless it is better.
import type { Board, Slot } from './board';
import { placeTask } from './construct';
import type { Totals } from './layout';
import { isBetterTotals } from './levels';
import { insertAt } from './short-list';
import { Standing } from './standing';

const TINY = 1e-9;
/** Places tried by ejection for one piece, the most promising first. */
const EJECTION_PLACES = 6;
/** A place that more pieces stand on is not worth clearing: for a task that has no place or is late, and for one that is only to stand better. */
const MOST_EJECTED = 3;
const MOST_EJECTED_TO_BETTER = 2;
/** What buffers and projects, which the look before an attempt leaves out, may add to it, for each weight of the task. */
const TOLERANCE = 0.05;

interface Place {
  readonly run: number;
  readonly start: number;
  readonly late: number;
  readonly gain: number;
}

/** Clears one of the most promising places for a piece of a task, or for a task that has none (`piece` -1), in `steps` attempts at most. */
export function ejectFor(
  board: Board,
  task: number,
  minutes: number,
  piece: number,
  steps: number,
): { better: boolean; steps: number } {
  let used = 0;
  for (const place of promisingPlaces(board, task, minutes, piece)) {
    if (used >= steps) break;
    used += 1;
    if (ejectAt(board, task, minutes, piece, place)) return { better: true, steps: used };
  }
  return { better: false, steps: used };
}

/** Places held by others that would be better than where the piece stands, the most promising first. */
function promisingPlaces(board: Board, task: number, minutes: number, piece: number): Place[] {
  const demand = board.demands[task]!;
  if (demand.chunk !== null && minutes > demand.chunk.max) return [];
  const lowest = board.earliestStart(task);
  const highest = board.latestEnd(task);
  const due = board.columns.due[task]!;
  const weight = board.columns.weight[task]!;
  const lateNow = piece < 0 ? Number.POSITIVE_INFINITY : board.lateOf(task);
  const valueNow =
    piece < 0 ? Number.NEGATIVE_INFINITY : board.alone.valueAlone(task, minutes, board.pieceStart[piece]!);
  const best: Place[] = [];
  let least = lateNow === 0 ? valueNow + TINY : Number.NEGATIVE_INFINITY;
  for (let run = board.firstRunAfter(lowest); run < board.onRun.length; run += 1) {
    const to = Math.min(board.free.usableEnd[run]!, highest);
    const from = Math.max(board.free.usableStart[run]!, lowest);
    // Promptness only falls: no later place can be worth more than this.
    if (from >= highest || board.alone.mostAlone(task, minutes, from) <= least) break;
    if (board.onRun[run]!.length === 0 || from + minutes > to) continue;
    for (let start = board.gridFrom(from); start + minutes <= to; start += board.frame.gridMinutes) {
      const late = start + minutes <= due ? 0 : (start + minutes - due) * weight;
      if (late > lateNow) break;
      board.effort.candidates += 1;
      const gain = board.alone.valueAlone(task, minutes, start);
      if (late === lateNow && gain <= valueNow + TINY) continue;
      if (isAmongBest(best, late, gain)) insertPlace(best, { run, start, late, gain });
      const worst = best[EJECTION_PLACES - 1];
      if (worst && worst.late === 0) least = Math.max(least, worst.gain);
    }
  }
  return best;
}

function isAmongBest(best: readonly Place[], late: number, gain: number): boolean {
  return best.length < EJECTION_PLACES || goesBefore(late, gain, best[EJECTION_PLACES - 1]!);
}

function goesBefore(late: number, gain: number, other: Place): boolean {
  return late < other.late || (late === other.late && gain > other.gain + TINY);
}

/** Inserts a place that is among the best, at the cost of the last. */
function insertPlace(best: Place[], place: Place): void {
  if (best.length === EJECTION_PLACES) best.pop();
  let at = best.length;
  while (at > 0 && goesBefore(place.late, place.gain, best[at - 1]!)) at -= 1;
  insertAt(best, at, place);
}

function ejectAt(board: Board, task: number, minutes: number, piece: number, place: Place): boolean {
  const most = piece < 0 || board.lateOf(task) > 0 ? MOST_EJECTED : MOST_EJECTED_TO_BETTER;
  const holders = holdersOf(board, task, minutes, piece, place, most);
  if (holders === null || !couldGain(board, task, minutes, piece, place, holders)) return false;
  board.effort.swaps.tried += 1;
  const before = { ...board.totals };
  const standing = new Standing(board, task, holders);
  if (piece >= 0) board.take(piece);
  for (const holder of holders) board.take(holder);
  if (place.start >= board.earliestStart(task) && place.start + minutes <= board.latestEnd(task)) {
    if (piece >= 0) board.put(piece, place.run, place.start);
    else board.lay(task, minutes, place.run, place.start);
    if (
      rehome(board, holders, piece < 0 ? null : before) &&
      isBetterTotals(board.totals, before) &&
      standing.areWhole()
    ) {
      board.effort.swaps.kept += 1;
      standing.changed();
      return true;
    }
  }
  standing.restore();
  // Taking and putting back adds rounding; the totals are set back exactly, so that nothing drifts.
  Object.assign(board.totals, before);
  return false;
}

/**
 * Whether the attempt is worth making: not when the piece gains less than the ejected would lose at the best places that are free now or come free by the move.
 * Nearly all attempts fail, so this look at the table decides the speed of the search.
 */
function couldGain(
  board: Board,
  task: number,
  minutes: number,
  piece: number,
  place: Place,
  holders: readonly number[],
): boolean {
  const taken = { start: place.start, end: place.start + minutes };
  if (piece < 0 || place.late < board.lateOf(task)) return couldHouse(board, task, piece, holders, taken);
  let gain = place.gain - board.alone.valueAlone(task, minutes, board.pieceStart[piece]!);
  for (const holder of holders) {
    const other = board.pieceTask[holder]!;
    if (board.pieceMinutes[holder]! !== board.columns.minutes[other]!) return true;
    const now = board.alone.valueAlone(other, board.pieceMinutes[holder]!, board.pieceStart[holder]!);
    gain -= now;
    // Most attempts are already hopeless by what is free; only the others need a look at what comes free.
    const least = holders.length === 1 ? -gain : Number.POSITIVE_INFINITY;
    let most = board.alone.bestFree(other);
    if (most <= least + TINY) most = Math.max(most, board.alone.bestFreed(other, piece, piece, holders, taken));
    if (most <= least + TINY) most = Math.max(most, board.alone.bestFreed(other, holder, piece, holders, taken));
    gain += most;
  }
  return gain > TINY - TOLERANCE * board.columns.weight[task]!;
}

/** Whether all the ejected could find a place, or those that could not weigh no more together than a task that has none itself. */
function couldHouse(
  board: Board,
  task: number,
  piece: number,
  holders: readonly number[],
  taken: { readonly start: number; readonly end: number },
): boolean {
  let allowance = piece < 0 ? board.demands[task]!.weight : 0;
  for (const holder of holders) {
    const other = board.pieceTask[holder]!;
    const { chunk, weight } = board.demands[other]!;
    // What may be split finds room in ways not looked at here.
    if (chunk !== null || board.alone.bestFree(other) > Number.NEGATIVE_INFINITY) continue;
    if (board.alone.bestFreed(other, holder, piece, holders, taken) > Number.NEGATIVE_INFINITY) continue;
    if (piece >= 0 && board.alone.bestFreed(other, piece, piece, holders, taken) > Number.NEGATIVE_INFINITY) continue;
    allowance -= weight;
    if (allowance < 0) return false;
  }
  return true;
}

/**
 * Finds new places for ejected pieces, the weightiest first. A task one of whose pieces finds none is laid out anew, or loses its place if nothing waits for it.
 * `toBeat`: nobody may lose a place, and the last one needs one only if all together are better than this.
 */
function rehome(board: Board, holders: readonly number[], toBeat: Totals | null): boolean {
  const weightOf = (holder: number) => board.columns.weight[board.pieceTask[holder]!]! * board.pieceMinutes[holder]!;
  const slot: Slot = { run: -1, start: 0, late: 0, gain: 0 };
  const order = holders.length === 1 ? holders : [...holders].sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  for (const holder of order) {
    const other = board.pieceTask[holder]!;
    if (toBeat !== null && holder === order.at(-1) && board.demands[other]!.chunk === null) {
      const late = toBeat.late - board.totals.late + board.lateOf(other);
      const gain = toBeat.preference - board.totals.preference;
      if (late < 0 || !board.bestSlot(other, board.pieceMinutes[holder]!, slot, late, gain)) return false;
      board.put(holder, slot.run, slot.start);
      continue;
    }
    if (board.bestSlot(other, board.pieceMinutes[holder]!, slot)) {
      board.put(holder, slot.run, slot.start);
      continue;
    }
    for (const rest of [...board.piecesOf[other]!]) board.take(rest);
    if (placeTask(board, other)) continue;
    if (toBeat !== null || board.dependents[other]!.some((waiting) => board.isPlaced(waiting))) return false;
  }
  return true;
}

/** The pieces in the way of a stretch; `null` when there are none, more than `most`, or others of the same task. */
function holdersOf(
  board: Board,
  task: number,
  minutes: number,
  except: number,
  { run, start }: Place,
  most: number,
): number[] | null {
  const buffer = board.frame.bufferMinutes;
  const holders: number[] = [];
  for (const piece of board.onRun[run]!) {
    if (board.pieceStart[piece]! >= start + minutes + buffer) break;
    if (piece === except || start >= board.endOf(piece) + buffer) continue;
    if (holders.length === most || board.pieceTask[piece] === task) return null;
    holders.push(piece);
  }
  return holders.length === 0 ? null : holders;
}
