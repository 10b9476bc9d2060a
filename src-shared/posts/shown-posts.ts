// Posts as a day or a week shows them beside everything else. They take no time: the next plan of tasks looks past them.
import { storedInstant } from '../engine/epoch-minute';
import { type Instant, plusMinutes } from '../time/instant';
import type { Span } from '../time/span';
import type { ZoneId } from '../time/zone';
import { momentFrom } from './nouns/moment';
import { platformsOf } from './posts-file';
import type { WorkspacePosts } from './workspace-posts';

export interface ShownPost extends Span {
  readonly id: string;
  /** "LinkedIn: hiring". */
  readonly title: string;
  readonly platform: string;
  readonly platformName: string;
  /** Out. */
  readonly done: boolean;
  readonly locked: boolean;
  /** For the clipboard; empty when it has none. */
  readonly text: string;
}

/** A post is a moment; it is shown as long as a line needs. */
const SHOWN_MINUTES = 30;

/** Where each post went out, else where it is fixed by hand, else where the plan has it; posts without a place are left out. By start. */
export function shownPosts(posts: WorkspacePosts, zone: ZoneId): ShownPost[] {
  const names = new Map(platformsOf(posts).map(({ id, name }) => [id, name]));
  const planned = new Map(posts.placements.map((placement) => [placement.id, storedInstant(placement.start)]));
  return posts.queue
    .flatMap((post): ShownPost[] => {
      const fixed = post.postedAt ?? post.pinnedStart;
      const start: Instant | undefined = fixed === null ? planned.get(post.id) : momentFrom(fixed, zone);
      if (start === undefined) return [];
      const platformName = names.get(post.platform) ?? post.platform;
      return [
        {
          start,
          end: plusMinutes(start, SHOWN_MINUTES),
          id: post.id,
          title: `${platformName}: ${post.title || 'post'}`,
          platform: post.platform,
          platformName,
          done: post.postedAt !== null,
          locked: post.postedAt === null && post.pinnedStart !== null,
          text: post.text,
        },
      ];
    })
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}
