/** The listeners of one event. A listener that leaves while the event is told to the others is not called any more. */
export interface Listeners<T> {
  /** Returns the function that ends the subscription. */
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
  readonly count: number;
}

export function listeners<T>(): Listeners<T> {
  // Each subscription is its own object, so that one function added twice can leave once.
  const all = new Set<{ readonly call: (value: T) => void }>();
  return {
    add(listener) {
      const entry = { call: listener };
      all.add(entry);
      return () => void all.delete(entry);
    },
    tell(value) {
      for (const entry of [...all]) if (all.has(entry)) entry.call(value);
    },
    get count() {
      return all.size;
    },
  };
}
