import { describe, expect, it } from 'vitest';
import { breachesAt, isLegalStart, legalStarts, nextLegalStart } from '#shared/posts/plan/moves';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { formatInstant, parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;
const at = (text: string) => parseInstant(text)!;

describe('moving a post by hand', () => {
  const file = postsFile({
    constraints: [{ platform: 'instagram', prohibitedWindows: [{ days: [4], from: '00:00', to: '24:00' }] }],
    posts: [
      { id: 'reel', platform: 'instagram' },
      { id: 'story', platform: 'instagram', title: 'Story' },
      { id: 'pinned', platform: 'linkedin', pinnedStart: '2026-11-27T18:00:00Z' },
      { id: 'done', platform: 'x', postedAt: '2026-11-23T09:00:00Z' },
    ],
  });
  const frame = planFrameOf(file, NOW);
  if (!frame.ok) throw new Error(frame.error);
  const placements = [
    { id: 'reel', start: '2026-11-25T18:30:00Z' },
    { id: 'story', start: '2026-11-28T12:00:00Z' },
    { id: 'pinned', start: '2026-11-27T18:00:00Z' },
  ];

  it('[POST-48] says which rules it would break where, and with whom', () => {
    const breaches = breachesAt(frame.value, placements, 'story', at('2026-11-26T12:00:00Z'));
    expect(breaches.map(({ rule, amount, parties }) => [rule, amount, parties])).toEqual([
      ['post.keepsMinimumGap', 30, ['story', 'reel']],
      ['post.avoidsProhibitedWindows', 1, ['story']],
    ]);
    expect(breachesAt(frame.value, placements, 'story', at('2026-11-27T08:00:00Z'))).toEqual([]);
  });

  it('[POST-48] knows all legal starts and the next one', () => {
    const starts = legalStarts(frame.value, placements, 'story', 15)!;
    // Wednesday evening plus 18 h lies in the prohibited Thursday: it fits from Friday on.
    expect(formatInstant(nextLegalStart(starts, at('2026-11-25T20:00:00Z'))!)).toBe('2026-11-27T00:00:00Z');
    expect(isLegalStart(starts, at('2026-11-27T00:00:00Z'))).toBe(true);
    expect(isLegalStart(starts, at('2026-11-26T23:45:00Z'))).toBe(false);
    // Where a pinned post begins, and off the grid.
    expect(isLegalStart(starts, at('2026-11-27T18:00:00Z'))).toBe(false);
    expect(isLegalStart(starts, at('2026-11-27T18:15:00Z'))).toBe(true);
    expect(isLegalStart(starts, at('2026-11-27T18:20:00Z'))).toBe(false);
    expect(nextLegalStart(starts, at('2026-11-30T00:00:00Z'))).toBeNull();
  });

  it('[POST-48] agrees with the rules on every start of the grid', () => {
    const starts = legalStarts(frame.value, placements, 'story', 60)!;
    starts.minutes.forEach((minute, slot) => {
      const breaches = breachesAt(frame.value, placements, 'story', (minute * 60_000) as typeof NOW);
      expect(breaches.length === 0).toBe(starts.legal[slot] === 1);
    });
  });

  it('[POST-48] moves pinned posts and leaves published ones', () => {
    expect(legalStarts(frame.value, placements, 'pinned', 15)).not.toBeNull();
    expect(breachesAt(frame.value, placements, 'pinned', at('2026-11-27T10:00:00Z'))).toEqual([]);
    expect(legalStarts(frame.value, placements, 'done', 15)).toBeNull();
    expect(legalStarts(frame.value, placements, 'nobody', 15)).toBeNull();
  });
});
