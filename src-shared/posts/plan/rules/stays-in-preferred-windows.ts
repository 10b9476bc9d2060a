import { wallTimeAt } from '../../../time/zone';
import { isInWindow } from '../../nouns/time-window';
import type { PostRule } from '../post-plan-view';
import { minuteOfWeekAt } from './minute-of-week';

/** Where a platform takes preferred windows only, every post starts in one. Amount: posts outside. */
export const staysInPreferredWindows: PostRule = {
  id: 'post.staysInPreferredWindows',
  sentence: 'Where a platform takes its preferred windows only, every post starts in one.',
  check({ frame, placed }) {
    return placed.flatMap((post) => {
      const lane = frame.lanes.get(post.platform);
      if (post.fixed || !lane?.preferredOnly || lane.preferred.length === 0) return [];
      const at = minuteOfWeekAt(frame.zone, post.start);
      if (lane.preferred.some((window) => isInWindow(window, at))) return [];
      const when = wallTimeAt(frame.zone, post.start);
      const message = `"${post.title}" starts at ${when}, in none of ${lane.name}'s preferred windows.`;
      return [{ amount: 1, unit: 'posts', parties: [post.id], message }];
    });
  },
};
