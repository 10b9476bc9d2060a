// The proven best plan of a small problem. Each platform is solved by itself as if nothing but its gap counted: a bound for any plan.
// Where those sequences together break a limit, a platform (or half of the crowded stretch) must do without: the search branches on which
// (conflict-based search, Sharon et al. 2015), best bound first, so that the first plan without a conflict is the best.
import { dayOf, firstAtOrAfter } from './limit';
import { compareValues, Occupancy, openWorthOf, type PlanValue } from './occupancy';
import type { Demand, SearchSpace } from './search-space';
import { bestSequence, type DayRoom, type SequencePost } from './sequence';

export interface ExactResult {
  /** By demand, -1 when unplaced; null when the budget ended first, or nothing is better than the known plan. */
  readonly slots: Int32Array | null;
  /** No plan is better than this; null when not even the first bound could be computed. */
  readonly bound: PlanValue | null;
  readonly cells: number;
}

export const MOST_EXACT_POSTS_A_PLATFORM = 12;
/** About 80 MB for the tables of one platform. */
const MOST_CELLS_A_PLATFORM = 6_000_000;
const MOST_NODES = 2_000;

/** A demand keeps out of the slots [from, end). */
interface Barrier {
  readonly demand: number;
  readonly from: number;
  readonly end: number;
}

interface LanePlan {
  readonly value: PlanValue;
  /** Demand and slot of what is placed. */
  readonly placed: readonly (readonly [Demand, number])[];
}

interface Node {
  readonly barriers: readonly Barrier[];
  readonly lanes: readonly LanePlan[];
  readonly value: PlanValue;
}

/** `mostCells` bounds the work; a plan as good as `known` is not looked for again. */
export function exactPlan(space: SearchSpace, mostCells: number, known: PlanValue | null = null): ExactResult {
  const work = { cells: 0 };
  const lanes = space.lanes.map((_, lane) => space.demands.filter((demand) => demand.lane === lane));
  const openWorth = openWorthOf(new Occupancy(space), space.demands, 0, space.minutes.length);
  const solve = (lane: number, barriers: readonly Barrier[]): LanePlan | null => {
    if (work.cells > mostCells) return null;
    return laneplan(space, lanes[lane]!, barriers, openWorth, work);
  };

  const first: LanePlan[] = [];
  for (let lane = 0; lane < lanes.length; lane += 1) {
    const plan = solve(lane, []);
    if (!plan) return { slots: null, bound: null, cells: work.cells };
    first.push(plan);
  }
  const nodes: Node[] = [{ barriers: [], lanes: first, value: sumOf(first) }];
  for (let count = 0; count < MOST_NODES; count += 1) {
    const taken = takeBest(nodes);
    if (!taken) break;
    if (known && compareValues(taken.value, known) <= 0) return { slots: null, bound: taken.value, cells: work.cells };
    const node = withoutNeedlessConflicts(space, taken, openWorth);
    const conflict = conflictsOf(space, node.lanes)[0];
    if (!conflict) {
      const slots = new Int32Array(space.demands.length).fill(-1);
      for (const plan of node.lanes) for (const [demand, slot] of plan.placed) slots[demand.index] = slot;
      return { slots, bound: node.value, cells: work.cells };
    }
    for (const added of branchesOf(space, conflict)) {
      const barriers = [...node.barriers, ...added];
      const barred = new Set(added.map(({ demand }) => space.demands[demand]!.lane));
      const next = [...node.lanes];
      for (const lane of barred) {
        const plan = solve(lane, barriers);
        if (!plan) return { slots: null, bound: node.value, cells: work.cells };
        next[lane] = plan;
      }
      nodes.push({ barriers, lanes: next, value: sumOf(next) });
    }
  }
  return { slots: null, bound: takeBest(nodes)?.value ?? null, cells: work.cells };
}

function laneplan(
  space: SearchSpace,
  demands: readonly Demand[],
  barriers: readonly Barrier[],
  openWorth: readonly Float64Array[],
  work: { cells: number },
): LanePlan | null {
  // Posts that are kept out of the same stretches stay interchangeable.
  const made = new Map<Float64Array, Map<string, Float64Array>>();
  const posts: SequencePost[] = demands.map((demand) => {
    const open = openWorth[demand.index]!;
    const own = barriers.filter((barrier) => barrier.demand === demand.index);
    if (own.length === 0) return { weight: demand.weight, worth: open };
    const key = own.map(({ from, end }) => `${from} ${end}`).join();
    const variants = made.get(open) ?? new Map<string, Float64Array>();
    made.set(open, variants);
    let worth = variants.get(key);
    if (!worth) {
      worth = open.slice();
      for (const { from, end } of own) worth.fill(-1, from, end);
      variants.set(key, worth);
    }
    return { weight: demand.weight, worth };
  });
  if (posts.length === 0) return { value: { weight: 0, worth: 0 }, placed: [] };
  const lane = space.lanes[demands[0]!.lane]!;
  const gap = Math.max(1, Math.ceil(lane.gapMinutes / space.step));
  const sequence = bestSequence(posts, gap, MOST_CELLS_A_PLATFORM, dayRoomOf(space, demands[0]!));
  if (!sequence) return null;
  work.cells += sequence.cells;
  const placed = demands.flatMap((demand, index) => {
    const slot = sequence.slots[index]!;
    return slot < 0 ? [] : [[demand, slot] as const];
  });
  return { value: sequence.value, placed };
}

/** The room of each day under the platform's daily cap, less what is fixed there; null without a cap. */
function dayRoomOf(space: SearchSpace, demand: Demand): DayRoom | null {
  const index = demand.limits.find((limit) => space.limits[limit]!.days !== null);
  if (index === undefined) return null;
  const { most, days } = space.limits[index]!;
  const room = new Int32Array(days!.length).fill(most);
  for (const minute of space.fixedStarts[index]!) {
    const day = dayOf(days!, minute);
    if (day >= 0) room[day] = Math.max(0, room[day]! - 1);
  }
  return { dayOf: space.minutes.map((minute) => dayOf(days!, minute)), room };
}

interface Conflict {
  /** Position in `limits`. */
  readonly limit: number;
  /** In the order of their starts. */
  readonly demands: readonly Demand[];
  /** Slots of the crowded stretch. */
  readonly from: number;
  readonly end: number;
  /** The slot of the last of them. */
  readonly last: number;
}

/** Stretches in which more posts start than a limit admits, each with the posts that could leave it. */
function conflictsOf(space: SearchSpace, lanes: readonly LanePlan[]): Conflict[] {
  const placed = lanes.flatMap((plan) => plan.placed);
  return space.limits.flatMap(({ most, minutes, days }, index) => {
    const starts: { minute: number; demand: Demand | null }[] = [
      ...space.fixedStarts[index]!.map((minute) => ({ minute, demand: null })),
      ...placed
        .filter(([demand]) => demand.limits.includes(index))
        .map(([demand, slot]) => ({ minute: space.minutes[slot]!, demand })),
    ].sort((a, b) => a.minute - b.minute);
    const found: Conflict[] = [];
    for (let i = 0; i + most < starts.length; i += 1) {
      const first = starts[i]!.minute;
      const last = starts[i + most]!.minute;
      if (last >= (days ? stretchEnd(days, first) : first + minutes)) continue;
      // Any stretch around them would do; with them in its middle each has about as far to go, so that every branch costs something.
      const from = days ? stretchStart(days, first) : Math.floor((first + last + 1 - minutes) / 2);
      const end = days ? stretchEnd(days, first) : from + minutes;
      const demands = starts.slice(i, i + most + 1).flatMap(({ demand }) => (demand ? [demand] : []));
      if (demands.length === 0) continue;
      found.push({
        limit: index,
        demands,
        from: firstAtOrAfter(space.minutes, from),
        end: firstAtOrAfter(space.minutes, end),
        last: firstAtOrAfter(space.minutes, last),
      });
    }
    return found;
  });
}

/**
 * Ways to thin out a crowded stretch, of which every plan takes at least one; none leaves the conflict as it is. Said of all posts of the
 * limit that could stand there instead, for a post that leaves would else be followed by its like, time and again.
 */
function branchesOf(space: SearchSpace, { limit, demands, from, end, last }: Conflict): Barrier[][] {
  const members = space.demands.filter((demand) => demand.limits.includes(limit));
  const lanes = new Set(demands.map(({ lane }) => lane));
  // So many starts of as many platforms are one too many: one of the platforms has none in the stretch.
  if (lanes.size === demands.length) {
    return [...lanes].map((lane) =>
      members.filter((demand) => demand.lane === lane).map(({ index }) => ({ demand: index, from, end })),
    );
  }
  // Where one start is the most, one half of the stretch has none.
  if (space.limits[limit]!.most === 1) {
    return [
      members.map(({ index }) => ({ demand: index, from, end: last })),
      members.map(({ index }) => ({ demand: index, from: last, end })),
    ];
  }
  return demands.map(({ index }) => [{ demand: index, from, end }]);
}

/** How many slots to each side a post is tried in. */
const BYPASS_REACH = 4;

/**
 * The node with posts moved to slots of the same worth where that leaves fewer conflicts: each platform's sequence stays as good as it was,
 * so the bound stands, and no branch is needed (bypassing conflicts, Boyarski et al. 2015).
 */
function withoutNeedlessConflicts(space: SearchSpace, node: Node, openWorth: readonly Float64Array[]): Node {
  let current = node;
  let conflicts = conflictsOf(space, current.lanes);
  for (let at = 0; at < conflicts.length; ) {
    const better = bypassed(space, current, conflicts[at]!, conflicts.length, openWorth);
    if (!better) at += 1;
    else {
      current = better;
      conflicts = conflictsOf(space, current.lanes);
      at = 0;
    }
  }
  return current;
}

function bypassed(
  space: SearchSpace,
  node: Node,
  { demands }: Conflict,
  count: number,
  openWorth: readonly Float64Array[],
): Node | null {
  for (const demand of demands) {
    const plan = node.lanes[demand.lane]!;
    const now = plan.placed.find(([other]) => other === demand)![1];
    const open = openWorth[demand.index]!;
    const gap = Math.max(1, Math.ceil(space.lanes[demand.lane]!.gapMinutes / space.step));
    for (let slot = Math.max(0, now - BYPASS_REACH); slot <= Math.min(open.length - 1, now + BYPASS_REACH); slot += 1) {
      if (slot === now || open[slot] !== open[now] || isBarred(node, demand, slot)) continue;
      if (plan.placed.some(([other, taken]) => other !== demand && Math.abs(taken - slot) < gap)) continue;
      const placed = plan.placed.map(([other, taken]) => [other, other === demand ? slot : taken] as const);
      const lanes = node.lanes.map((old, lane) => (lane === demand.lane ? { value: old.value, placed } : old));
      if (conflictsOf(space, lanes).length < count) return { ...node, lanes };
    }
  }
  return null;
}

function isBarred({ barriers }: Node, { index }: Demand, slot: number): boolean {
  return barriers.some(({ demand, from, end }) => demand === index && slot >= from && slot < end);
}

function stretchStart(days: Int32Array, minute: number): number {
  return days[firstAtOrAfter(days, minute + 1) - 1] ?? Number.NEGATIVE_INFINITY;
}

function stretchEnd(days: Int32Array, minute: number): number {
  return days[firstAtOrAfter(days, minute + 1)] ?? Number.POSITIVE_INFINITY;
}

/** Takes the node with the best bound; of equals the newest, which is nearest to a plan. */
function takeBest(nodes: Node[]): Node | null {
  let best = -1;
  for (let index = 0; index < nodes.length; index += 1) {
    if (best < 0 || compareValues(nodes[index]!.value, nodes[best]!.value) >= 0) best = index;
  }
  return best < 0 ? null : nodes.splice(best, 1)[0]!;
}

function sumOf(lanes: readonly LanePlan[]): PlanValue {
  return {
    weight: lanes.reduce((sum, lane) => sum + lane.value.weight, 0),
    worth: lanes.reduce((sum, lane) => sum + lane.value.worth, 0),
  };
}
