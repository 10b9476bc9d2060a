// The platforms a user posts on: those that anything of theirs speaks of, the busiest first.
import type { Platform } from '#shared/posts/nouns/platform';
import { type PostsFile, platformsOf } from '#shared/posts/posts-file';

/** Those in use, by posts and records; all of them while nothing was entered. Of equals in the order of the catalog. */
export function ownPlatforms(file: PostsFile): readonly Platform[] {
  const all = platformsOf(file);
  const uses = new Map<string, number>();
  const use = (platform: string, by = 1) => uses.set(platform, (uses.get(platform) ?? 0) + by);
  for (const { platform } of file.history) use(platform);
  for (const { platform } of file.posts) use(platform);
  for (const { platform } of file.constraints) use(platform, 0);
  for (const platform of Object.keys(file.audiences)) use(platform, 0);
  for (const { id } of file.platforms) use(id, 0);
  const own = all.filter(({ id }) => uses.has(id));
  if (own.length === 0) return all;
  return own.sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0));
}
