// The whole way of a posts file: read, score, plan, check.
import { failed, ok, type Result } from '../base/result';
import type { Violation } from '../engine/plan';
import type { Instant } from '../time/instant';
import { explorationAims } from './adaptive/exploration-aims';
import { learnedByModels, type StoredModel } from './learning/stored-model';
import { planFrameOf } from './plan/plan-frame';
import { DEFAULT_STEP_BUDGET, planPosts } from './plan/plan-posts';
import type { PostingPlan } from './plan/posting-plan';
import { verifyPostingPlan } from './plan/verify';
import { type PostsFile, platformsOf } from './posts-file';
import { type FileScores, scoresOfFile } from './timing/slot-scores';

export interface PlanFileOptions {
  /** Used only when the file names no stretch. */
  readonly now: Instant;
  readonly seed?: number;
  /** Where a forest earned it, its week is planned by. */
  readonly models?: readonly StoredModel[];
  readonly stepBudget?: number;
  readonly onProgress?: (progress: { readonly fraction: number; readonly phase: string }) => void;
  readonly isCancelled?: () => boolean;
}

export interface PlannedFile {
  readonly plan: PostingPlan;
  /** Empty unless the search has a bug: the plan is checked before anybody sees it. */
  readonly violations: readonly Violation[];
  readonly scores: FileScores;
  /** The planned stretch; `until` is exclusive. */
  readonly from: Instant;
  readonly until: Instant;
}

export function planPostsFile(file: PostsFile, options: PlanFileOptions): Result<PlannedFile, string> {
  const frame = planFrameOf(file, options.now);
  if (!frame.ok) return failed(frame.error);
  const { from, until } = frame.value.horizon;
  const { onProgress = () => {} } = options;
  onProgress({ fraction: 0.05, phase: 'Scoring the hours' });
  const scores = scoresOfFile(file, from, learnedByModels(options.models ?? []));
  onProgress({ fraction: 0.2, phase: `Placing ${frame.value.open.length} posts` });
  const plan = planPosts(frame.value, scores.slotScores, {
    gridMinutes: file.gridMinutes,
    seed: options.seed ?? 1,
    stepBudget: options.stepBudget ?? DEFAULT_STEP_BUDGET,
    bulkJobId: file.job?.bulkJobId ?? null,
    aims: explorationAims(file, scores, options.seed ?? 1),
    ...(options.isCancelled ? { isCancelled: options.isCancelled } : {}),
  });
  onProgress({ fraction: 0.9, phase: 'Checking every rule' });
  return ok({ plan, violations: verifyPostingPlan(frame.value, plan), scores, from, until });
}

/** Weekday (1 to 7) -> 24 scores in 0..1. */
export type WeekScores = Readonly<Record<string, readonly number[]>>;

/** Every platform the file speaks of, scored for `contentType` where the platform has it, else for the type the file posts most there. */
export function scoresByPlatform(
  file: PostsFile,
  scores: FileScores,
  contentType: string | null,
): Record<string, WeekScores> {
  const spoken = new Set([
    ...file.posts.map((post) => post.platform),
    ...Object.keys(file.audiences).filter((platform) => platform !== 'default'),
    ...file.constraints.map((constraint) => constraint.platform),
  ]);
  const listed = platformsOf(file).filter((platform) => spoken.size === 0 || spoken.has(platform.id));
  return Object.fromEntries(
    listed.map(({ id, contentTypes }) => {
      const asked = contentTypes.find((type) => type.id === contentType)?.id;
      return [id, byWeekday(scores.week(id, asked ?? commonType(file.posts.filter((post) => post.platform === id))))];
    }),
  );
}

export function byWeekday(week: Float64Array): WeekScores {
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, Array.from(week.subarray((weekday - 1) * 24, weekday * 24))]),
  );
}

/** The type named most often, of equals the first; null when none is named. */
function commonType(posts: PostsFile['posts']): string | null {
  const counts = new Map<string, number>();
  for (const { contentType } of posts) if (contentType) counts.set(contentType, (counts.get(contentType) ?? 0) + 1);
  let best: string | null = null;
  for (const [type, count] of counts) if (best === null || count > counts.get(best)!) best = type;
  return best;
}
