// Posts in memory: read with the workspace, brought up to date by each change.
import { by, descending, inOrder } from '#shared/base/ordering';
import { storedInstant } from '#shared/engine/epoch-minute';
import type { WorkspacePosts } from '#shared/posts/workspace-posts';
import type { DaywrightDatabase } from '../../db/database';
import { POST_TABLES, settingsOfRows } from '../../db/post-rows';
import type { TableName } from '../../db/rows';
import type { WorkspaceState } from '../workspace';

type PostsMemory = Pick<WorkspaceState, 'posts' | 'lastPostPlan'>;
type ListTable = keyof typeof POST_TABLES;

const LIST_TABLES = Object.keys(POST_TABLES) as readonly ListTable[];

/** Tables that a document fills. Records of plans describe this machine's past. */
export const POST_DOCUMENT_TABLES: readonly TableName[] = [...LIST_TABLES, 'postSettings'];

/** The posts part of the document, from the store. */
export async function readPosts(db: DaywrightDatabase): Promise<WorkspacePosts> {
  return { ...settingsOfRows(await db.postSettings.toArray()), ...(await readLists(db, LIST_TABLES)) };
}

export async function loadPosts(db: DaywrightDatabase): Promise<PostsMemory> {
  const [posts, lastPostPlan] = await Promise.all([readPosts(db), db.postPlans.orderBy('order').last()]);
  return { posts, lastPostPlan: lastPostPlan ?? null };
}

/** What a stored change means for the memory copy: the tables it touched are read again. */
export async function takeOverPosts(
  db: DaywrightDatabase,
  { posts }: WorkspaceState,
  touched: ReadonlySet<TableName>,
): Promise<Partial<PostsMemory>> {
  const next: { -readonly [Name in keyof PostsMemory]?: PostsMemory[Name] } = {};
  const lists = LIST_TABLES.filter((table) => touched.has(table));
  if (touched.has('postSettings')) {
    const kept = Object.values(POST_TABLES).map((field) => [field, posts[field]]);
    next.posts = { ...settingsOfRows(await db.postSettings.toArray()), ...Object.fromEntries(kept) };
  }
  if (lists.length > 0) next.posts = { ...(next.posts ?? posts), ...(await readLists(db, lists)) };
  if (touched.has('postPlans')) next.lastPostPlan = (await db.postPlans.orderBy('order').last()) ?? null;
  return next;
}

/** Whether a user made or recorded anything here. */
export function holdsPosts(posts: WorkspacePosts): boolean {
  return Object.values(POST_TABLES).some((field) => posts[field].length > 0);
}

async function readLists(db: DaywrightDatabase, tables: readonly ListTable[]): Promise<Partial<WorkspacePosts>> {
  const read = await Promise.all(tables.map(async (table) => [POST_TABLES[table], await readers[table](db)]));
  return Object.fromEntries(read);
}

// One order in memory and after a reload: the same queue must give the same plan. Tables come in the order of their keys.
const readers: { readonly [Table in ListTable]: (db: DaywrightDatabase) => Promise<readonly unknown[]> } = {
  posts: (db) => db.posts.toArray(),
  campaigns: (db) => db.campaigns.toArray(),
  postJobs: (db) => db.postJobs.toArray(),
  postPlacements: async (db) =>
    (await db.postPlacements.toArray()).sort(
      inOrder(
        by((row) => storedInstant(row.start)),
        by((row) => row.id),
      ),
    ),
  performance: async (db) =>
    (await db.performance.toArray()).sort(by((row) => row.postedMs)).map(({ record }) => record),
  postAudiences: (db) => db.postAudiences.toArray(),
  postConstraints: (db) => db.postConstraints.toArray(),
  postModels: (db) => db.postModels.toArray(),
  columnMappings: async (db) =>
    (await db.columnMappings.toArray()).sort(descending(by((row) => row.order))).map(({ mapping }) => mapping),
};
