/** What the store copies within half a frame. */
const SLICE = 100;

/**
 * Works a long list off in slices, within the one transaction: copying ten thousand rows to the store at once would
 * hold the page for a third of a second, and between two slices it can draw.
 */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (slice: Item[]) => PromiseLike<Result[] | unknown>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < items.length; index += SLICE) {
    const result = await work(items.slice(index, index + SLICE));
    if (Array.isArray(result)) for (const one of result) results.push(one);
  }
  return results;
}
