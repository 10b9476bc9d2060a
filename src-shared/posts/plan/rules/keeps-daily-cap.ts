import { groupBy } from '../../../base/group-by';
import { dayAt } from '../../../time/zone';
import type { PostRule } from '../post-plan-view';

/** A platform gets no more posts on a local day than its cap. Amount: posts too many. */
export const keepsDailyCap: PostRule = {
  id: 'post.keepsDailyCap',
  sentence: 'A platform gets no more posts on a day than its daily cap.',
  check({ frame, placed }) {
    return [...frame.lanes.values()].flatMap((lane) => {
      const cap = lane.dailyCap;
      if (cap === null) return [];
      const own = placed.filter(({ platform }) => platform === lane.platform);
      const days = groupBy(own, ({ start }) => dayAt(frame.zone, start));
      return [...days].flatMap(([day, posts]) => {
        const demand = posts.findLast((post) => !post.fixed);
        if (posts.length <= cap || !demand) return [];
        const others = posts.filter((post) => post !== demand).map((post) => post.id);
        const message = `"${demand.title}" is one of ${posts.length} ${lane.name} posts on ${day}: the cap is ${cap}.`;
        return [{ amount: posts.length - cap, unit: 'posts', parties: [demand.id, ...others], message }];
      });
    });
  },
};
