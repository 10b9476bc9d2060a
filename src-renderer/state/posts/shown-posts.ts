import { useMemo } from 'react';
import { type ShownPost, shownPosts } from '#shared/posts/shown-posts';
import { useWorkspace } from '../workspace';

/** The posts that have a place, as Week and Today show them. */
export function useShownPosts(): readonly ShownPost[] {
  const { posts, zone } = useWorkspace((state) => ({ posts: state.posts, zone: state.settings.timeZone }));
  return useMemo(() => shownPosts(posts, zone), [posts, zone]);
}
