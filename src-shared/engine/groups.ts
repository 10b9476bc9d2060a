/** A demand's window and how long it wants. */
export interface Windowed {
  readonly start: number;
  readonly end: number;
  readonly key: number;
  /** Demands that must share a group with this one, by key (a dependency). */
  readonly with: readonly number[];
}

/**
 * Connected components: demands whose windows share no time and that do not depend on each other cannot disturb each other.
 * A sweep over the windows by start, then dependencies join what they tie together. Components come in the order of their first window. O(n log n).
 */
export function componentsOf(demands: readonly Windowed[]): number[][] {
  const sorted = [...demands].sort((a, b) => a.start - b.start || a.key - b.key);
  const parent = new Map<number, number>(sorted.map((demand) => [demand.key, demand.key]));
  const root = (key: number): number => {
    let at = key;
    while (parent.get(at) !== at) {
      const up = parent.get(parent.get(at)!)!;
      parent.set(at, up);
      at = up;
    }
    return at;
  };
  const join = (a: number, b: number) => {
    const left = root(a);
    const right = root(b);
    if (left !== right) parent.set(Math.max(left, right), Math.min(left, right));
  };
  let reach = Number.NEGATIVE_INFINITY;
  let previous = -1;
  for (const demand of sorted) {
    if (demand.start < reach) join(previous, demand.key);
    reach = Math.max(reach, demand.end);
    previous = demand.key;
    for (const other of demand.with) if (parent.has(other)) join(other, demand.key);
  }
  const members = new Map<number, number[]>();
  for (const demand of sorted) {
    const key = root(demand.key);
    const group = members.get(key);
    if (group) group.push(demand.key);
    else members.set(key, [demand.key]);
  }
  return [...members.values()];
}
