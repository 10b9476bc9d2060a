import { type PostsFile, parsePostsFile } from '#shared/posts/posts-file';

/** A posts document of the fields a test is about; planned from Monday 2026-11-23 to Sunday in UTC unless said. */
export function postsFile(value: Record<string, unknown> = {}): PostsFile {
  const document = { format: 'daywright.posts', version: 1, from: '2026-11-23', to: '2026-11-29', ...value };
  const parsed = parsePostsFile(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
