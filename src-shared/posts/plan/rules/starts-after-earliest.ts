import { minutesBetween } from '../../../time/instant';
import { momentFrom } from '../../nouns/moment';
import type { PostRule } from '../post-plan-view';

/** A post does not start before its earliest time. Amount: minutes too early. */
export const startsAfterEarliest: PostRule = {
  id: 'post.startsAfterEarliest',
  sentence: 'A post does not start before its earliest time.',
  check({ frame, placed }) {
    return placed.flatMap((placedPost) => {
      const { post, start, fixed, id, title } = placedPost;
      if (fixed || !post?.earliest) return [];
      const amount = minutesBetween(start, momentFrom(post.earliest, frame.zone));
      if (amount <= 0) return [];
      const message = `"${title}" starts ${amount} min before its earliest time, ${post.earliest}.`;
      return [{ amount, unit: 'min', parties: [id], message }];
    });
  },
};
