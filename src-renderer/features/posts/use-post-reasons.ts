import { useMemo } from 'react';
import { storedInstant } from '#shared/engine/epoch-minute';
import { momentFrom } from '#shared/posts/nouns/moment';
import type { Post } from '#shared/posts/nouns/post';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { platformsOf } from '#shared/posts/posts-file';
import type { Instant } from '#shared/time/instant';
import { now } from '../../state/clock';
import { beginMove } from '../../state/posts/move-post';
import { scoresIn, usePostsFile } from '../../state/posts/posts-file';
import { usePlatformView } from '../../state/posts/views';
import { useWorkspace } from '../../state/workspace';
import { type WhyThisHour, whyThisHour } from './why-this-hour';

export interface PostReasons {
  /** "Instagram · Story". */
  readonly kind: string;
  readonly start: Instant | null;
  /** Null without a place. */
  readonly why: WhyThisHour | null;
}

/** Where a post stands and what speaks for it. */
export function usePostReasons(post: Post): PostReasons {
  const file = usePostsFile();
  const posts = useWorkspace((state) => state.posts);
  const week = usePlatformView(post.platform, post.contentType);
  return useMemo(() => {
    const platform = platformsOf(file).find(({ id }) => id === post.platform);
    const type = platform?.contentTypes.find(({ id }) => id === post.contentType) ?? platform?.contentTypes[0];
    const kind = [platform?.name ?? post.platform, type?.name ?? ''].filter(Boolean).join(' · ');
    const fixed = post.postedAt ?? post.pinnedStart;
    const placed = posts.placements.find(({ id }) => id === post.id)?.start;
    const start = fixed !== null ? momentFrom(fixed, file.timeZone) : placed ? storedInstant(placed) : null;
    const frame = planFrameOf(file, now());
    if (start === null || !frame.ok) return { kind, start, why: null };
    const scores = scoresIn(posts, file, start);
    const starts = post.postedAt === null ? (beginMove(post.id)?.starts ?? null) : null;
    const learned = week.source === 'forest';
    return {
      kind,
      start,
      why: whyThisHour({ file, frame: frame.value, scores, week, learned, post, at: start, starts }),
    };
  }, [file, posts, week, post]);
}
