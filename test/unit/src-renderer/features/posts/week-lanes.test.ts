import { describe, expect, it } from 'vitest';
import { placeInWeek, shareOfWeek, weekLanes } from '#renderer/features/posts/week-lanes';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { type PostPlacement, postPlacementSchema } from '#shared/posts/plan/posting-plan';
import { parsePostsFile } from '#shared/posts/posts-file';
import { type Day, parseDay } from '#shared/time/day';
import { type Instant, parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const berlin = parseZone('Europe/Berlin')!;
const MONDAY = parseDay('2026-11-23')!;
/** Tuesday 24 November, 10:42 in Berlin. */
const NOW = parseInstant('2026-11-24T09:42:00Z')!;

function frameOf(fields: Record<string, unknown>) {
  const file = parsePostsFile({ format: 'daywright.posts', version: 1, timeZone: 'Europe/Berlin', ...fields });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const frame = planFrameOf(file.value, NOW);
  if (!frame.ok) throw new Error(frame.error);
  return frame.value;
}

function placed(id: string, platform: string, start: string): PostPlacement {
  return postPlacementSchema.parse({
    id,
    platform,
    start,
    score: 0.8,
    wave: 1,
    wallTime: '2026-11-25T18:30',
    timeZone: 'Europe/Berlin',
    preferred: null,
  });
}

const lanesOf = (
  fields: Record<string, unknown>,
  placements: PostPlacement[],
  platforms: string[],
  firstDay = MONDAY,
) => weekLanes({ frame: frameOf(fields), placements, platforms, firstDay, now: NOW });

describe('weekLanes', () => {
  const fields = {
    posts: [
      { id: 'hiring', platform: 'linkedin', title: 'Hiring', postedAt: '2026-11-24T07:00:00Z' },
      { id: 'reel', platform: 'instagram', title: 'Reel' },
      { id: 'cup', platform: 'instagram', title: 'Cup results', pinnedStart: '2026-11-29T16:30:00Z' },
    ],
    constraints: [{ platform: 'instagram', minGapHours: 36 }],
  };
  const week = lanesOf(fields, [placed('reel', 'instagram', '2026-11-25T17:30:00Z')], ['linkedin', 'instagram']);

  it('has a lane a platform, each block where its day and time stand', () => {
    expect(week.lanes.map(({ name, gap }) => [name, gap])).toEqual([
      ['LinkedIn', 'gap 24 h'],
      ['Instagram', 'gap 36 h'],
    ]);
    const blocks = week.lanes.flatMap((lane) => lane.blocks.map(({ name, state, at }) => [name, state, at]));
    expect(blocks).toEqual([
      ['LinkedIn, 8:00 Hiring, Tuesday 24 November, published', 'published', (1 + 8 / 24) / 7],
      ['Instagram, 18:30 Reel, Wednesday 25 November', 'planned', (2 + 18.5 / 24) / 7],
      ['Instagram, 17:30 Cup results, Sunday 29 November, pinned', 'pinned', (6 + 17.5 / 24) / 7],
    ]);
  });

  it('keeps the minimum gap after each post, cut at the end of the week', () => {
    const [first, last] = week.lanes[1]!.bands;
    expect(first!.to - first!.from).toBeCloseTo(36 / 168, 9);
    expect(last).toMatchObject({ from: (6 + 17.5 / 24) / 7, to: 1 });
  });

  it('shows the gap of a post of the week before, and now only in its week', () => {
    const next = parseDay('2026-11-30')! as Day;
    const after = lanesOf(fields, [], ['instagram'], next);
    expect(after.lanes[0]!.blocks).toEqual([]);
    // Sunday 17:30 and 36 hours: until Tuesday 5:30.
    expect(after.lanes[0]!.bands).toEqual([{ key: 'cup', from: 0, to: (1 + 5.5 / 24) / 7 }]);
    expect(after.now).toBeNull();
    expect(week.now).toBeCloseTo((1 + (10 + 42 / 60) / 24) / 7, 9);
  });

  it('shows records that no post of the queue has', () => {
    const history = [{ platform: 'x', postedAt: '2026-11-23T09:00:00Z' }];
    const [lane] = lanesOf({ history }, [], ['x']).lanes;
    const key = `x@${parseInstant('2026-11-23T09:00:00Z')}`;
    expect(lane!.blocks[0]).toMatchObject({ postId: null, key, title: 'Earlier post', state: 'published' });
  });

  it('stands where it is pinned, whatever an older plan says', () => {
    const [lane] = lanesOf(fields, [placed('cup', 'instagram', '2026-11-26T10:00:00Z')], ['instagram']).lanes;
    expect(lane!.blocks.map(({ time }) => time)).toEqual(['17:30']);
  });
});

describe('places in the week', () => {
  it('are days of one width, whatever the clocks do', () => {
    // Sunday 25 October 2026 has 25 hours in Berlin; noon is in its middle all the same.
    const monday = parseDay('2026-10-19')!;
    const noon = parseInstant('2026-10-25T11:00:00Z')! as Instant;
    expect(shareOfWeek(berlin, monday, noon)).toBeCloseTo(6.5 / 7, 9);
  });

  it('snap to the grid and stay in the week', () => {
    expect(placeInWeek(MONDAY, (1 + 8.1 / 24) / 7, 15)).toEqual({ day: '2026-11-24', minute: 8 * 60 });
    expect(placeInWeek(MONDAY, -0.2, 15)).toEqual({ day: '2026-11-23', minute: 0 });
    expect(placeInWeek(MONDAY, 1.2, 15)).toEqual({ day: '2026-11-29', minute: 23 * 60 + 45 });
  });
});
