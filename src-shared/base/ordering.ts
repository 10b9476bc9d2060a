/** Negative, zero or positive, as `Array.prototype.sort` expects. */
export type Ordering<T> = (a: T, b: T) => number;

/** Orders by a key, ascending. Strings are compared by code unit: the same on every machine, unlike `localeCompare`. */
export function by<T>(key: (item: T) => number | string): Ordering<T> {
  return (a, b) => {
    const left = key(a);
    const right = key(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** The reverse of an ordering. */
export function descending<T>(ordering: Ordering<T>): Ordering<T> {
  return (a, b) => ordering(b, a);
}

/** Compares by the first ordering that tells the two apart. */
export function inOrder<T>(...orderings: readonly Ordering<T>[]): Ordering<T> {
  return (a, b) => {
    for (const ordering of orderings) {
      const result = ordering(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}
