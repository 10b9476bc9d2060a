import { expect, test } from 'vitest';
import { type Placement, placementSchema } from '#shared/engine/plan';
import { postSchema } from '#shared/posts/nouns/post';
import { postPlacementSchema } from '#shared/posts/plan/posting-plan';
import { parseInstant } from '#shared/time/instant';
import { calendarOfPlan } from '#shared/workspace/calendar-of-plan';
import { inForce } from '../../../helpers/tournament-day';
import { courts, entries, matches, tournament } from '../../../helpers/tournament-documents';

function placed(kind: Placement['kind'], id: string, hour: number): Placement {
  const at = (h: number) => `2026-11-28T${String(h).padStart(2, '0')}:00:00Z`;
  return placementSchema.parse({ kind, id, start: at(hour), end: at(hour + 1) });
}

const WORK = {
  placements: [placed('task', 'report', 9), placed('habit', 'run', 11), placed('task', 'slides', 13)],
  tasks: [{ id: 'report', title: 'Report' }],
  habits: [
    { id: 'run', title: 'Morning run' },
    // A habit may have the id of a task.
    { id: 'slides', title: 'Slides to school' },
  ],
  posts: {
    placements: [
      postPlacementSchema.parse({
        id: 'demo',
        platform: 'instagram',
        start: '2026-11-28T10:55:00Z',
        score: 0.8,
        wave: 1,
        wallTime: '2026-11-28T11:55',
        timeZone: 'Europe/Berlin',
        preferred: null,
      }),
    ],
    queue: [
      postSchema.parse({ id: 'demo', platform: 'instagram', contentType: 'instagram_reels', title: 'Product demo' }),
    ],
  },
  tournaments: [
    tournament({
      name: 'Harbour Cup',
      courts: courts('A'),
      participants: entries(4),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2'),
      // The first was played ten minutes late and quickly; the final has no time yet.
      timetable: inForce('m1 09:00 A -', 'm2 11:00 A -'),
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:10:00Z', end: '2026-11-28T09:40:00Z' }],
    }),
  ],
};

const at = (time: string) => parseInstant(`2026-11-28T${time}:00Z`)!;
const titles = (wanted?: Parameters<typeof calendarOfPlan>[1]) => {
  const { entries: of, events } = calendarOfPlan(WORK, wanted);
  return [...of, ...events].map(({ title }) => title);
};
const [FIRST, SECOND] = ['p1 v p2 (Harbour Cup, Semi-final, A)', 'p3 v p4 (Harbour Cup, Semi-final, A)'];
const POST = 'Product demo (instagram)';

test('[CAL-85] the whole plan, in its order, by title or else by id, and all that the workspace has in force', () => {
  expect(titles()).toEqual(['Report', 'Morning run', 'slides', FIRST, SECOND, POST]);
});

test('[CAL-85] matches have the times they were played at, posts are shown for a quarter of an hour', () => {
  const { entries: of, events } = calendarOfPlan(WORK, { kinds: ['match', 'post'] });
  expect([...of.map(({ placement }) => placement), ...events].map(({ id, start, end }) => [id, start, end])).toEqual([
    ['Harbour Cup-m1', '2026-11-28T09:10:00Z', '2026-11-28T09:40:00Z'],
    ['Harbour Cup-m2', '2026-11-28T11:00:00Z', '2026-11-28T12:00:00Z'],
    ['post-demo', '2026-11-28T10:55:00Z', '2026-11-28T11:10:00Z'],
  ]);
});

test('[CAL-85] some kinds of it', () => {
  expect(titles({ kinds: ['habit'] })).toEqual(['Morning run']);
  expect(titles({ kinds: ['task', 'post'] })).toEqual(['Report', 'slides', POST]);
  expect(titles({ kinds: ['match'] })).toEqual([FIRST, SECOND]);
  expect(titles({ kinds: [] })).toEqual([]);
});

test('[CAL-85] what shares time with a half-open range', () => {
  expect(titles({ from: at('10:00'), to: at('13:00') })).toEqual(['Morning run', SECOND, POST]);
  expect(titles({ from: at('09:59'), to: at('13:01') })).toHaveLength(5);
  expect(titles({ from: at('12:00') })).toEqual(['slides']);
  // A post is the moment it goes out at, also where it is shown for longer.
  expect(titles({ from: at('10:56'), to: at('11:00') })).toEqual([]);
  expect(titles({ from: at('10:00'), to: at('10:55') })).toEqual([]);
});
