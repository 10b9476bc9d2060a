// The way to version 2: posts that waited in the untyped extras of the document move into their tables.
import type { Transaction } from 'dexie';
import { parseWith } from '#shared/base/schema';
import { workspacePostsSchema } from '#shared/posts/workspace-posts';
import { postRows } from '../post-rows';

/** What cannot be read as posts stays in the document under another name: nothing is lost, and nothing half understood is planned. */
export async function postsFromExtras(transaction: Transaction): Promise<void> {
  const row = (await transaction.table('meta').get('documentExtras')) as
    | { value?: Record<string, unknown> }
    | undefined;
  if (row?.value?.posts === undefined) return;
  const { posts, ...extras } = row.value;
  const read = parseWith(workspacePostsSchema, posts);
  const rest = read.ok ? extras : { ...extras, unreadPosts: posts };
  await transaction.table('meta').put({ ...row, value: rest });
  if (!read.ok) return;
  for (const [table, rows] of Object.entries(postRows(read.value))) await transaction.table(table).bulkPut([...rows]);
}
