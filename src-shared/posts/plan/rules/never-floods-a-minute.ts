import type { PostRule } from '../post-plan-view';
import { crowding } from './crowding';

/** No two posts start in the same minute, on whatever platforms. Amount: posts too many. */
export const neverFloodsAMinute: PostRule = {
  id: 'post.neverFloodsAMinute',
  sentence: 'No two posts start in the same minute.',
  check({ placed }) {
    return crowding(placed, 1, 1, (post) => `"${post.title}" starts in the same minute as another post.`);
  },
};
