import type { PostRule } from '../post-plan-view';
import { crowding } from './crowding';

/** A platform's posts stay within its API quota in any stretch of the quota's length. Amount: posts too many. */
export const keepsQuota: PostRule = {
  id: 'post.keepsQuota',
  sentence: 'The posts of a platform stay within its API quota.',
  check({ frame, placed }) {
    return [...frame.lanes.values()].flatMap((lane) => {
      const quota = lane.quota;
      if (quota === null) return [];
      const own = placed.filter((post) => post.platform === lane.platform);
      return crowding(
        own,
        quota.posts,
        quota.perMinutes,
        (post, together) =>
          `"${post.title}" makes ${together} ${lane.name} posts in ${quota.perMinutes / 60} h: the quota is ${quota.posts}.`,
      );
    });
  },
};
