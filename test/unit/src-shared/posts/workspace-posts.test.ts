import { describe, expect, it } from 'vitest';
import { postsOfWorkspace, workspaceOfPosts } from '#shared/posts/workspace-posts';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const EMPTY = { audiences: [], constraints: [], queue: [], performanceHistory: [] };

describe('posts of a workspace', () => {
  it('[POST-06] are a posts document in the zone of the settings, and back', () => {
    const part = {
      ...EMPTY,
      mood: 'calm',
      queue: [{ id: 'a', platform: 'x' }],
      performanceHistory: [{ platform: 'x', postedAt: '2026-11-01T08:00:00Z' }],
    };
    const read = postsOfWorkspace(part, BERLIN);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value).toMatchObject({ timeZone: 'Europe/Berlin', audiences: {}, posts: [{ id: 'a' }], mood: 'calm' });
    const again = postsOfWorkspace(workspaceOfPosts(read.value), BERLIN);
    expect(again).toEqual(read);
  });

  it('[POST-06] take audiences as a list with platforms or by platform', () => {
    const audience = { timeZoneWeights: { 'UTC-5': 1 } };
    for (const audiences of [[{ platform: 'x', ...audience }], { x: audience }]) {
      const read = postsOfWorkspace({ ...EMPTY, audiences }, BERLIN);
      expect(read.ok && read.value.audiences.x!.timeZoneWeights).toEqual({ 'UTC-5': 1 });
    }
  });

  it('[POST-06] name the paths of the workspace in problems', () => {
    const read = postsOfWorkspace({ ...EMPTY, queue: [{ id: 'a', platform: 'myspace' }] }, BERLIN);
    expect(!read.ok && read.error[0]!.path).toBe('posts.queue[0].platform');
    const history = postsOfWorkspace({ ...EMPTY, performanceHistory: [{ platform: 'x', postedAt: 5 }] }, BERLIN);
    expect(!history.ok && history.error[0]!.path).toBe('posts.performanceHistory[0].postedAt');
  });
});
