// Asking the rules about one post again and again: all its legal starts are found once, until something changes.
import { useMemo } from 'react';
import { platformsOf } from '#shared/posts/posts-file';
import type { Instant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { beginMove, type PostMove } from '../../state/posts/move-post';
import { usePostsFile } from '../../state/posts/posts-file';
import { useWorkspace } from '../../state/workspace';
import { formatDate } from '../../ui';
import { type DropCheck, dropCheck } from './drop-check';

/** Whether a post may start at a moment, and what is said when it may not. */
export function useStartCheck(): (postId: string, at: Instant) => DropCheck {
  const file = usePostsFile();
  const { posts, zone } = useWorkspace((state) => ({ posts: state.posts, zone: state.settings.timeZone }));
  return useMemo(() => {
    const titles = new Map(posts.queue.map(({ id, title }) => [id, title || id]));
    const names = new Map(platformsOf(file).map(({ id, name }) => [id, name]));
    const moves = new Map<string, PostMove | null>();
    const nameOf = (id: string): string | null => {
      const title = titles.get(id);
      if (title) return title;
      // One of the history: `platform@instant`.
      const [platform = '', at = ''] = id.split('@');
      const name = names.get(platform);
      return name ? `the ${name} post of ${formatDate(dayAt(zone, Number(at) as Instant))}` : null;
    };
    return (postId, at) => {
      if (!moves.has(postId)) moves.set(postId, beginMove(postId));
      const move = moves.get(postId);
      const title = titles.get(postId) ?? 'The post';
      if (!move) return { kind: 'refused', at, reason: 'it is published', advice: `${title} stays where it is` };
      return dropCheck(move.verdict(at), title, zone, nameOf);
    };
  }, [file, posts, zone]);
}
