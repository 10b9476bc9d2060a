/** What the store copies within half a frame. */
const SLICE = 100;
/** While the store works one slice off, the page copies the next one. */
const AT_ONCE = 2;

/**
 * Works a long list off in slices, within the one transaction: copying ten thousand rows to the store at once would
 * hold the page for a third of a second, and between two slices it can draw. Slices are begun in order.
 */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (slice: Item[]) => PromiseLike<Result[] | unknown>,
): Promise<Result[]> {
  const answers: (Result[] | unknown)[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next * SLICE < items.length) {
      const index = next;
      next += 1;
      answers[index] = await work(items.slice(index * SLICE, (index + 1) * SLICE));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const results: Result[] = [];
  for (const answer of answers) if (Array.isArray(answer)) for (const one of answer) results.push(one);
  return results;
}
