import { storedInstant } from '../engine/epoch-minute';
import type { Instant } from '../time/instant';
import type { Post } from './nouns/post';
import type { PostPlacement } from './plan/posting-plan';

/** "Time to post": what a notice says and what its copy button takes. */
export interface PostReminder {
  readonly postId: string;
  readonly platform: string;
  readonly at: Instant;
  readonly title: string;
  /** For the clipboard; empty when the post has no text. */
  readonly text: string;
}

/** Placed posts whose time lies in [from, to) and that are not done, by time. */
export function remindersBetween(
  placements: readonly PostPlacement[],
  posts: readonly Post[],
  from: Instant,
  to: Instant,
): PostReminder[] {
  const postById = new Map(posts.map((post) => [post.id, post]));
  return placements
    .flatMap((placement): PostReminder[] => {
      const post = postById.get(placement.id);
      const at = storedInstant(placement.start);
      if (!post || post.postedAt !== null || at < from || at >= to) return [];
      return [{ postId: post.id, platform: post.platform, at, title: post.title || post.id, text: post.text }];
    })
    .sort((a, b) => a.at - b.at || (a.postId < b.postId ? -1 : 1));
}
