import { beforeEach, expect, it } from 'vitest';
import { eventRow } from '#renderer/db/event-range';
import { commit } from '#renderer/state/commit';
import { exportCalendar } from '#renderer/state/export-calendar';
import { placementKey } from '#renderer/state/placement-key';
import type { CalendarEvent } from '#shared/calendar/event';
import { writeCalendar } from '#shared/calendar/write';
import { type Placement, placementSchema } from '#shared/engine/plan';
import { postSchema } from '#shared/posts/nouns/post';
import { postPlacementSchema } from '#shared/posts/plan/posting-plan';
import { FakeHost } from '../../../helpers/fake-host';
import { start } from '../../../helpers/started-workspace';
import { inForce } from '../../../helpers/tournament-day';
import { courts, entries, matches, tournament } from '../../../helpers/tournament-documents';

const host = new FakeHost({ 'calendar.write': (input) => ({ ics: writeCalendar(input) }) });

function placed(kind: Placement['kind'], id: string, day: string): Placement {
  return placementSchema.parse({ kind, id, start: `2026-11-${day}T09:00:00Z`, end: `2026-11-${day}T10:00:00Z` });
}

/** The clock stands on Tuesday 24 November. */
beforeEach(async () => {
  await start({ host });
  const plan = [
    placed('task', 'a', '22'),
    placed('task', 'b', '25'),
    placed('habit', 'c', '29'),
    placed('task', 'd', '30'),
  ];
  await commit(null, () => ({
    puts: { placements: plan.map((placement) => ({ key: placementKey(placement), placement })) },
  }));
});

/** A post on the 25th, one in December; a tournament on the 28th whose final has no time. */
async function withPostsAndMatches(): Promise<void> {
  const post = (id: string, at: string) => {
    const placement = postPlacementSchema.parse({
      ...{ id, platform: 'tiktok', start: `${at}:00Z`, score: 0.5, wave: 1 },
      ...{ wallTime: at, timeZone: 'UTC', preferred: null },
    });
    const row = postSchema.parse({ id, platform: 'tiktok', contentType: 'tiktok_video', title: `Post ${id}` });
    return { placement, row };
  };
  const both = [post('soon', '2026-11-25T17:00'), post('late', '2026-12-30T17:00')];
  const document = tournament({
    name: 'Harbour Cup',
    courts: courts('A'),
    participants: entries(4),
    matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2'),
    timetable: inForce('m1 09:00 A -', 'm2 10:15 A -'),
  });
  await commit(null, () => ({
    puts: {
      posts: both.map(({ row }) => row),
      postPlacements: both.map(({ placement }) => placement),
      tournaments: [{ ...document, id: 'cup' }],
    },
  }));
}

const asked = () =>
  host
    .inputs('calendar.write')
    .at(-1)!
    .entries.map(({ placement }) => placement.id);
const eventsAsked = () =>
  host
    .inputs('calendar.write')
    .at(-1)!
    .events!.map(({ id }) => id);

it('exports the week from Monday to Sunday', async () => {
  expect(await exportCalendar({ kinds: ['task', 'habit'], range: 'week', withEvents: false })).toMatchObject({
    ok: true,
    value: { entries: 2 },
  });
  expect(asked()).toEqual(['b', 'c']);
});

it('exports by kind, and everything', async () => {
  await exportCalendar({ kinds: ['task'], range: 'fourWeeks', withEvents: false });
  expect(asked()).toEqual(['b', 'd']);
  await exportCalendar({ kinds: ['task', 'habit'], range: 'all', withEvents: true });
  expect(asked()).toEqual(['a', 'b', 'c', 'd']);
});

it('exports posts and matches of the range, by kind, under UIDs that a second export has again', async () => {
  await withPostsAndMatches();
  const written = await exportCalendar({ kinds: ['post', 'match'], range: 'week', withEvents: false });
  expect(asked()).toEqual(['cup-m1', 'cup-m2']);
  expect(eventsAsked()).toEqual(['post-soon']);
  expect(written).toMatchObject({ ok: true, value: { entries: 3 } });
  const text = written.ok ? written.value.ics.replaceAll('\r\n ', '') : '';
  expect(text.split('\r\n').filter((line) => /^(?:UID|SUMMARY|DTSTART)/.test(line))).toEqual([
    'UID:post-soon@daywright',
    'DTSTART:20261125T170000Z',
    'SUMMARY:Post soon (tiktok)',
    'UID:match-cup-m1@daywright',
    'DTSTART:20261128T090000Z',
    'SUMMARY:p1 v p2 (Harbour Cup\\, Semi-final\\, A)',
    'UID:match-cup-m2@daywright',
    'DTSTART:20261128T101500Z',
    'SUMMARY:p3 v p4 (Harbour Cup\\, Semi-final\\, A)',
  ]);
  await exportCalendar({ kinds: ['post'], range: 'all', withEvents: false });
  expect(eventsAsked()).toEqual(['post-soon', 'post-late']);
  expect(asked()).toEqual([]);
});

it('the whole plan with events covers the time from its first entry to its last post', async () => {
  await withPostsAndMatches();
  const event = (id: string, day: string): CalendarEvent => ({
    ...{ id, calendarId: 'work', uid: id, title: id, allDay: false, busy: true },
    ...{ start: `${day}T09:30:00Z`, end: `${day}T10:00:00Z` },
  });
  const all = [event('before', '2026-11-21'), event('within', '2026-12-24'), event('after', '2026-12-31')];
  const calendar = { id: 'work', name: 'Work', blocks: true, color: 'work', visible: true } as const;
  await commit(null, () => ({ puts: { calendars: [calendar], events: all.map(eventRow) } }));
  await exportCalendar({ kinds: ['task'], range: 'all', withEvents: true });
  expect(asked()).toEqual(['a', 'b', 'd']);
  expect(eventsAsked()).toEqual(['within']);
});

it('says when there is nothing to export', async () => {
  expect(await exportCalendar({ kinds: ['match'], range: 'all', withEvents: false })).toEqual({
    ok: false,
    error: 'There is nothing to export in this range.',
  });
});
