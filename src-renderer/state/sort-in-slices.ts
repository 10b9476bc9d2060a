import type { Ordering } from '#shared/base/ordering';
import type { Breathe } from './breathe';

const RUN_LENGTH = 4_000;

/** A sorted copy, stable, made in slices: short runs are sorted and then merged. O(n log n). */
export async function sortInSlices<T>(list: readonly T[], order: Ordering<T>, breathe: Breathe): Promise<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < list.length; from += RUN_LENGTH) {
    runs.push(list.slice(from, from + RUN_LENGTH).sort(order));
    await breathe();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(index + 1 < runs.length ? await merge(runs[index]!, runs[index + 1]!, order, breathe) : runs[index]!);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(a: readonly T[], b: readonly T[], order: Ordering<T>, breathe: Breathe): Promise<T[]> {
  const merged: T[] = [];
  let [fromA, fromB] = [0, 0];
  while (fromA < a.length && fromB < b.length) {
    merged.push(order(b[fromB]!, a[fromA]!) < 0 ? b[fromB++]! : a[fromA++]!);
    if (merged.length % RUN_LENGTH === 0) await breathe();
  }
  while (fromA < a.length) merged.push(a[fromA++]!);
  while (fromB < b.length) merged.push(b[fromB++]!);
  return merged;
}
