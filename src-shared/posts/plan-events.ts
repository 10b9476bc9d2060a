import { storedInstant } from '../engine/epoch-minute';
import { formatInstant, plusMinutes } from '../time/instant';
import type { Post } from './nouns/post';
import type { PostPlacement } from './plan/posting-plan';

/** How long a post is shown in calendars; it takes no time of its own. */
export const SHOWN_MINUTES = 15;

/** Posts as entries of a calendar. A second export has the same UIDs, so that importing it updates. */
export function planEvents(placements: readonly PostPlacement[], posts: readonly Post[]) {
  const titles = new Map(posts.map((post) => [post.id, post.title || post.id]));
  return placements.map(({ id, platform, start }) => ({
    id: `post-${id}`,
    calendarId: 'posts',
    uid: `post-${id}@daywright`,
    title: `${titles.get(id) ?? id} (${platform})`,
    start,
    end: formatInstant(plusMinutes(storedInstant(start), SHOWN_MINUTES)),
    allDay: false,
    busy: false,
  }));
}
