/**
 * A list made entry by entry. `map` gives another inner kind of list once the compiler has inlined it, and throws away all code that was compiled
 * for the former kind: what a search reads all the time is made here.
 */
export function listOf<T>(count: number, make: (index: number) => T): T[] {
  const list: T[] = [];
  for (let index = 0; index < count; index += 1) list.push(make(index));
  return list;
}
