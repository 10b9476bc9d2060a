// What the command line plans and the workspace stores about posts, as one document.
import { failed, ok, type Result } from '../base/result';
import { formatPath, type Infer, parseWith, type SchemaProblem, s } from '../base/schema';
import { zoneField } from '../time/fields';
import { parseZone } from '../time/zone';
import { adjustmentsSchema } from './evidence/adjustment';
import { EVIDENCE_2025 } from './evidence/evidence-2025';
import { evidenceWindowSchema } from './evidence/evidence-window';
import { STARTING_ADJUSTMENTS } from './evidence/starting-adjustments';
import { nameProblems } from './name-problems';
import { audienceSchema } from './nouns/audience';
import { zoneNameOfOffset } from './nouns/audience-zone';
import { batchJobSchema } from './nouns/batch-job';
import { constraintSchema } from './nouns/constraint';
import { momentField } from './nouns/moment';
import { parametersSchema } from './nouns/parameters';
import { performanceRecordSchema } from './nouns/performance-record';
import { mergePlatforms, type Platform, platformSchema } from './nouns/platform';
import { PLATFORM_CATALOG } from './nouns/platform-catalog';
import { campaignSchema, postSchema } from './nouns/post';
import { withContractNames } from './nouns/snake-case-names';

export const POSTS_FORMAT = 'daywright.posts';
export const POSTS_VERSION = 1;

export const postsFileSchema = s.looseObject({
  format: s.literal(POSTS_FORMAT),
  version: s.literal(POSTS_VERSION),
  /** Windows, caps and cells are read in this zone. */
  timeZone: zoneField.default(parseZone('UTC')!),
  /** The planned stretch; a day as `to` is planned to its end. Absent: the job's window, else a week from now. */
  from: momentField.nullable().default(null),
  to: momentField.nullable().default(null),
  /** Platform -> audience; `default` serves platforms without one. */
  audiences: s.record(s.string(), audienceSchema).default({}),
  constraints: s.array(constraintSchema).default([]),
  posts: s.array(postSchema).default([]),
  campaigns: s.array(campaignSchema).default([]),
  history: s.array(performanceRecordSchema).default([]),
  job: batchJobSchema.nullable().default(null),
  /** Further platforms, or built-in ones changed. */
  platforms: s.array(platformSchema).default([]),
  /** Replaces the built-in evidence when given. */
  evidence: s.array(evidenceWindowSchema).default([...EVIDENCE_2025]),
  adjustments: adjustmentsSchema.default(STARTING_ADJUSTMENTS),
  parameters: parametersSchema.default(parametersSchema.parse({})),
  /** Whether some posts try hours hardly tried before: `explorationRate` of them, by the policy. */
  exploration: s.enum(['none', 'thompson', 'ucb']).default('none'),
  /** Starts lie on this grid, counted from local midnight. */
  gridMinutes: s.literal([5, 10, 15, 30, 60]).default(15),
});

export type PostsFile = Infer<typeof postsFileSchema>;

/** Checks a posts document: shapes, then names that must exist. Fields nobody knows are kept. */
export function parsePostsFile(value: unknown): Result<PostsFile, readonly SchemaProblem[]> {
  const parsed = parseWith(postsFileSchema, withZoneName(withContractNames(value)));
  if (!parsed.ok) return parsed;
  const file = parsed.value;
  const problems = nameProblems({
    platforms: file.platforms,
    constraints: file.constraints,
    posts: ['posts', file.posts],
    history: ['history', file.history],
    audiences: Object.keys(file.audiences).map((platform) => [['audiences', platform], platform] as const),
  });
  if (problems.length === 0) return ok(file);
  return failed(
    problems.map(({ path, value, expected }) => ({ path: formatPath(path), value: JSON.stringify(value), expected })),
  );
}

/** The file's zone may be an offset too, as an audience's. */
function withZoneName(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('timeZone' in value)) return value;
  const name = typeof value.timeZone === 'string' ? zoneNameOfOffset(value.timeZone) : null;
  return name === null ? value : { ...value, timeZone: name };
}

/** The built-in platforms and the file's own. */
export function platformsOf(file: Pick<PostsFile, 'platforms'>): Platform[] {
  return mergePlatforms(PLATFORM_CATALOG, file.platforms);
}
