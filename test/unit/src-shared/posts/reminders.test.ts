import { describe, expect, it } from 'vitest';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { remindersBetween } from '#shared/posts/reminders';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../helpers/posts-file';

const at = (text: string) => parseInstant(text)!;

describe('reminders', () => {
  const file = postsFile({
    posts: [
      { id: 'b', platform: 'x', title: 'Tips', text: 'Three tips', pinnedStart: '2026-11-24T09:00:00Z' },
      { id: 'a', platform: 'linkedin', pinnedStart: '2026-11-24T08:00:00Z' },
    ],
  });
  const planned = planPostsFile(file, { now: at('2026-11-23T00:00:00Z') });
  if (!planned.ok) throw new Error(planned.error);
  const { placements } = planned.value.plan;
  const between = (from: string, to: string, posts = file.posts) =>
    remindersBetween(placements, posts, at(from), at(to)).map(({ postId, title, text }) => [postId, title, text]);

  it('[POST-49] come at the time of posting with the text to copy', () => {
    expect(between('2026-11-24T08:00:00Z', '2026-11-24T09:01:00Z')).toEqual([
      ['a', 'a', ''],
      ['b', 'Tips', 'Three tips'],
    ]);
    expect(between('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z')).toEqual([['a', 'a', '']]);
  });

  it('[POST-49] do not come for posts that are done', () => {
    const done = file.posts.map((post) => ({ ...post, postedAt: '2026-11-24T07:00:00Z' }));
    expect(between('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', done)).toEqual([]);
  });
});
