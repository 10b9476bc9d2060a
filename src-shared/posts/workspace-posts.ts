import type { Result } from '../base/result';
import type { SchemaProblem } from '../base/schema';
import type { ZoneId } from '../time/zone';
import { POSTS_FORMAT, POSTS_VERSION, type PostsFile, parsePostsFile } from './posts-file';

/**
 * The posts part of a workspace as a posts document, so that both are checked and planned by the same code. There the queue and the history
 * go by longer names, and audiences that nobody has entered yet are an empty list. Problems name the workspace's paths.
 */
export function postsOfWorkspace(
  part: Readonly<Record<string, unknown>>,
  timeZone: ZoneId,
): Result<PostsFile, readonly SchemaProblem[]> {
  const { audiences, queue, performanceHistory, ...rest } = part;
  const parsed = parsePostsFile({
    ...rest,
    format: POSTS_FORMAT,
    version: POSTS_VERSION,
    timeZone,
    audiences: Array.isArray(audiences) ? byPlatform(audiences) : audiences,
    posts: queue,
    history: performanceHistory,
  });
  if (parsed.ok) return parsed;
  return { ok: false, error: parsed.error.map((problem) => ({ ...problem, path: `posts.${renamed(problem.path)}` })) };
}

/** A posts document as the posts part of a workspace. */
export function workspaceOfPosts(file: PostsFile): Record<string, unknown> {
  const { format: _format, version: _version, timeZone: _zone, posts, history, ...rest } = file;
  return { ...rest, queue: posts, performanceHistory: history };
}

function byPlatform(audiences: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    audiences.map((audience, index) => {
      const platform = (audience as { platform?: unknown } | null)?.platform;
      return [typeof platform === 'string' ? platform : String(index), audience];
    }),
  );
}

function renamed(path: string): string {
  return path.replace(/^posts\b/, 'queue').replace(/^history\b/, 'performanceHistory');
}
