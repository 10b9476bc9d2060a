import { minutesBetween } from '../../../time/instant';
import type { PostRule } from '../post-plan-view';

/** A pinned or published post stays where it is. Amount: minutes moved. */
export const leavesFixedPosts: PostRule = {
  id: 'post.leavesFixedPosts',
  sentence: 'A pinned or published post stays where it is.',
  check({ frame, given }) {
    return frame.fixed.flatMap(({ post, start }) => {
      const placed = post ? given.get(post.id) : undefined;
      if (!post || !placed || placed.start === start) return [];
      const amount = Math.abs(minutesBetween(start, placed.start));
      return [
        { amount, unit: 'min', parties: [post.id], message: `"${post.title || post.id}" was moved by ${amount} min.` },
      ];
    });
  },
};
