import { wallTimeAt } from '../../../time/zone';
import { isInWindow } from '../../nouns/time-window';
import type { PostRule } from '../post-plan-view';
import { minuteOfWeekAt } from './minute-of-week';

/** No post starts in a prohibited window of its platform. Amount: posts inside. */
export const avoidsProhibitedWindows: PostRule = {
  id: 'post.avoidsProhibitedWindows',
  sentence: 'No post starts in a prohibited window of its platform.',
  check({ frame, placed }) {
    return placed.flatMap((post) => {
      const lane = frame.lanes.get(post.platform);
      if (post.fixed || !lane) return [];
      const at = minuteOfWeekAt(frame.zone, post.start);
      const window = lane.prohibited.find((prohibited) => isInWindow(prohibited, at));
      if (!window) return [];
      const when = wallTimeAt(frame.zone, post.start);
      const message = `"${post.title}" starts at ${when}, inside ${lane.name}'s prohibited ${window.from}-${window.to}.`;
      return [{ amount: 1, unit: 'posts', parties: [post.id], message }];
    });
  },
};
