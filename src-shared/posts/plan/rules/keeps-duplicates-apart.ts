import type { PostRule } from '../post-plan-view';
import { tooClose } from './apart';

/** Posts of one duplicate group start at least the group's gap apart, on whatever platforms. Amount: minutes missing. */
export const keepsDuplicatesApart: PostRule = {
  id: 'post.keepsDuplicatesApart',
  sentence: 'Posts of one duplicate group start at least their gap apart.',
  check({ frame, placed }) {
    return [...frame.duplicateGaps].flatMap(([group, gap]) => {
      const own = placed.filter(({ post }) => post?.duplicateGroup === group);
      return tooClose(own, gap, () => gap, `duplicate group "${group}"`);
    });
  },
};
