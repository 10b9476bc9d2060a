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

/** At most so many starts on a day. */
export interface DayRoom {
  /** By slot: its day, ascending from 0. */
  readonly dayOf: Int32Array;
  /** By day: how many posts it still takes. Slots of a full day are closed in every `worth`. */
  readonly room: Int32Array;
}

/** `gap` is in slots, at least 1. `null` when the table would have more than `mostCells` cells. */
export function bestSequence(
  posts: readonly SequencePost[],
  gap: number,
  mostCells: number,
  days: DayRoom | null = null,
): Sequence | null {
  const kinds = kindsOf(posts);
  const states = kinds.reduce((product, kind) => product * (kind.members.length + 1), 1);
  const slots = usefulSlots(kinds, posts.length, gap, days);
  // Beside who had a turn, a state knows how many posts the day of its row has; without caps there is one level.
  const levels = days ? Math.min(posts.length, Math.max(0, ...days.room)) + 1 : 1;
  const rowSize = levels * states;
  const cells = (slots.length + 1) * rowSize;
  if (cells > mostCells) return null;

  const strides: number[] = [];
  let stride = 1;
  for (const kind of kinds) {
    strides.push(stride);
    stride *= kind.members.length + 1;
  }
  // Row i holds the best of every state with starts among the first i slots; weight -1 = not reachable.
  const weights = new Int32Array(cells).fill(-1);
  weights[0] = 0;
  const worths = new Float64Array(cells);
  const choices = new Uint8Array(cells);
  // By row and state: the level that is best, for those who come from a later day and do not care.
  const tops = new Uint8Array(days ? (slots.length + 1) * states : 0);
  const before = rowsBefore(slots, gap);
  const table: Table = { posts, kinds, strides, states, rowSize, slots, days, before, weights, worths, choices, tops };
  for (let row = 1; row <= slots.length; row += 1) {
    carryOver(table, row);
    for (let kind = 0; kind < kinds.length; kind += 1) placeKind(table, row, kind);
    if (days) noteTops(table, row, levels);
  }
  return readBack(table);
}

/** Nobody starts in the slot of the row. On a new day the count of the day begins anew. */
function carryOver({ states, rowSize, weights, worths, tops, days, slots }: Table, row: number): void {
  const base = row * rowSize;
  if (isSameDay(days, slots, row - 1, row)) {
    weights.copyWithin(base, base - rowSize, base);
    worths.copyWithin(base, base - rowSize, base);
    return;
  }
  for (let state = 0; state < states; state += 1) {
    const from = base - rowSize + tops[(row - 1) * states + state]! * states + state;
    weights[base + state] = weights[from]!;
    worths[base + state] = worths[from]!;
  }
}

function placeKind(table: Table, row: number, k: number): void {
  const { kinds, strides, states, rowSize, slots, days, before, weights, worths, choices, tops } = table;
  const { weight, worth, members } = kinds[k]!;
  const value = worth[slots[row - 1]!]!;
  if (value < 0) return;
  const gain = weight * value;
  const step = strides[k]!;
  const room = step * (members.length + 1);
  const source = before[row - 1]!;
  const sameDay = isSameDay(days, slots, source, row);
  const dayRoom = days ? days.room[days.dayOf[slots[row - 1]!]!]! : 1;
  const levels = sameDay ? dayRoom : Math.min(1, dayRoom);
  for (let level = 0; level < levels; level += 1) {
    const target = row * rowSize + (days ? (level + 1) * states : 0) + step;
    for (let state = 0; state < states; state += 1) {
      if (state % room >= room - step) continue;
      const from = source * rowSize + (sameDay ? level : tops[source * states + state]!) * states + state;
      const old = weights[from]!;
      if (old < 0) continue;
      const at = target + state;
      const newWeight = old + weight;
      const newWorth = worths[from]! + gain;
      if (newWeight > weights[at]! || (newWeight === weights[at]! && newWorth > worths[at]! + 1e-12)) {
        weights[at] = newWeight;
        worths[at] = newWorth;
        choices[at] = k + 1;
      }
    }
  }
}

function noteTops({ states, rowSize, weights, worths, tops }: Table, row: number, levels: number): void {
  for (let state = 0; state < states; state += 1) {
    let best = row * rowSize + state;
    for (let level = 1; level < levels; level += 1) {
      const at = row * rowSize + level * states + state;
      const heavier = weights[at]! - weights[best]!;
      if (heavier > 0 || (heavier === 0 && worths[at]! > worths[best]! + 1e-12)) best = at;
    }
    tops[row * states + state] = Math.floor((best - row * rowSize) / states);
  }
}

/** Whether two rows count the same day; row 0 has none. Without caps all rows are alike. */
function isSameDay(days: DayRoom | null, slots: Int32Array, earlier: number, row: number): boolean {
  if (!days) return true;
  return earlier > 0 && days.dayOf[slots[earlier - 1]!] === days.dayOf[slots[row - 1]!];
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
 * post that has as many better ones as there are posts, each so far from the next that no other post can block two of them. Where days
 * have room for so many posts only, a day is a stretch of its own, and another post can block two: one by its gap, one by filling the day.
 */
function usefulSlots(kinds: readonly Kind[], posts: number, gap: number, days: DayRoom | null): Int32Array {
  const useful = new Set<number>();
  const isNewDay = (slot: number): boolean => days !== null && days.dayOf[slot - 1] !== days.dayOf[slot];
  const heads = kinds.map(({ worth }) => {
    const list: number[] = [];
    for (let slot = 0; slot < worth.length; slot += 1) {
      if (worth[slot]! >= 0 && (slot === 0 || worth[slot - 1] !== worth[slot] || isNewDay(slot))) list.push(slot);
    }
    return list;
  });
  const floors = kinds.map(({ worth }, k) =>
    worthOfSpacedSlot(worth, heads[k]!, days ? 2 * posts - 1 : posts, 2 * gap - 1, days),
  );
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
function worthOfSpacedSlot(
  worth: Float64Array,
  heads: readonly number[],
  rank: number,
  apart: number,
  days: DayRoom | null,
): number {
  const sorted = [...heads].sort((a, b) => worth[b]! - worth[a]! || a - b);
  const taken: number[] = [];
  for (const slot of sorted) {
    const near = (other: number): boolean =>
      Math.abs(other - slot) < apart || (days !== null && days.dayOf[other] === days.dayOf[slot]);
    if (taken.some(near)) continue;
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
  readonly rowSize: number;
  readonly slots: Int32Array;
  readonly days: DayRoom | null;
  readonly before: Int32Array;
  readonly weights: Int32Array;
  readonly worths: Float64Array;
  readonly choices: Uint8Array;
  readonly tops: Uint8Array;
}

function readBack(table: Table): Sequence {
  const { posts, kinds, strides, states, rowSize, slots, days, before, weights, worths, choices, tops } = table;
  const last = slots.length * rowSize;
  let state = 0;
  for (let other = 1; other < rowSize; other += 1) {
    const heavier = weights[last + other]! - weights[last + state]!;
    if (heavier > 0 || (heavier === 0 && worths[last + other]! > worths[last + state]! + 1e-12)) state = other;
  }
  const value = { weight: weights[last + state]!, worth: worths[last + state]! };
  const placed = new Int32Array(posts.length).fill(-1);
  const waiting = kinds.map((kind) => [...kind.members]);
  for (let row = slots.length; row > 0; ) {
    const choice = choices[row * rowSize + state]!;
    const earlier = choice === 0 ? row - 1 : before[row - 1]!;
    if (choice > 0) {
      placed[waiting[choice - 1]!.pop()!] = slots[row - 1]!;
      state -= strides[choice - 1]! + (days ? states : 0);
    }
    if (!isSameDay(days, slots, earlier, row)) {
      const turns = state % states;
      state = tops[earlier * states + turns]! * states + turns;
    }
    row = earlier;
  }
  // Finding the useful slots is work too.
  return { slots: placed, value, cells: slots.length * rowSize + kinds.length * (posts[0]?.worth.length ?? 0) };
}
