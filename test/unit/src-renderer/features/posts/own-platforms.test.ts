import { expect, it } from 'vitest';
import { ownPlatforms } from '#renderer/features/posts/own-platforms';
import { type PostsFile, parsePostsFile } from '#shared/posts/posts-file';

function fileOf(fields: Record<string, unknown>): PostsFile {
  const file = parsePostsFile({ format: 'daywright.posts', version: 1, ...fields });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
}
const idsOf = (fields: Record<string, unknown>) => ownPlatforms(fileOf(fields)).map(({ id }) => id);

it('names the platforms in use, the busiest first', () => {
  const post = (id: string, platform: string) => ({ id, platform });
  expect(idsOf({ posts: [post('a', 'x'), post('b', 'linkedin'), post('c', 'linkedin')] })).toEqual(['linkedin', 'x']);
  expect(idsOf({ constraints: [{ platform: 'tiktok' }], posts: [post('a', 'x')] })).toEqual(['x', 'tiktok']);
  const mastodon = { id: 'mastodon', name: 'Mastodon', minGapHours: 12, contentTypes: [{ id: 'm', name: 'Post' }] };
  expect(idsOf({ platforms: [mastodon] })).toEqual(['mastodon']);
});

it('names all of them while nothing was entered', () => {
  expect(idsOf({})).toEqual(['youtube', 'tiktok', 'instagram', 'x', 'linkedin', 'facebook']);
});
