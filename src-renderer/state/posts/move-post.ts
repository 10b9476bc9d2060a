// Moving a post by hand: the verdict before it is dropped, and the move itself, which no rule may refuse.
import { ok, type Result } from '#shared/base/result';
import { storedInstant } from '#shared/engine/epoch-minute';
import type { Violation } from '#shared/engine/plan';
import { breachesAt, isLegalStart, type LegalStarts, legalStarts, nextLegalStart } from '#shared/posts/plan/moves';
import { type PlanFrame, planFrameOf } from '#shared/posts/plan/plan-frame';
import { formatInstant, type Instant, plusMinutes } from '#shared/time/instant';
import { now } from '../clock';
import { commit } from '../commit';
import { type WorkspaceState, workspaceNow } from '../workspace';
import { naming, postIn } from './edit-posts';
import { placementAt, withWaves } from './post-placement';
import { postsFileIn } from './posts-file';

/** How far a post may be moved, and how far the next legal place is looked for. */
const FARTHEST_DAYS = 60;

export interface MoveVerdict {
  /** Where it would start, on the grid. */
  readonly at: Instant;
  readonly legal: boolean;
  /** Rules it would break there, each with the other posts by id; empty where it is legal. */
  readonly breaches: readonly Violation[];
  /** The first sentence of them, for a hint; empty where it is legal. */
  readonly why: string;
  /** The first legal start at or after `at`; null when there is none within 60 days. */
  readonly next: Instant | null;
}

/** What one drag asks again and again: all legal starts are found once, each verdict is then a look-up. */
export interface PostMove {
  readonly postId: string;
  readonly starts: LegalStarts;
  /** `at` is taken to the nearest time of the grid. */
  verdict(at: Instant): MoveVerdict;
}

/** Null for a post that is unknown or published. */
export function beginMove(postId: string): PostMove | null {
  return moveIn(workspaceNow(), postId, now());
}

/** Moves the post and keeps it there, as one undo step. Refused with the first rule it would break. */
export function movePost(postId: string, at: Instant): Promise<Result<void, string>> {
  return commit(`Move ${naming([postId])}`, (state) => {
    const post = postIn(state, postId);
    if (!post) return `There is no post ${postId}.`;
    const move = moveIn(state, postId, now());
    if (!move) return 'A published post stays where it is.';
    const verdict = move.verdict(at);
    if (!verdict.legal) return verdict.why;
    const start = verdict.at;
    const { placements, parameters, unplaced } = state.posts;
    const moved = placementAt(state, post, start);
    return {
      puts: {
        posts: [{ ...post, pinnedStart: formatInstant(start) }],
        postPlacements: withWaves(placements, [moved], new Set(), parameters.maxUrgentConcurrentPosts),
        ...(unplaced.some(({ id }) => id === postId)
          ? { postSettings: [{ id: 'unplaced', value: unplaced.filter(({ id }) => id !== postId) }] }
          : {}),
      },
    };
  });
}

/** Moves to the first legal start at or after a moment. The value is that start. */
export async function movePostToNext(postId: string, from: Instant): Promise<Result<Instant, string>> {
  const next = beginMove(postId)?.verdict(from).next ?? null;
  if (next === null) return { ok: false, error: `There is no place for it within ${FARTHEST_DAYS} days.` };
  const moved = await movePost(postId, next);
  return moved.ok ? ok(next) : moved;
}

function moveIn(state: WorkspaceState, postId: string, at: Instant): PostMove | null {
  const frame = frameOf(state, at);
  const { placements, gridMinutes } = state.posts;
  // Published posts count by when they went out, and a place whose time passed unused is in nobody's way.
  const queued = new Set(state.posts.queue.filter((post) => post.postedAt === null).map(({ id }) => id));
  const given = placements.filter(({ id, start }) => queued.has(id) && storedInstant(start) >= at);
  const starts = frame && legalStarts(frame, given, postId, gridMinutes);
  if (!frame || !starts) return null;
  return {
    postId,
    starts,
    verdict(wanted) {
      const start = onGrid(starts, wanted);
      const legal = isLegalStart(starts, start);
      const breaches = legal ? [] : breachesAt(frame, given, postId, start);
      const why = breaches[0]?.message ?? (legal ? '' : 'That time is over.');
      return { at: start, legal, breaches, why, next: legal ? start : nextLegalStart(starts, start) };
    },
  };
}

function frameOf(state: WorkspaceState, at: Instant): PlanFrame | null {
  const until = plusMinutes(at, FARTHEST_DAYS * 1440);
  const file = { ...postsFileIn(state), from: formatInstant(at), to: formatInstant(until), job: null };
  const frame = planFrameOf(file, at);
  return frame.ok ? frame.value : null;
}

function onGrid({ minutes }: LegalStarts, at: Instant): Instant {
  const first = minutes[0];
  if (first === undefined) return at;
  const step = (minutes[1] ?? first + 15) - first;
  const slot = Math.round((at / 60_000 - first) / step);
  return ((first + slot * step) * 60_000) as Instant;
}
