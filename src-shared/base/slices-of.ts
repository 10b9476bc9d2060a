/** A list in pieces of so many, the last one shorter. `length` is at least 1. */
export function* slicesOf<Item>(items: readonly Item[], length: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += length) yield items.slice(from, from + length);
}
