// The user's edits of the queue. Each is one undo step; a failure is a sentence for the user, and nothing is stored then.
import { failed, ok, type Result } from '#shared/base/result';
import { describeProblem, formatPath, parseWith } from '#shared/base/schema';
import { nameProblems } from '#shared/posts/name-problems';
import { momentFrom } from '#shared/posts/nouns/moment';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { type Campaign, campaignSchema, type Post, postSchema } from '#shared/posts/nouns/post';
import { formatInstant, type Instant } from '#shared/time/instant';
import { performanceRow } from '../../db/post-rows';
import { counted } from '../../ui/format-count';
import { now } from '../clock';
import { commit } from '../commit';
import { newId } from '../new-id';
import { type WorkspaceState, workspaceNow } from '../workspace';
import { placementAt, withWaves } from './post-placement';

/** What a new post needs; everything else has its default. */
export type PostDraft = Pick<Post, 'platform' | 'title'> & Partial<Post>;

/** The value is the new post's id. */
export async function addPost(draft: PostDraft): Promise<Result<string, string>> {
  const id = draft.id ?? newId('post');
  const done = await commit(`Add ${quoted(draft.title)}`, (state) => {
    const post = readPost(state, { ...draft, title: draft.title.trim(), id });
    return post.ok ? { puts: { posts: [post.value], ...pinnedRows(state, post.value) } } : post.error;
  });
  return done.ok ? ok(id) : done;
}

/** A start that is fixed or let go shows at once in the plan in force. */
export function updatePost(id: string, patch: Partial<Post>): Promise<Result<void, string>> {
  return commit(`Change ${naming([id])}`, (state) => {
    const before = postIn(state, id);
    if (!before) return `There is no post ${id}.`;
    const after = readPost(state, { ...before, ...patch, id });
    if (!after.ok) return after.error;
    const letGo = before.pinnedStart !== null && after.value.pinnedStart === null;
    const placement = state.posts.placements.find((one) => one.id === id);
    if (letGo && placement)
      return { puts: { posts: [after.value], postPlacements: [{ ...placement, pinned: false }] } };
    // Its place belongs to another platform's week now.
    if (before.platform !== after.value.platform && after.value.pinnedStart === null) {
      return { puts: { posts: [after.value] }, deletes: { postPlacements: [id] } };
    }
    return { puts: { posts: [after.value], ...pinnedRows(state, after.value) } };
  });
}

/** Removes posts with their places; what was recorded of them stays in the history. */
export function removePosts(ids: readonly string[]): Promise<Result<void, string>> {
  return commit(`Delete ${naming(ids)}`, () => ({ deletes: { posts: ids, postPlacements: ids } }));
}

/** Keeps the post where the plan has it. */
export function pinPost(id: string): Promise<Result<void, string>> {
  const placement = workspaceNow().posts.placements.find((one) => one.id === id);
  if (!placement) return Promise.resolve(failed('A post without a place cannot be locked.'));
  return updatePost(id, { pinnedStart: placement.start });
}

export function unpinPost(id: string): Promise<Result<void, string>> {
  return updatePost(id, { pinnedStart: null });
}

/** Done: it went out at `at`. A record of it begins in the history, with the plan beside it; its figures come later. */
export function markPublished(id: string, at: Instant = now()): Promise<Result<void, string>> {
  return commit(`Publish ${naming([id])}`, (state) => {
    const post = postIn(state, id);
    if (!post) return `There is no post ${id}.`;
    const postedAt = formatInstant(at);
    const known = state.posts.performanceHistory.find((record) => record.postId === id);
    const planned = state.posts.placements.find((one) => one.id === id)?.start ?? null;
    const record = performanceRecordSchema.parse({
      platform: post.platform,
      contentType: post.contentType,
      postId: id,
      plannedAt: planned,
      jobId: post.bulkJobId,
      title: post.title,
      ...known,
      id: known?.id ?? newId('performance'),
      postedAt,
      isSuccessful: known?.isSuccessful ?? true,
    });
    return {
      puts: { posts: [{ ...post, postedAt }], performance: [performanceRow({ ...record, id: String(record.id) })] },
    };
  });
}

/** It was not out after all: the record of it goes too. */
export function unmarkPublished(id: string): Promise<Result<void, string>> {
  return commit(`Reopen ${naming([id])}`, (state) => {
    const post = postIn(state, id);
    if (!post) return `There is no post ${id}.`;
    const records = state.posts.performanceHistory.filter((record) => record.postId === id);
    return {
      puts: { posts: [{ ...post, postedAt: null }] },
      deletes: { performance: records.flatMap((record) => record.id ?? []) },
    };
  });
}

/** Adds or changes a campaign. The value is its id. */
export async function saveCampaign(draft: Partial<Campaign> & Pick<Campaign, 'name'>): Promise<Result<string, string>> {
  const id = draft.id ?? newId('campaign');
  const done = await commit(`Save campaign ${quoted(draft.name)}`, (state) => {
    const before = state.posts.campaigns.find((campaign) => campaign.id === id);
    const parsed = parseWith(campaignSchema, { ...before, ...draft, id });
    return parsed.ok ? { puts: { campaigns: [parsed.value] } } : parsed.error.map(describeProblem).join('\n');
  });
  return done.ok ? ok(id) : done;
}

/** Its posts stay and belong to no campaign. */
export function removeCampaign(id: string): Promise<Result<void, string>> {
  return commit('Delete campaign', (state) => ({
    puts: {
      posts: state.posts.queue.filter((post) => post.campaign === id).map((post) => ({ ...post, campaign: null })),
    },
    deletes: { campaigns: [id] },
  }));
}

/** Checks shape and names. */
export function readPost(state: Pick<WorkspaceState, 'posts'>, value: unknown): Result<Post, string> {
  const parsed = parseWith(postSchema, value);
  if (!parsed.ok) return failed(parsed.error.map(describeProblem).join('\n'));
  const [problem] = nameProblems({
    platforms: state.posts.platforms,
    constraints: [],
    posts: ['posts', [parsed.value]],
    history: ['history', []],
    audiences: [],
  });
  if (!problem) return ok(parsed.value);
  return failed(`${formatPath(problem.path.slice(2))} is ${JSON.stringify(problem.value)}: ${problem.expected}`);
}

export function postIn(state: Pick<WorkspaceState, 'posts'>, id: string): Post | undefined {
  return state.posts.queue.find((post) => post.id === id);
}

export function naming(ids: readonly string[]): string {
  if (ids.length !== 1) return counted(ids.length, 'post');
  return quoted(postIn(workspaceNow(), ids[0]!)?.title || 'post');
}

/** The places of posts that are fixed by hand; none of the others. */
export function pinnedRows(state: WorkspaceState, ...posts: readonly Post[]) {
  const fixed = posts.flatMap((post) => {
    if (post.pinnedStart === null) return [];
    return [placementAt(state, post, momentFrom(post.pinnedStart, state.settings.timeZone))];
  });
  if (fixed.length === 0) return {};
  const { placements, parameters } = state.posts;
  return { postPlacements: withWaves(placements, fixed, new Set(), parameters.maxUrgentConcurrentPosts) };
}

function quoted(title: string): string {
  return `“${title.trim() || 'post'}”`;
}
