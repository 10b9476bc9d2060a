// From a frame and scores to a plan: exact where the problem is small, else constructed and improved. Depends on the problem, the seed
// and the budget only.
import { instantOfMinute, minuteFloor } from '../../engine/epoch-minute';
import { formatInstant, type Instant } from '../../time/instant';
import { wallTimeAt } from '../../time/zone';
import type { Post } from '../nouns/post';
import type { SlotScores } from '../timing/slot-scores';
import { constructPlan } from './construct';
import { exactPlan, MOST_EXACT_POSTS_A_PLATFORM } from './exact';
import { improvePlan } from './improve';
import { compareValues, Occupancy, valueOfPlan } from './occupancy';
import type { PlanFrame } from './plan-frame';
import type { PostingPlan, PostPlacement } from './posting-plan';
import { type SearchSpace, searchSpaceOf } from './search-space';
import { whyUnplaced } from './unplaced-reason';
import { waveNumbers, wavesOf } from './waves';

export interface PlanPostsOptions {
  readonly gridMinutes: number;
  readonly seed: number;
  /** Table cells the search may compute: about 100 million a second. */
  readonly stepBudget: number;
  /** `improve` leaves the exact search out, for comparison; `best` unless said. */
  readonly algorithm?: 'best' | 'improve';
  readonly bulkJobId?: string | null;
  /** What a post seeks instead of the best scores; null for posts that seek those. */
  readonly aims?: (post: Post, minutes: Int32Array) => Float64Array | null;
  readonly isCancelled?: () => boolean;
}

export const DEFAULT_STEP_BUDGET = 4_000_000;

/** Of the budget, for the proof of a small plan: it is asked for with a click, and what it does not prove in that time it bounds. */
const PROOF_SHARE = 0.5;

export function planPosts(frame: PlanFrame, slotScores: SlotScores, options: PlanPostsOptions): PostingPlan {
  const space = searchSpaceOf(frame, options.gridMinutes, slotScores, options.aims);
  const { occupancy, bound, optimal } = search(space, options);
  const { worth, weight } = valueOfPlan(space, occupancy.slots);
  const placements = placementsOf(frame, space, occupancy, slotScores);
  const unplaced = space.demands
    .filter((demand) => occupancy.slots[demand.index]! < 0)
    .map((demand) => whyUnplaced(space, occupancy, demand, frame));
  return {
    bulkJobId: options.bulkJobId ?? null,
    placements,
    unplaced,
    waves: wavesOf(placements),
    quality: {
      placed: placements.length,
      unplaced: unplaced.length,
      worth,
      weight,
      bound,
      optimal,
      meanScore:
        placements.length === 0 ? 0 : placements.reduce((sum, { score }) => sum + score, 0) / placements.length,
      outsidePreferred: placements.filter(({ preferred }) => preferred === false).length,
    },
  };
}

function search(
  space: SearchSpace,
  { seed, stepBudget, algorithm = 'best', isCancelled = () => false }: PlanPostsOptions,
): { readonly occupancy: Occupancy; readonly bound: number | null; readonly optimal: boolean } {
  const small = space.lanes.every(
    (_, lane) => space.demands.filter((demand) => demand.lane === lane).length <= MOST_EXACT_POSTS_A_PLATFORM,
  );
  const { occupancy } = constructPlan(space);
  improvePlan(space, occupancy, seed, stepBudget, isCancelled);
  if (!small || algorithm !== 'best') return { occupancy, bound: null, optimal: false };
  const value = valueOfPlan(space, occupancy.slots);
  const { slots, bound } = exactPlan(space, PROOF_SHARE * stepBudget, value);
  if (slots) return { occupancy: occupancyOf(space, slots), bound: bound!.worth, optimal: true };
  const optimal = bound !== null && compareValues(value, bound) >= 0;
  // A bound with more posts placed says nothing about the worth of a plan with fewer.
  return { occupancy, bound: bound && bound.weight === value.weight ? bound.worth : null, optimal };
}

function occupancyOf(space: SearchSpace, slots: Int32Array): Occupancy {
  const occupancy = new Occupancy(space);
  for (const demand of space.demands) if (slots[demand.index]! >= 0) occupancy.place(demand, slots[demand.index]!);
  return occupancy;
}

/** Planned and pinned posts by time. */
function placementsOf(
  frame: PlanFrame,
  space: SearchSpace,
  occupancy: Occupancy,
  slotScores: SlotScores,
): PostPlacement[] {
  const planned = space.demands.flatMap((demand) => {
    const slot = occupancy.slots[demand.index]!;
    if (slot < 0) return [];
    const start = instantOfMinute(space.minutes[slot]!);
    const preferred = space.preferred[demand.lane];
    return [
      {
        post: demand.post,
        start,
        score: demand.scores[slot]!,
        preferred: preferred ? preferred[slot] === 1 : null,
        pinned: false,
      },
    ];
  });
  const pinned = frame.fixed.flatMap(({ post, start, posted }) =>
    post === null || posted
      ? []
      : [{ post, start, score: scoreAt(slotScores, post, start), preferred: null, pinned: true }],
  );
  const all = [...planned, ...pinned].sort((a, b) => a.start - b.start || (a.post.id < b.post.id ? -1 : 1));
  const waves = waveNumbers(
    all.map(({ start }) => start),
    frame.maxUrgentConcurrent,
  );
  return all.map(({ post, start, score, preferred, pinned }, index) => ({
    id: post.id,
    platform: post.platform,
    start: formatInstant(start),
    score,
    wave: waves[index]!,
    wallTime: wallTimeAt(frame.zone, start),
    timeZone: frame.zone,
    preferred,
    pinned,
  }));
}

function scoreAt(slotScores: SlotScores, post: Post, start: Instant): number {
  return slotScores(post.platform, post.contentType, Int32Array.of(minuteFloor(start)))[0] ?? 0;
}
