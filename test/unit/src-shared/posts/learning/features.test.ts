import { describe, expect, it } from 'vitest';
import { cellRow, featureRow, featuresOf, trainingSet } from '#shared/posts/learning/features';
import { UNKNOWN_AUDIENCE } from '#shared/posts/nouns/audience';
import { parseZone } from '#shared/time/zone';
import { postsFile } from '../../../../helpers/posts-file';

const BERLIN = parseZone('Europe/Berlin')!;

describe('features', () => {
  const { history } = postsFile({
    history: [
      { platform: 'x', contentType: 'x_post', postedAt: '2026-11-21T17:00:00Z', reach: 10 },
      { platform: 'x', contentType: 'x_thread', postedAt: '2026-11-20T05:00:00Z', reach: 20 },
      { platform: 'x', contentType: 'x_post', postedAt: '2026-11-21T05:00:00Z', reach: null },
    ],
  });
  const audience = {
    ...UNKNOWN_AUDIENCE,
    deviceSplit: { mobile: 0.75, desktop: 0.25 },
    timeZoneWeights: { 'UTC-5': 1 },
  };
  const set = trainingSet(history, 'reach', BERLIN, () => audience);

  it('[POST-67] are cyclic hour and weekday, weekend, gap, recency, content type, platform and audience', () => {
    expect(featuresOf(set.space).map(({ name }) => name)).toEqual([
      'hourSine',
      'hourCosine',
      'weekdaySine',
      'weekdayCosine',
      'weekend',
      'gapHours',
      'recencyDays',
      'type x_post',
      'type x_thread',
      'platform x',
      'audience UTC-5',
      'audience desktop',
      'audience mobile',
    ]);
    expect(Array.from(set.targets)).toEqual([20, 10]);
    // Saturday 18:00 in Berlin: three quarters round the day; 12 hours after a post without figures; the newest.
    const row = featureRow(set.space, set.samples[1]!);
    expect(row[0]).toBeCloseTo(-1, 12);
    expect(row[1]).toBeCloseTo(0, 12);
    expect(row[2]).toBeCloseTo(Math.sin((2 * Math.PI * 5) / 7), 12);
    expect(row.slice(4)).toEqual([1, 12, 0, 1, 0, 1, 1, 0.25, 0.75]);
    // The first of all has the longest gap there is.
    expect(featureRow(set.space, set.samples[0]!).slice(4, 7)).toEqual([0, 336, 1.5]);
  });

  it('[POST-67] ask an hour of the week as they were told it', () => {
    const { at: _, ...typical } = set.samples[1]!;
    expect(cellRow(set.space, typical, 5 * 24 + 18)).toEqual(featureRow(set.space, set.samples[1]!));
  });
});
