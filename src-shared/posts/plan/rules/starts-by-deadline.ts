import { minutesBetween } from '../../../time/instant';
import { momentUntil } from '../../nouns/moment';
import type { PostRule } from '../post-plan-view';

/** A post starts at its deadline at the latest. Amount: minutes too late. */
export const startsByDeadline: PostRule = {
  id: 'post.startsByDeadline',
  sentence: 'A post starts at its deadline at the latest.',
  check({ frame, placed }) {
    return placed.flatMap(({ post, start, fixed, id, title }) => {
      if (fixed || !post?.deadline) return [];
      const until = momentUntil(post.deadline, frame.zone);
      if (start < until) return [];
      const amount = minutesBetween(until, start) + 1;
      const message = `"${title}" starts ${amount} min after its deadline, ${post.deadline}.`;
      return [{ amount, unit: 'min', parties: [id], message }];
    });
  },
};
