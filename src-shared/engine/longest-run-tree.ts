/**
 * Answers "the next run at or after this one with at least so many free minutes" in O(log n), and so skips congested stretches without visiting them.
 * A maximum tree over the longest gap of each run; O(log n) per change.
 */
export class LongestRunTree {
  private readonly leaves: number;
  private readonly tree: Int32Array;
  private readonly size: number;

  constructor(longest: ArrayLike<number>) {
    this.size = longest.length;
    let leaves = 1;
    while (leaves < this.size) leaves *= 2;
    this.leaves = leaves;
    this.tree = new Int32Array(2 * leaves);
    for (let index = 0; index < this.size; index += 1) this.tree[leaves + index] = longest[index]!;
    for (let node = leaves - 1; node > 0; node -= 1) {
      this.tree[node] = Math.max(this.tree[2 * node]!, this.tree[2 * node + 1]!);
    }
  }

  longest(index: number): number {
    return this.tree[this.leaves + index]!;
  }

  /** The longest of all. */
  longestOfAll(): number {
    return this.tree[1] ?? 0;
  }

  set(index: number, longest: number): void {
    let node = this.leaves + index;
    this.tree[node] = longest;
    for (node >>= 1; node > 0; node >>= 1) {
      const higher = Math.max(this.tree[2 * node]!, this.tree[2 * node + 1]!);
      if (this.tree[node] === higher) return;
      this.tree[node] = higher;
    }
  }

  /** The first index at or after `from` with at least `minutes`; -1 when there is none. */
  nextAtLeast(from: number, minutes: number): number {
    if (from >= this.size) return -1;
    let node = this.leaves + from;
    if (this.tree[node]! >= minutes) return from;
    // Climb until a right sibling holds a long enough run, then descend to its leftmost one.
    while (node > 1) {
      if ((node & 1) === 0 && this.tree[node + 1]! >= minutes) {
        node += 1;
        while (node < this.leaves) node = this.tree[2 * node]! >= minutes ? 2 * node : 2 * node + 1;
        const found = node - this.leaves;
        return found < this.size ? found : -1;
      }
      node >>= 1;
    }
    return -1;
  }
}
