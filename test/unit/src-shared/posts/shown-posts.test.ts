import { describe, expect, it } from 'vitest';
import { parseWith } from '#shared/base/schema';
import { shownPosts } from '#shared/posts/shown-posts';
import { workspacePostsSchema } from '#shared/posts/workspace-posts';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;

describe('posts in a calendar', () => {
  it('[POST-53] stand where they went out, else where the plan has them, for half an hour', () => {
    const place = { score: 1, wave: 1, wallTime: '2026-11-24T10:00', timeZone: 'Europe/Berlin', preferred: null };
    const read = parseWith(workspacePostsSchema, {
      queue: [
        { id: 'planned', platform: 'linkedin', title: 'hiring', pinnedStart: '2026-11-24T09:00:00Z' },
        { id: 'out', platform: 'x', title: 'Q&A', text: 'Ask', postedAt: '2026-11-24T08:00' },
        { id: 'unplaced', platform: 'x' },
      ],
      placements: ['planned', 'out'].map((id) => ({ ...place, id, platform: 'x', start: '2026-11-24T09:00:00Z' })),
    });
    const shown = shownPosts(read.ok ? read.value : never(), BERLIN);
    expect(shown).toMatchObject([
      // 8:00 in Berlin.
      {
        id: 'out',
        title: 'X: Q&A',
        start: parseInstant('2026-11-24T07:00:00Z'),
        done: true,
        locked: false,
        text: 'Ask',
      },
      {
        id: 'planned',
        title: 'LinkedIn: hiring',
        start: parseInstant('2026-11-24T09:00:00Z'),
        done: false,
        locked: true,
      },
    ]);
    expect(shown[1]!.end - shown[1]!.start).toBe(30 * 60_000);
  });
});

function never(): never {
  throw new Error('The posts were not read');
}
