import type { DaywrightDatabase } from './database';

/** Half a frame: what else a frame has to do fits beside it. */
const SLICE_MILLISECONDS = 8;
/** Rows between two looks at the clock. */
const ROWS_A_LOOK = 128;

/**
 * Goes through a long list within a transaction, in slices between which the page draws. A transaction ends as soon as nothing is asked
 * of it, so a pause is a small question to the store.
 */
export type EachInSlices = <Item>(items: Iterable<Item>, look: (item: Item, index: number) => void) => Promise<void>;

export function eachInSlices(database: DaywrightDatabase): EachInSlices {
  let began = performance.now();
  return async (items, look) => {
    let index = 0;
    for (const item of items) {
      look(item, index);
      index += 1;
      if (index % ROWS_A_LOOK !== 0 || performance.now() - began < SLICE_MILLISECONDS) continue;
      await database.meta.get('');
      began = performance.now();
    }
  };
}
