// The user's edits of what platforms demand, who watches, what studies say and how learning goes. Each is one undo step.
import type { Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import type { Adjustments } from '#shared/posts/evidence/adjustment';
import { EVIDENCE_2025 } from '#shared/posts/evidence/evidence-2025';
import type { EvidenceWindow } from '#shared/posts/evidence/evidence-window';
import type { Audience } from '#shared/posts/nouns/audience';
import type { Constraint } from '#shared/posts/nouns/constraint';
import { type Parameters, STARTING_PARAMETERS } from '#shared/posts/nouns/parameters';
import type { Platform } from '#shared/posts/nouns/platform';
import { platformsOf } from '#shared/posts/posts-file';
import { applyRecommendation, type RecommendedChange } from '#shared/posts/recommendations';
import { type WorkspacePosts, workspaceOfPosts, workspacePostsSchema } from '#shared/posts/workspace-posts';
import type { Change } from '../../db/change';
import { postRows } from '../../db/post-rows';
import { commit } from '../commit';
import { workspaceNow } from '../workspace';
import { postsFileIn, postsFileNow } from './posts-file';

/** What a platform demands; what the patch leaves out stays. `undefined` as a value falls back to the platform's own. */
export function updateConstraint(platform: string, patch: Partial<Constraint>): Promise<Result<void, string>> {
  return changePosts(`Change the rules of ${platformName(platform)}`, (posts) => ({
    constraints: replaced(posts.constraints, platform, {
      dailyCap: null,
      apiQuota: null,
      preferredWindows: [],
      preferredOnly: false,
      prohibitedWindows: [],
      ...posts.constraints.find((one) => one.platform === platform),
      ...patch,
      platform,
    }),
  }));
}

/** The platform's own gap and nothing else. */
export function resetConstraint(platform: string): Promise<Result<void, string>> {
  return commit(`Reset the rules of ${platformName(platform)}`, () => ({ deletes: { postConstraints: [platform] } }));
}

/** Who watches a platform; `default` is for those without an own audience. */
export function updateAudience(platform: string, audience: Audience): Promise<Result<void, string>> {
  return changePosts(`Change the audience of ${platformName(platform)}`, (posts) => ({
    audiences: replaced(posts.audiences, platform, { ...audience, platform }),
  }));
}

export function removeAudience(platform: string): Promise<Result<void, string>> {
  return commit(`Remove the audience of ${platformName(platform)}`, () => ({ deletes: { postAudiences: [platform] } }));
}

/** Replaces all evidence windows; each carries source and year. */
export function updateEvidence(windows: readonly EvidenceWindow[]): Promise<Result<void, string>> {
  return setField('Change the evidence', 'evidence', [...windows]);
}

/** The built-in windows again: of one platform, or of all. */
export function resetEvidence(platform: string | null): Promise<Result<void, string>> {
  if (platform === null) return setField('Reset the evidence', 'evidence', null);
  const others = postsFileNow().evidence.filter((window) => window.platform !== platform);
  const own = EVIDENCE_2025.filter((window) => window.platform === platform);
  return setField(`Reset the evidence of ${platformName(platform)}`, 'evidence', [...others, ...own]);
}

export function updateAdjustments(adjustments: Adjustments | null): Promise<Result<void, string>> {
  return setField('Change the adjustments', 'adjustments', adjustments);
}

export function updateParameters(patch: Partial<Parameters>): Promise<Result<void, string>> {
  return changePosts('Change the posting parameters', (posts) => {
    const parameters = { ...posts.parameters, ...patch };
    return { parameters, adaptive: posts.adaptive && { ...posts.adaptive, parameters } };
  });
}

export function resetParameters(): Promise<Result<void, string>> {
  return updateParameters(STARTING_PARAMETERS);
}

/** `none` switches exploring off; with the others a share of the posts tries hours hardly tried. */
export function setExploration(exploration: WorkspacePosts['exploration']): Promise<Result<void, string>> {
  return setField(exploration === 'none' ? 'Stop exploring' : 'Explore new hours', 'exploration', exploration);
}

/** Starts lie on this grid. */
export function setGridMinutes(gridMinutes: WorkspacePosts['gridMinutes']): Promise<Result<void, string>> {
  return setField('Change the posting grid', 'gridMinutes', gridMinutes);
}

/** Adds a platform, or changes a built-in one. */
export function savePlatform(platform: Platform): Promise<Result<void, string>> {
  return changePosts(`Save ${platform.name}`, (posts) => ({
    platforms: [...posts.platforms.filter(({ id }) => id !== platform.id), platform],
  }));
}

/** Takes an own platform with its rules, audience and studies, or the change of a built-in one, back. Refused while posts or figures are of it. */
export function removePlatform(id: string): Promise<Result<void, string>> {
  return commit(`Remove ${platformName(id)}`, ({ posts }) => {
    const platforms = posts.platforms.filter((platform) => platform.id !== id);
    if (platformsOf({ platforms }).some((platform) => platform.id === id))
      return checked(posts, { ...posts, platforms });
    const elsewhere = ({ platform }: { readonly platform: string }) => platform !== id;
    const change = checked(posts, {
      ...posts,
      platforms,
      constraints: posts.constraints.filter(elsewhere),
      audiences: posts.audiences.filter(elsewhere),
      evidence: posts.evidence?.filter(elsewhere) ?? null,
    });
    if (typeof change === 'string') return change;
    return { ...change, deletes: { ...change.deletes, postConstraints: [id], postAudiences: [id], postModels: [id] } };
  });
}

/** One click: the change a recommendation carries. */
export function applyRecommended(change: RecommendedChange): Promise<Result<void, string>> {
  return commit('Apply a recommendation', (state) => {
    const changed = workspaceOfPosts(applyRecommendation(postsFileIn(state), change), state.posts);
    const parameters = { parameters: changed.parameters };
    return checked(state.posts, {
      ...changed,
      adaptive: state.posts.adaptive && { ...state.posts.adaptive, ...parameters },
    });
  });
}

function setField<Name extends keyof WorkspacePosts>(
  label: string,
  name: Name,
  value: WorkspacePosts[Name],
): Promise<Result<void, string>> {
  return changePosts(label, () => ({ [name]: value }) as Partial<WorkspacePosts>);
}

function changePosts(
  label: string,
  change: (posts: WorkspacePosts) => Partial<WorkspacePosts>,
): Promise<Result<void, string>> {
  return commit(label, ({ posts }) => checked(posts, { ...posts, ...change(posts) }));
}

/** The rows that differ, once the whole was checked; else what is wrong with it. */
function checked(before: WorkspacePosts, after: WorkspacePosts): Change | string {
  // Thousands of records need no look unless the platforms they name are what changes.
  const rest = after.platforms === before.platforms ? { ...after, performanceHistory: [], placements: [] } : after;
  const parsed = parseWith(workspacePostsSchema, rest);
  if (!parsed.ok) return parsed.error.map(describeProblem).join('\n');
  const wanted = postRows({ ...parsed.value, performanceHistory: [] });
  const present = postRows({ ...before, performanceHistory: [] });
  const kept = new Set(wanted.postSettings?.map(({ id }) => id));
  return {
    puts: {
      postConstraints: differing(wanted.postConstraints, present.postConstraints),
      postAudiences: differing(wanted.postAudiences, present.postAudiences),
      postSettings: differing(wanted.postSettings, present.postSettings),
    },
    deletes: { postSettings: (present.postSettings ?? []).map(({ id }) => id).filter((id) => !kept.has(id)) },
  };
}

function differing<Row>(wanted: readonly Row[] = [], present: readonly Row[] = []): Row[] {
  const known = new Set(present.map((row) => JSON.stringify(row)));
  return wanted.filter((row) => !known.has(JSON.stringify(row)));
}

function replaced<Row extends { readonly platform: string }>(rows: readonly Row[], platform: string, row: Row): Row[] {
  return [...rows.filter((one) => one.platform !== platform), row];
}

function platformName(id: string): string {
  if (id === 'default') return 'all platforms';
  return platformsOf(workspaceNow().posts).find((platform) => platform.id === id)?.name ?? id;
}
