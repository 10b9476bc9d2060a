// The posts part of the workspace as rows and back. Lists have a table each, every other field is a row of `postSettings` under its name,
// so that an edit writes, and an undo step keeps, only what it is about.

import type { ColumnMapping } from '#shared/posts/import/column-mapping';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import type { PostingPlan } from '#shared/posts/plan/posting-plan';
import { withRecordIds } from '#shared/posts/record-ids';
import { NO_POSTS, type WorkspacePosts } from '#shared/posts/workspace-posts';
import { parseInstant } from '#shared/time/instant';
import type { Change } from './change';

export interface PerformanceRow {
  readonly id: string;
  readonly platform: string;
  /** Epoch milliseconds, for the index. */
  readonly postedMs: number;
  readonly record: PerformanceRecord;
}

export interface MappingRow {
  readonly id: string;
  /** Higher is newer. */
  readonly order: number;
  readonly mapping: ColumnMapping;
}

export interface PostSettingRow {
  /** The field's name in the document. */
  readonly id: string;
  readonly value: unknown;
}

/** One plan of posts that was stored: a schedule plan. */
export interface PostPlanRecord {
  readonly planId: string;
  /** Counts up with each stored plan. */
  readonly order: number;
  /** ISO instant. */
  readonly plannedAt: string;
  /** The planned stretch, ISO instants; `to` is exclusive. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly bulkJobId: string | null;
  readonly totalMilliseconds: number;
  /** Posts that had a place and have another one now. */
  readonly moved: number;
  readonly quality: PostingPlan['quality'];
  readonly waves: PostingPlan['waves'];
}

/** The document's field that each table holds. */
export const POST_TABLES = {
  posts: 'queue',
  campaigns: 'campaigns',
  postJobs: 'jobs',
  postPlacements: 'placements',
  performance: 'performanceHistory',
  postAudiences: 'audiences',
  postConstraints: 'constraints',
  postModels: 'models',
  columnMappings: 'mappings',
} as const satisfies Readonly<Record<string, keyof WorkspacePosts>>;

const TABLED: ReadonlySet<string> = new Set(Object.values(POST_TABLES));

export function performanceRow(record: PerformanceRecord & { readonly id: string }): PerformanceRow {
  return { id: record.id, platform: record.platform, postedMs: parseInstant(record.postedAt) ?? 0, record };
}

/** Newest first, as in the document. */
export function mappingRows(mappings: readonly ColumnMapping[]): MappingRow[] {
  return mappings.map((mapping, index) => ({ id: mapping.id, order: mappings.length - index, mapping }));
}

export function postRows(posts: WorkspacePosts): NonNullable<Change['puts']> {
  return {
    posts: posts.queue,
    campaigns: posts.campaigns,
    postJobs: posts.jobs,
    postPlacements: posts.placements,
    performance: withRecordIds(posts.performanceHistory).map(performanceRow),
    postAudiences: posts.audiences,
    postConstraints: posts.constraints,
    postModels: posts.models,
    columnMappings: mappingRows(posts.mappings),
    postSettings: Object.entries(posts)
      .filter(([name, value]) => !TABLED.has(name) && !isStarting(name, value))
      .map(([id, value]) => ({ id, value })),
  };
}

/** Fields without a row have their starting value. */
export function settingsOfRows(rows: readonly PostSettingRow[]): WorkspacePosts {
  return { ...NO_POSTS, ...Object.fromEntries(rows.map(({ id, value }) => [id, value])) };
}

function isStarting(name: string, value: unknown): boolean {
  return name in NO_POSTS && JSON.stringify(value) === JSON.stringify(NO_POSTS[name as keyof WorkspacePosts]);
}
