// A dive's last resort for an item without a start: those that stand around a place it would rather have are lifted, and all of them settled anew.
import type { FixedStarts } from './fixed-starts';
import { LAST_TOGETHER, type LastStarts } from './last-starts';
import type { StartOptions } from './start-options';

/** Places tried, and the cells that lie between them. */
const PLACES = 6;
const PLACES_APART = 6;

/** Finds an item a start without anybody losing one. `onwards`: what the cells from each one on are worth, for what a place loses against the bound. */
export function squeezeIn(
  wanted: number,
  options: StartOptions,
  fixed: FixedStarts,
  last: LastStarts,
  onwards: Float64Array,
): boolean {
  const tried: number[] = [];
  while (tried.length < PLACES) {
    const place = likedPlace(wanted, options, last.worth, onwards, tried);
    if (place < 0) return false;
    tried.push(place);
    const items = nearest(place, fixed.at);
    const stood = items.map((item) => fixed.at[item]!);
    fixed.reopen(items);
    items.push(wanted);
    const all = last.find(items) === items.length;
    items.forEach((item, index) => {
      const cell = all ? last.found[index]! : (stood[index] ?? -1);
      if (cell >= 0) last.fix(item, cell);
    });
    if (all) return true;
  }
  return false;
}

/** The cell where an item loses least against the bound, away from those tried already; -1 = none is left. */
function likedPlace(
  item: number,
  options: StartOptions,
  worth: Float64Array,
  onwards: Float64Array,
  tried: readonly number[],
): number {
  const row = item * options.cells;
  const width = options.width[item]!;
  let place = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell < options.cells; cell += 1) {
    const own = worth[row + cell]!;
    if (own < 0) continue;
    const loss = onwards[cell]! - own - onwards[cell + width]!;
    if (loss >= least || tried.some((other) => Math.abs(other - cell) < PLACES_APART)) continue;
    place = cell;
    least = loss;
  }
  return place;
}

/** The fixed items that start nearest to a cell, but one fewer than may be settled together. */
function nearest(place: number, at: Int32Array): number[] {
  const found: number[] = [];
  for (let item = 0; item < at.length; item += 1) {
    if (at[item]! < 0) continue;
    let to = found.length;
    while (to > 0 && Math.abs(at[found[to - 1]!]! - place) > Math.abs(at[item]! - place)) to -= 1;
    if (to === LAST_TOGETHER - 1) continue;
    found.splice(to, 0, item);
    if (found.length === LAST_TOGETHER) found.pop();
  }
  return found;
}
