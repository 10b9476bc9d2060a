import { describe, expect, it } from 'vitest';
import { whyThisHour } from '#renderer/features/posts/why-this-hour';
import { postSchema } from '#shared/posts/nouns/post';
import { legalStarts } from '#shared/posts/plan/moves';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { platformView } from '#shared/posts/platform-view';
import { parsePostsFile } from '#shared/posts/posts-file';
import { scoresOfFile } from '#shared/posts/timing/slot-scores';
import { parseInstant } from '#shared/time/instant';

/** Tuesday 24 November 2026, 10:42 in Berlin. */
const NOW = parseInstant('2026-11-24T09:42:00Z')!;
const WEDNESDAY_NINE = parseInstant('2026-11-25T08:00:00Z')!;

function why(fields: Record<string, unknown>, at = WEDNESDAY_NINE) {
  const post = postSchema.parse({ id: 'p', platform: 'linkedin', title: 'Hiring' });
  const parsed = parsePostsFile({
    format: 'daywright.posts',
    version: 1,
    timeZone: 'Europe/Berlin',
    posts: [{ ...post }],
    ...fields,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const file = parsed.value;
  const frame = planFrameOf(file, NOW);
  if (!frame.ok) throw new Error(frame.error);
  return whyThisHour({
    file,
    frame: frame.value,
    scores: scoresOfFile(file, at),
    week: platformView(file, [], { platform: 'linkedin', contentType: null, at }),
    learned: false,
    post,
    at,
    starts: legalStarts(frame.value, [], 'p', 15),
  });
}

describe('why this hour', () => {
  it('names the study, one’s own posts, the audience and the preferred window', () => {
    const history = Array.from({ length: 5 }, (_, week) => ({
      platform: 'linkedin',
      postedAt: `2026-10-${String(21 - week).padStart(2, '0')}T05:10:00Z`,
      reach: 1000 + week,
    }));
    const { factors } = why({
      history: [...history, { platform: 'linkedin', postedAt: '2026-10-28T08:10:00Z', reach: 4000 }],
      audiences: { linkedin: { timeZoneWeights: { 'Europe/Helsinki': 0.64, 'Europe/Berlin': 0.36 } } },
      constraints: [{ platform: 'linkedin', preferredWindows: [{ days: [3], from: '09:00', to: '10:00' }] }],
    });
    expect(factors.map(({ name }) => name)).toEqual(['Studies', 'Your posts', 'Audience', 'Preferred windows']);
    expect(factors[0]!.detail).toBe('Posting windows by platform, research summary, 2025');
    // One post of one's own beside ten that the study is worth.
    expect(factors[1]!.value).toBeCloseTo(1 / 11, 9);
    expect(factors[1]!.detail).toMatch(/^\d\.\d\d × usual reach, \d\.\d\d to \d\.\d\d, n 1$/);
    expect(factors[2]!.detail).toBe('10:00 in Helsinki (64%), 9:00 in Berlin (36%)');
    expect(factors[3]!.detail).toBe('Inside one of them');
  });

  it('offers other times that break no rule, hours apart, of the days around', () => {
    const { others, score } = why({});
    expect(others).toHaveLength(3);
    expect(score).toBe(1);
    const times = [WEDNESDAY_NINE, ...others.map(({ at }) => at)];
    for (const [index, one] of times.entries()) {
      for (const other of times.slice(index + 1)) expect(Math.abs(one - other)).toBeGreaterThanOrEqual(3 * 3_600_000);
      expect(one).toBeGreaterThanOrEqual(NOW);
      expect(Math.abs(one - WEDNESDAY_NINE)).toBeLessThanOrEqual(4 * 86_400_000);
    }
    for (const { score: other } of others) expect(other).toBeLessThanOrEqual(score);
  });

  it('says when there is nothing of one’s own', () => {
    expect(why({}).factors[1]).toEqual({ name: 'Your posts', value: null, detail: 'None of yours in this hour yet' });
  });
});
