// What the rules look at: the finished plan beside its frame, in instants. Nothing of the search is seen from here.
import type { HardRule } from '../../engine/hard-rule';
import type { Instant } from '../../time/instant';
import type { Post } from '../nouns/post';
import type { FixedPost, PlanFrame } from './plan-frame';

export interface PlacedPost {
  /** The post's id; `platform@instant` for one of the history. */
  readonly id: string;
  readonly title: string;
  readonly platform: string;
  readonly start: Instant;
  readonly urgent: boolean;
  /** Null for one of the history. */
  readonly post: Post | null;
  /** Measured against others, never reported itself. */
  readonly fixed: boolean;
}

export interface PostPlanView {
  readonly frame: PlanFrame;
  /** Fixed and planned, sorted by start. */
  readonly placed: readonly PlacedPost[];
  /** The placements as given, by post id, with how often each was given. */
  readonly given: ReadonlyMap<string, { readonly start: Instant; readonly times: number }>;
  readonly unplaced: ReadonlySet<string>;
}

export type PostRule = HardRule<PostPlanView>;

export function placedFixed(fixed: FixedPost): PlacedPost {
  const { post, platform, start } = fixed;
  return {
    id: post?.id ?? `${platform}@${start}`,
    title: post?.title || (post?.id ?? 'an earlier post'),
    platform,
    start,
    urgent: post?.priority === 'urgent',
    post,
    fixed: true,
  };
}

export function placedOpen(post: Post, start: Instant): PlacedPost {
  const title = post.title || post.id;
  return { id: post.id, title, platform: post.platform, start, urgent: post.priority === 'urgent', post, fixed: false };
}
