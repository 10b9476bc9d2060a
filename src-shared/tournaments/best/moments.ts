/** Moments to look at, each once, earliest first; none is given before one that was given already. */
export interface Moments {
  add(moment: number): void;
  /** The next one, or null when there are no more. */
  next(): number | null;
}

/** A binary heap; O(log n) each. */
export function moments(): Moments {
  const heap: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [heap[other]!, heap[one]!];
  };
  const pop = (): number | undefined => {
    const top = heap[0];
    const end = heap.pop();
    if (heap.length === 0 || end === undefined) return top;
    heap[0] = end;
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const smaller = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left;
      if (smaller >= heap.length || heap[at]! <= heap[smaller]!) return top;
      swap(at, smaller);
      at = smaller;
    }
  };
  return {
    add(moment) {
      if (moment <= last) return;
      heap.push(moment);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (heap[parent]! <= heap[at]!) return;
        swap(at, parent);
        at = parent;
      }
    },
    next() {
      for (let moment = pop(); moment !== undefined; moment = pop()) {
        if (moment <= last) continue;
        last = moment;
        return moment;
      }
      return null;
    },
  };
}
