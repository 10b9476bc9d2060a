import { describe, expect, it } from 'vitest';
import { audienceCurve } from '#shared/posts/timing/audience-curve';
import { scoresOfFile } from '#shared/posts/timing/slot-scores';
import { timingAt, timingScores, timingWeek } from '#shared/posts/timing/timing-scores';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../../helpers/posts-file';

const MONDAY = parseInstant('2026-11-23T00:00:00Z')!;
const WEDNESDAY = 3;

const scoresOf = (value: Record<string, unknown> = {}) => scoresOfFile(postsFile(value), MONDAY);
const minutesOf = (...texts: string[]) => Int32Array.from(texts, (text) => parseInstant(text)! / 60_000);

/** Weekday and hour of the best hour. */
function best(week: Float64Array): [number, number] {
  const at = week.indexOf(Math.max(...week));
  return [Math.floor(at / 24) + 1, at % 24];
}

const dayMean = (week: Float64Array, day: number): number =>
  week.subarray((day - 1) * 24, day * 24).reduce((sum, value) => sum + value, 0) / 24;

describe('timing scores', () => {
  it('[POST-10] are the baseline times one plus the weighted adjustments', () => {
    const contentType = { id: 'x_post', name: 'Post', timeSensitivity: 1 };
    const window = { days: [3], fromHour: 8, toHour: 9 };
    const always = { days: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24 };
    const curve = audienceCurve(
      'x',
      contentType,
      { ageCohorts: { '25-34': 0.5, '35-44': 0.5 }, deviceSplit: {}, timeZoneWeights: {} },
      11,
      {
        evidence: [
          {
            platform: 'x',
            contentTypes: [],
            kind: 'peak',
            ...window,
            strength: 0.8,
            source: 's',
            year: 2025,
            note: '',
          },
        ],
        adjustments: {
          demographic: [{ part: 'age', name: '25-34', ...always, adjustment: 1 }],
          format: [{ contentType: 'x_post', ...always, adjustment: -0.5 }],
          season: [{ platform: 'x', months: [11], adjustment: 1 }],
        },
        parameters: { demographicWeight: 0.3, formatWeight: 0.2, seasonWeight: 0.1 },
      },
    );
    // 0.8 x (1 + 0.3 x 0.5 - 0.2 x 0.5 + 0.1 x 1)
    expect(curve[2 * 24 + 8]).toBeCloseTo(0.92, 12);
    // The hours beside share in it by 0.6; far away stands what no study speaks of.
    expect(curve[2 * 24 + 9]).toBeCloseTo(0.8 * 0.6 * 1.15, 12);
    expect(curve[2 * 24 + 14]).toBeCloseTo(0.25 * 1.15, 12);
  });

  it('[POST-11] are spread over the zones of the audience by weight', () => {
    const audiences = { linkedin: { timeZoneWeights: { 'UTC-5': 0.5, 'UTC+1': 0.5 } } };
    const here = scoresOf({ timeZone: 'UTC' }).question('linkedin', null);
    const away = scoresOf({ timeZone: 'UTC', audiences }).question('linkedin', null);
    const rule = timingWeek(here);
    const spread = timingWeek(away);
    // 14:00 UTC on Wednesday: 9 in the morning there (a peak), 15:00 here in business hours.
    const raw = (rule[48 + 9]! + rule[48 + 15]!) / 2;
    const peak = Math.max(
      ...Array.from({ length: 168 }, (_, at) => (rule[(at + 163) % 168]! + rule[(at + 1) % 168]!) / 2),
    );
    expect(spread[48 + 14]).toBeCloseTo(raw / peak, 12);
  });

  it('[POST-11] give an hour that lies across two hours elsewhere both in proportion', () => {
    const audiences = { x: { timeZoneWeights: { 'UTC+5:30': 1 } } };
    const plain = timingWeek(scoresOf().question('x', null));
    const shifted = timingWeek(scoresOf({ audiences }).question('x', null));
    // 02:00 UTC is 07:30 to 08:30 there. The week there has its peak hours unbroken, so the scale is the same.
    expect(shifted[24 + 2]).toBeCloseTo((plain[24 + 7]! + plain[24 + 8]!) / 2, 12);
  });

  it('[POST-11] know the daylight saving of a named zone and not of an offset', () => {
    const named = scoresOf({ audiences: { x: { timeZoneWeights: { 'America/New_York': 1 } } } });
    const fixed = scoresOf({ audiences: { x: { timeZoneWeights: { 'UTC-5': 1 } } } });
    // Wednesdays, 12:00 UTC: in October New York is at 8 by daylight saving, at UTC-5 it is 7.
    const october = minutesOf('2026-10-28T12:00:00Z');
    const november = minutesOf('2026-11-25T12:00:00Z');
    expect(named.slotScores('x', null, october)[0]).toBe(1);
    expect(named.slotScores('x', null, november)[0]).toBeCloseTo(0.6, 12);
    expect(fixed.slotScores('x', null, october)[0]).toBeCloseTo(0.6, 12);
  });

  it('[POST-12] lie in 0..1 with 1 at the best hour of the week, for slots as for the week', () => {
    const scores = scoresOf({ timeZone: 'Europe/Berlin' });
    for (const platform of ['youtube', 'tiktok', 'instagram', 'x', 'linkedin', 'facebook']) {
      const question = scores.question(platform, null);
      const week = timingWeek(question);
      expect(Math.max(...week)).toBe(1);
      expect(Math.min(...week)).toBeGreaterThanOrEqual(0);
      expect(timingScores(question, WEDNESDAY)).toEqual(Array.from(week.subarray(48, 72)));
      // Monday 00:00 in Berlin is Sunday 23:00 UTC.
      const slots = Int32Array.from({ length: 168 }, (_, hour) => MONDAY / 60_000 - 60 + hour * 60);
      expect(Array.from(timingAt(question, slots))).toEqual(Array.from(week));
    }
  });

  it('[POST-13] follow the study of 2025', () => {
    const week = (platform: string, type: string | null = null) => timingWeek(scoresOf().question(platform, type));
    expect(best(week('youtube'))).toEqual([3, 16]);
    expect(best(week('tiktok'))).toEqual([3, 17]);
    expect(best(week('linkedin'))[0]).toBe(2);
    expect([8, 9, 10]).toContain(best(week('linkedin'))[1]);
    expect(best(week('x'))).toEqual([2, 8]);
    expect(best(week('facebook'))).toEqual([1, 11]);
    const feed = best(week('instagram', 'instagram_feed'));
    expect([feed[0], feed[1] >= 10 && feed[1] < 15]).toEqual([1, true]);
    const reels = week('instagram', 'instagram_reels');
    for (const hour of [6, 7, 8, 18, 19, 20]) expect(reels[48 + hour]).toBeGreaterThan(reels[48 + 13]!);
    const tiktok = week('tiktok');
    for (const day of [1, 2, 3, 4, 5, 7]) expect(dayMean(tiktok, day)).toBeGreaterThan(dayMean(tiktok, 6));
    for (const platform of ['x', 'linkedin']) {
      for (const day of [1, 2, 3, 4, 5]) {
        expect(dayMean(week(platform), day)).toBeGreaterThan(dayMean(week(platform), 6));
        expect(dayMean(week(platform), day)).toBeGreaterThan(dayMean(week(platform), 7));
      }
    }
    const range = (values: Float64Array) => Math.max(...values) - Math.min(...values);
    expect(range(week('youtube', 'youtube_shorts'))).toBeLessThan(range(week('youtube', 'youtube_long')));
  });

  it('[POST-14] follow evidence of one’s own instead', () => {
    const evidence = [
      { platform: 'x', days: [7], fromHour: 3, toHour: 4, strength: 1, source: 'own survey', year: 2026 },
    ];
    expect(best(timingWeek(scoresOf({ evidence }).question('x', null)))).toEqual([7, 3]);
    expect(postsFile().evidence.every(({ source, year }) => source.length > 0 && year === 2025)).toBe(true);
  });
});
