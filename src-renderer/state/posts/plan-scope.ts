// Which posts a plan may place, and which only stand in its way. Pure.
import { storedInstant } from '#shared/engine/epoch-minute';
import { momentFrom } from '#shared/posts/nouns/moment';
import type { Post } from '#shared/posts/nouns/post';
import type { PostingPlan } from '#shared/posts/plan/posting-plan';
import type { PostsFile } from '#shared/posts/posts-file';
import { formatInstant, type Instant } from '#shared/time/instant';
import type { Change } from '../../db/change';
import type { WorkspaceState } from '../workspace';
import { withWaves } from './post-placement';
import { postsFileIn } from './posts-file';

/** The stretch to fill; `jobId`: with the posts of this batch job alone, else with those of none. */
export interface PlanScope {
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
  readonly jobId: string | null;
}

export interface ScopedFile {
  readonly file: PostsFile;
  /** Posts that the plan may move or place. */
  readonly open: ReadonlySet<string>;
}

/** Open is what is neither out nor fixed, lies not planned beyond the stretch, and may go out inside it. Everything else that has a place stays there. */
export function scopedFile(state: WorkspaceState, { from, until, jobId }: PlanScope): ScopedFile {
  const file = postsFileIn(state);
  const placed = new Map(state.posts.placements.map((placement) => [placement.id, placement.start]));
  const open = new Set<string>();
  const posts = file.posts.flatMap((post): Post[] => {
    if (post.postedAt !== null || post.pinnedStart !== null) return [post];
    const start = placed.get(post.id);
    const isElsewhere = start !== undefined && storedInstant(start) >= until;
    if (post.bulkJobId === jobId && !isElsewhere && beginsBefore(file, post, until)) {
      open.add(post.id);
      return [post];
    }
    const isAhead = start !== undefined && storedInstant(start) >= from;
    return isAhead ? [{ ...post, pinnedStart: start }] : [];
  });
  const job = jobId === null ? null : (state.posts.jobs.find(({ bulkJobId }) => bulkJobId === jobId) ?? null);
  // A bound of the file is inclusive to the minute.
  const to = formatInstant((until - 60_000) as Instant);
  return { file: { ...file, posts, job, from: formatInstant(from), to }, open };
}

/** The rows that put a plan in force for the posts it was about. */
export function planChange(
  state: WorkspaceState,
  open: ReadonlySet<string>,
  plan: Pick<PostingPlan, 'placements' | 'unplaced'>,
): Change {
  const placements = plan.placements.filter(({ id }) => open.has(id));
  const placedIds = new Set(placements.map(({ id }) => id));
  const gone = new Set(
    state.posts.placements.filter(({ id }) => open.has(id) && !placedIds.has(id)).map(({ id }) => id),
  );
  const queued = new Set(state.posts.queue.filter((post) => post.postedAt === null).map(({ id }) => id));
  const others = state.posts.unplaced.filter(({ id }) => !open.has(id) && queued.has(id));
  return {
    puts: {
      postPlacements: withWaves(
        state.posts.placements,
        placements,
        gone,
        state.posts.parameters.maxUrgentConcurrentPosts,
      ),
      postSettings: [{ id: 'unplaced', value: [...others, ...plan.unplaced.filter(({ id }) => open.has(id))] }],
    },
    deletes: { postPlacements: [...gone] },
  };
}

/** What is overdue is open too, and told so; what begins later waits for its own week. */
function beginsBefore(file: PostsFile, post: Post, until: Instant): boolean {
  return post.earliest === null || momentFrom(post.earliest, file.timeZone) < until;
}
