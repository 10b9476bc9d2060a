import type { PostRule } from '../post-plan-view';
import { tooClose } from './apart';

/** Two posts of a platform start at least its minimum gap apart. Amount: minutes missing. */
export const keepsMinimumGap: PostRule = {
  id: 'post.keepsMinimumGap',
  sentence: 'Two posts of a platform start at least its minimum gap apart.',
  check({ frame, placed }) {
    return [...frame.lanes.values()].flatMap((lane) => {
      const own = placed.filter((post) => post.platform === lane.platform);
      return tooClose(own, lane.gapMinutes, () => lane.gapMinutes, lane.name);
    });
  },
};
