import { describe, expect, it } from 'vitest';
import { parseWith } from '#shared/base/schema';
import {
  postsFileOf,
  type WorkspacePosts,
  workspaceOfPosts,
  workspacePostsSchema,
} from '#shared/posts/workspace-posts';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const EMPTY = { audiences: [], constraints: [], queue: [], performanceHistory: [] };

function posts(value: unknown): WorkspacePosts {
  const read = parseWith(workspacePostsSchema, value);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function problems(value: unknown): readonly string[] {
  const read = parseWith(workspacePostsSchema, value);
  return read.ok ? [] : read.error.map(({ path }) => path);
}

describe('posts of a workspace', () => {
  it('[POST-06] are a posts document in the zone of the settings, and back', () => {
    const part = posts({
      ...EMPTY,
      mood: 'calm',
      queue: [{ id: 'a', platform: 'x' }],
      performanceHistory: [{ platform: 'x', postedAt: '2026-11-01T08:00:00Z' }],
    });
    const file = postsFileOf(part, BERLIN);
    expect(file).toMatchObject({ timeZone: 'Europe/Berlin', audiences: {}, posts: [{ id: 'a' }], mood: 'calm' });
    expect(file.evidence).toHaveLength(15);
    expect(workspaceOfPosts(file, part)).toEqual(part);
  });

  it('[POST-06] take audiences as a list with platforms or by platform, and Python names', () => {
    const audience = { time_zone_weights: { 'UTC-5': 1 } };
    for (const audiences of [[{ platform: 'x', ...audience }], { x: audience }]) {
      expect(postsFileOf(posts({ ...EMPTY, audiences }), BERLIN).audiences.x!.timeZoneWeights).toEqual({ 'UTC-5': 1 });
    }
    expect(posts(undefined).queue).toEqual([]);
  });

  it('[POST-06] name the paths of the workspace in problems', () => {
    expect(problems({ ...EMPTY, queue: [{ id: 'a', platform: 'myspace' }] })).toEqual(['queue[0].platform']);
    expect(problems({ ...EMPTY, performanceHistory: [{ platform: 'x', postedAt: 5 }] })).toEqual([
      'performanceHistory[0].postedAt',
    ]);
    const twice = { id: 'a', platform: 'x' };
    expect(problems({ ...EMPTY, queue: [twice, twice] })).toEqual(['queue[1].id']);
  });
});
