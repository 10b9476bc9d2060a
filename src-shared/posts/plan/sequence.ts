// The best sequence of a few posts on one platform, when only its minimum gap counts: dynamic programming over time and over which
// posts have had their turn. Exact.
import type { PlanValue } from './occupancy';

export interface SequencePost {
  readonly weight: number;
  /** Worth of every slot, -1 where closed. Posts that share the array and the weight are interchangeable. */
  readonly worth: Float64Array;
}

export interface Sequence {
  /** By post: its slot, -1 when left out. */
  readonly slots: Int32Array;
  readonly value: PlanValue;
  /** Table cells computed. */
  readonly cells: number;
}

/** `gap` is in slots, at least 1. `null` when the table would have more than `mostCells` cells. */
export function bestSequence(posts: readonly SequencePost[], gap: number, mostCells: number): Sequence | null {
  const kinds = kindsOf(posts);
  const states = kinds.reduce((product, kind) => product * (kind.members.length + 1), 1);
  const slots = usefulSlots(kinds, posts.length, gap);
  const cells = (slots.length + 1) * states;
  if (cells > mostCells) return null;

  const strides: number[] = [];
  let stride = 1;
  for (const kind of kinds) {
    strides.push(stride);
    stride *= kind.members.length + 1;
  }
  // Row i holds the best of every state with starts among the first i slots; weight -1 = not reachable.
  const weights = new Int32Array(cells).fill(-1, 1, states);
  const worths = new Float64Array(cells);
  const choices = new Uint8Array(cells);
  const before = rowsBefore(slots, gap);
  for (let row = 1; row <= slots.length; row += 1) {
    const base = row * states;
    weights.copyWithin(base, base - states, base);
    worths.copyWithin(base, base - states, base);
    const from = before[row - 1]! * states;
    for (let k = 0; k < kinds.length; k += 1) {
      const { weight, worth, members } = kinds[k]!;
      const value = worth[slots[row - 1]!]!;
      if (value < 0) continue;
      const gain = weight * value;
      const step = strides[k]!;
      const room = step * (members.length + 1);
      for (let state = 0; state < states; state += 1) {
        const old = weights[from + state]!;
        if (old < 0 || state % room >= room - step) continue;
        const at = base + state + step;
        const newWeight = old + weight;
        const newWorth = worths[from + state]! + gain;
        if (newWeight > weights[at]! || (newWeight === weights[at]! && newWorth > worths[at]! + 1e-12)) {
          weights[at] = newWeight;
          worths[at] = newWorth;
          choices[at] = k + 1;
        }
      }
    }
  }
  return readBack({ posts, kinds, strides, states, slots, before, weights, worths, choices });
}

interface Kind extends SequencePost {
  /** Positions of its posts. */
  readonly members: number[];
}

function kindsOf(posts: readonly SequencePost[]): Kind[] {
  const kinds: Kind[] = [];
  posts.forEach(({ weight, worth }, index) => {
    const same = kinds.find((kind) => kind.weight === weight && kind.worth === worth);
    if (same) same.members.push(index);
    else kinds.push({ weight, worth, members: [index] });
  });
  return kinds;
}

/**
 * Slots a best sequence can do with. Every start can be moved earlier at equal worth until its worth would change or the post before
 * is a gap away: so starts lie where a stretch of equal worth begins, or whole gaps after such a place. And a slot is useless to a
 * post that has as many better ones as there are posts, each so far from the next that no other post can block two of them.
 */
function usefulSlots(kinds: readonly Kind[], posts: number, gap: number): Int32Array {
  const useful = new Set<number>();
  const heads = kinds.map(({ worth }) => {
    const list: number[] = [];
    for (let slot = 0; slot < worth.length; slot += 1) {
      if (worth[slot]! >= 0 && (slot === 0 || worth[slot - 1] !== worth[slot])) list.push(slot);
    }
    return list;
  });
  const floors = kinds.map(({ worth }, k) => worthOfSpacedSlot(worth, heads[k]!, posts, 2 * gap - 1));
  for (const list of heads) {
    for (const head of list) {
      for (let turn = 0, slot = head; turn < posts && slot < kinds[0]!.worth.length; turn += 1, slot += gap) {
        if (kinds.some(({ worth }, k) => worth[slot]! >= 0 && worth[slot]! >= floors[k]!)) useful.add(slot);
      }
    }
  }
  return Int32Array.from(useful).sort();
}

/** The worth of the `rank`-th slot when the best slots are taken one by one, each at least `apart` from those before; 0 when they run out. */
function worthOfSpacedSlot(worth: Float64Array, heads: readonly number[], rank: number, apart: number): number {
  const sorted = [...heads].sort((a, b) => worth[b]! - worth[a]! || a - b);
  const taken: number[] = [];
  for (const slot of sorted) {
    if (taken.some((other) => Math.abs(other - slot) < apart)) continue;
    taken.push(slot);
    if (taken.length === rank) return worth[slot]!;
  }
  return 0;
}

/** By slot: how many slots lie at least a gap before it. */
function rowsBefore(slots: Int32Array, gap: number): Int32Array {
  const before = new Int32Array(slots.length);
  let count = 0;
  for (let i = 0; i < slots.length; i += 1) {
    while (slots[count]! <= slots[i]! - gap) count += 1;
    before[i] = count;
  }
  return before;
}

interface Table {
  readonly posts: readonly SequencePost[];
  readonly kinds: readonly Kind[];
  readonly strides: readonly number[];
  readonly states: number;
  readonly slots: Int32Array;
  readonly before: Int32Array;
  readonly weights: Int32Array;
  readonly worths: Float64Array;
  readonly choices: Uint8Array;
}

function readBack(table: Table): Sequence {
  const { posts, kinds, strides, states, slots, before, weights, worths, choices } = table;
  const last = slots.length * states;
  let state = 0;
  for (let other = 1; other < states; other += 1) {
    const heavier = weights[last + other]! - weights[last + state]!;
    if (heavier > 0 || (heavier === 0 && worths[last + other]! > worths[last + state]! + 1e-12)) state = other;
  }
  const value = { weight: weights[last + state]!, worth: worths[last + state]! };
  const placed = new Int32Array(posts.length).fill(-1);
  const waiting = kinds.map((kind) => [...kind.members]);
  for (let row = slots.length; row > 0; ) {
    const choice = choices[row * states + state]!;
    if (choice === 0) {
      row -= 1;
      continue;
    }
    placed[waiting[choice - 1]!.pop()!] = slots[row - 1]!;
    state -= strides[choice - 1]!;
    row = before[row - 1]!;
  }
  return { slots: placed, value, cells: slots.length * states };
}
