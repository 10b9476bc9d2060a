// The whole way of a posts file: read, score, plan, check.
import { failed, ok, type Result } from '../base/result';
import type { Violation } from '../engine/plan';
import type { Instant } from '../time/instant';
import { explorationAims } from './adaptive/exploration-aims';
import { modelWeek } from './learning/model-week';
import type { TrainedModel } from './learning/train-platform';
import { planFrameOf } from './plan/plan-frame';
import { DEFAULT_STEP_BUDGET, planPosts } from './plan/plan-posts';
import type { PostingPlan } from './plan/posting-plan';
import { verifyPostingPlan } from './plan/verify';
import { type PostsFile, platformsOf } from './posts-file';
import { type FileScores, type LearnedWeek, scoresOfFile } from './timing/slot-scores';

export interface PlanFileOptions {
  /** Used only when the file names no stretch. */
  readonly now: Instant;
  readonly seed?: number;
  /** Trained models by platform: where a forest earned it, its week is planned by. */
  readonly models?: ReadonlyMap<string, TrainedModel>;
  readonly stepBudget?: number;
  readonly isCancelled?: () => boolean;
}

export interface PlannedFile {
  readonly plan: PostingPlan;
  /** Empty unless the search has a bug: the plan is checked before anybody sees it. */
  readonly violations: readonly Violation[];
  readonly scores: FileScores;
  /** The first moment of the planned stretch. */
  readonly from: Instant;
}

export function planPostsFile(file: PostsFile, options: PlanFileOptions): Result<PlannedFile, string> {
  const frame = planFrameOf(file, options.now);
  if (!frame.ok) return failed(frame.error);
  const from = frame.value.horizon.from;
  const scores = scoresOfFile(file, from, weekOfModels(file, options.models ?? new Map()));
  const plan = planPosts(frame.value, scores.slotScores, {
    gridMinutes: file.gridMinutes,
    seed: options.seed ?? 1,
    stepBudget: options.stepBudget ?? DEFAULT_STEP_BUDGET,
    bulkJobId: file.job?.bulkJobId ?? null,
    aims: explorationAims(file, scores, options.seed ?? 1),
    ...(options.isCancelled ? { isCancelled: options.isCancelled } : {}),
  });
  return ok({ plan, violations: verifyPostingPlan(frame.value, plan), scores, from });
}

/** The week of a platform's forest, made once for each content type. */
function weekOfModels(file: PostsFile, models: ReadonlyMap<string, TrainedModel>): LearnedWeek {
  const made = new Map<string, Float64Array | null>();
  return (question) => {
    const model = models.get(question.platform);
    if (!model) return null;
    const key = `${question.platform} ${question.contentType.id}`;
    let week = made.get(key);
    if (week === undefined) {
      week = modelWeek(model, file.history, { question, priorStrength: file.parameters.priorStrength });
      made.set(key, week);
    }
    return week;
  };
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
