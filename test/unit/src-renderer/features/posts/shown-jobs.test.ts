import { expect, it } from 'vitest';
import { shownJobs } from '#renderer/features/posts/shown-jobs';
import { workspacePostsSchema } from '#shared/posts/workspace-posts';
import { parseZone } from '#shared/time/zone';

it('[POST-46] lists the newest job first, with its window, its concurrency and what came of its posts', () => {
  const posts = workspacePostsSchema.parse({
    jobs: [
      { bulkJobId: 'first' },
      {
        bulkJobId: 'second',
        takenAt: '2026-11-24T09:42:00Z',
        startAfter: '2026-11-25T10:00:00Z',
        deadline: '2026-11-30T10:00:00Z',
        suggestedConcurrency: 2,
        maxParallelism: 3,
      },
    ],
    queue: [
      { id: 'a', platform: 'x', bulkJobId: 'second', postedAt: '2026-11-24T10:00:00Z' },
      { id: 'b', platform: 'x', bulkJobId: 'second' },
      { id: 'c', platform: 'x', bulkJobId: 'second' },
      { id: 'd', platform: 'x' },
    ],
    placements: [
      {
        id: 'b',
        platform: 'x',
        start: '2026-11-26T10:00:00Z',
        score: 1,
        wave: 1,
        wallTime: '2026-11-26T11:00',
        timeZone: 'Europe/Berlin',
        preferred: null,
      },
    ],
  });
  expect(shownJobs(posts, parseZone('Europe/Berlin')!)).toEqual([
    {
      id: 'second',
      takenAt: 'Tue 24 Nov, 10:42',
      facts: [
        { name: 'Posts', value: '3: 1 out, 1 planned, 1 without a place' },
        { name: 'Window', value: 'Wed 25 Nov, 11:00 to Mon 30 Nov, 11:00' },
        { name: 'At once', value: '2, never more than 3' },
      ],
      isOpen: true,
      isPlanned: true,
    },
    {
      id: 'first',
      takenAt: '',
      facts: [
        { name: 'Posts', value: '0: 0 out, 0 planned, 0 without a place' },
        { name: 'Window', value: 'now to a week on' },
        { name: 'At once', value: 'as set for all' },
      ],
      isOpen: false,
      isPlanned: false,
    },
  ]);
});
