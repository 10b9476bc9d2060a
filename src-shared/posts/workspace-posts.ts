// Everything about posts that a user owns, as the `posts` part of the workspace. The command line's posts file is the same data under
// shorter names, so that both are checked and planned by the same code.
import { type Infer, s } from '../base/schema';
import { instantField } from '../time/fields';
import type { ZoneId } from '../time/zone';
import { adaptiveStateSchema } from './adaptive/adaptive-state';
import { adjustmentsSchema } from './evidence/adjustment';
import { EVIDENCE_2025 } from './evidence/evidence-2025';
import { evidenceWindowSchema } from './evidence/evidence-window';
import { STARTING_ADJUSTMENTS } from './evidence/starting-adjustments';
import { columnMappingSchema } from './import/column-mapping';
import { storedModelSchema } from './learning/stored-model';
import { type NameProblem, nameProblems } from './name-problems';
import { audienceSchema } from './nouns/audience';
import { batchJobSchema } from './nouns/batch-job';
import { constraintSchema } from './nouns/constraint';
import { parametersSchema, STARTING_PARAMETERS } from './nouns/parameters';
import { performanceRecordSchema } from './nouns/performance-record';
import { platformSchema } from './nouns/platform';
import { campaignSchema, postSchema } from './nouns/post';
import { withContractNames } from './nouns/snake-case-names';
import { postPlacementSchema, postUnplacedSchema } from './plan/posting-plan';
import { POSTS_FORMAT, POSTS_VERSION, type PostsFile } from './posts-file';

/** Who sees the posts of one platform; `default` serves those without an own one. */
export const platformAudienceSchema = audienceSchema.extend({ platform: s.string() });

/** A batch job that was taken in, with what came of it. */
export const storedJobSchema = batchJobSchema.extend({ takenAt: instantField.nullable().default(null) });

const fieldsSchema = s.looseObject({
  audiences: s.array(platformAudienceSchema).default([]),
  constraints: s.array(constraintSchema).default([]),
  queue: s.array(postSchema).default([]),
  campaigns: s.array(campaignSchema).default([]),
  jobs: s.array(storedJobSchema).default([]),
  /** The plan in force; published posts keep theirs. */
  placements: s.array(postPlacementSchema).default([]),
  /** Of the last plan. */
  unplaced: s.array(postUnplacedSchema).default([]),
  performanceHistory: s.array(performanceRecordSchema).default([]),
  /** Further platforms, or built-in ones changed. */
  platforms: s.array(platformSchema).default([]),
  /** Evidence windows the user edited; null: the built-in ones. */
  evidence: s.array(evidenceWindowSchema).nullable().default(null),
  /** Adjustments the user edited; null: the starting ones. */
  adjustments: adjustmentsSchema.nullable().default(null),
  parameters: parametersSchema.default(STARTING_PARAMETERS),
  /** What the adaptive cycle remembers; its parameters are those above. Null before its first turn. */
  adaptive: adaptiveStateSchema.nullable().default(null),
  exploration: s.enum(['none', 'thompson', 'ucb']).default('none'),
  gridMinutes: s.literal([5, 10, 15, 30, 60]).default(15),
  /** By platform, as last trained. */
  models: s.array(storedModelSchema).default([]),
  /** Column mappings remembered from imports, newest first. */
  mappings: s.array(columnMappingSchema).default([]),
});

/** Shapes, then names that must exist. Audiences may also stand by platform, and Python names are read too. */
export const workspacePostsSchema = s
  .unknown()
  .default({})
  .transform((value) => withAudienceList(withContractNames(value)))
  .pipe(
    fieldsSchema.check(({ value, issues }) => {
      for (const { path, value: input, expected } of problemsOf(value)) {
        issues.push({ code: 'custom', message: expected, path: [...path], input });
      }
    }),
  );

export type WorkspacePosts = Infer<typeof workspacePostsSchema>;
export type PlatformAudience = Infer<typeof platformAudienceSchema>;
export type StoredJob = Infer<typeof storedJobSchema>;

export const NO_POSTS: WorkspacePosts = fieldsSchema.parse({});

/** The part as a posts document in the zone of the settings. */
export function postsFileOf(posts: WorkspacePosts, timeZone: ZoneId): PostsFile {
  const { audiences, queue, performanceHistory, evidence, adjustments, ...rest } = posts;
  const { jobs: _jobs, placements: _placed, unplaced: _unplaced, mappings: _mappings, ...more } = rest;
  const { adaptive: _adaptive, models: _models, ...fields } = more;
  return {
    ...fields,
    format: POSTS_FORMAT,
    version: POSTS_VERSION,
    timeZone,
    from: null,
    to: null,
    job: null,
    audiences: Object.fromEntries(audiences.map(({ platform, ...audience }) => [platform, audience])),
    posts: queue,
    history: performanceHistory,
    evidence: evidence ?? [...EVIDENCE_2025],
    adjustments: adjustments ?? STARTING_ADJUSTMENTS,
  };
}

/** A posts document as the posts part of a workspace: what it says replaces what stands there, the rest stays. */
export function workspaceOfPosts(file: PostsFile, rest: WorkspacePosts = NO_POSTS): WorkspacePosts {
  const { format: _format, version: _version, timeZone: _zone, from: _from, to: _to, job, ...fields } = file;
  const { posts, history, audiences, evidence, adjustments, ...own } = fields;
  const isBuiltIn = JSON.stringify(evidence) === JSON.stringify(EVIDENCE_2025);
  const isStarting = JSON.stringify(adjustments) === JSON.stringify(STARTING_ADJUSTMENTS);
  return {
    ...rest,
    ...own,
    audiences: Object.entries(audiences).map(([platform, audience]) => ({ ...audience, platform })),
    queue: posts,
    performanceHistory: history,
    evidence: isBuiltIn ? null : evidence,
    adjustments: isStarting ? null : adjustments,
    jobs: job === null ? rest.jobs : [...rest.jobs, { ...job, takenAt: null }],
  };
}

function problemsOf(value: Infer<typeof fieldsSchema>): readonly NameProblem[] {
  return nameProblems({
    platforms: value.platforms,
    constraints: value.constraints,
    posts: ['queue', value.queue],
    history: ['performanceHistory', value.performanceHistory],
    audiences: value.audiences.map(({ platform }, index) => [['audiences', index, 'platform'], platform] as const),
  });
}

/** Audiences by platform as the list it is stored as. */
function withAudienceList(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { audiences } = value as { audiences?: unknown };
  if (typeof audiences !== 'object' || audiences === null || Array.isArray(audiences)) return value;
  const list = Object.entries(audiences).map(([platform, audience]) => ({ ...(audience as object), platform }));
  return { ...value, audiences: list };
}
