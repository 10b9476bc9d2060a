import { describe, expect, it } from 'vitest';
import { applyRecommendation, recommendationsFor } from '#shared/posts/recommendations';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../helpers/posts-file';

const NOW = parseInstant('2026-11-23T00:00:00Z')!;

/** Twenty weeks of Facebook: Monday 20:00 does well, Thursday 03:00 badly, Saturday 12:00 as usual. */
const history = Array.from({ length: 20 }, (_, week) =>
  [
    [0, 20, 300],
    [3, 3, 60],
    [5, 12, 175],
  ].map(([day, hour, reach]) => ({
    platform: 'facebook',
    postedAt: new Date(Date.UTC(2026, 0, 5 + 7 * week + day!, hour)).toISOString(),
    reach: reach! + 25 * ((week % 5) - 2),
  })),
).flat();

describe('recommendations', () => {
  it('[POST-82] name the best hours with how many posts, the gain and its interval, ready to apply', () => {
    const file = postsFile({ history });
    const best = recommendationsFor(file, 'facebook', NOW).find(({ kind }) => kind === 'bestHours')!;
    expect(best).toMatchObject({ severity: 'chance', evidence: { source: 'your posts', n: 20 } });
    expect(best.text).toContain('Mon 20:00');
    expect(best.gain!.expected).toBeGreaterThan(1.2);
    expect(best.gain!.low).toBeLessThan(best.gain!.expected);
    const applied = applyRecommendation(file, best.change!);
    expect(applied.constraints).toMatchObject([
      { platform: 'facebook', preferredWindows: [{ days: [1], from: '20:00', to: '21:00' }] },
    ]);
  });

  it('[POST-82] name hours that do badly for sure', () => {
    const file = postsFile({ history });
    const weak = recommendationsFor(file, 'facebook', NOW).find(({ kind }) => kind === 'weakHours')!;
    expect(weak.text).toContain('20 of 60 posts went out at hours that do badly, such as Thu 3:00');
    expect(weak.gain!.expected).toBeGreaterThan(1);
    expect(applyRecommendation(file, weak.change!).constraints[0]!.prohibitedWindows).toEqual([
      { days: [4], from: '03:00', to: '04:00' },
    ]);
  });

  it('[POST-82] fall back on the studies, and never suggest an hour with fewer than five posts of one’s own', () => {
    const few = postsFile({ history: history.slice(0, 12) });
    const found = recommendationsFor(few, 'facebook', NOW);
    const best = found.find(({ kind }) => kind === 'bestHours')!;
    expect(best).toMatchObject({ evidence: { n: 0 }, gain: null });
    expect(best.evidence.source).toContain('2025');
    expect(best.text).toContain('Mon to Thu midday');
    expect(found[0]).toMatchObject({ kind: 'sparseData', severity: 'warning', change: { kind: 'explore' } });
    expect(applyRecommendation(few, found[0]!.change!).exploration).toBe('thompson');
  });

  it('[POST-83] warn of broken gaps, refusals and plans not kept', () => {
    const record = { platform: 'linkedin', attempts: 10, rateLimitedCount: 2 };
    const file = postsFile({
      history: [
        { ...record, postedAt: '2026-11-20T08:00:00Z', plannedAt: '2026-11-20T06:00:00Z' },
        { ...record, postedAt: '2026-11-20T20:00:00Z', plannedAt: '2026-11-20T20:00:00Z' },
      ],
    });
    const warnings = recommendationsFor(file, 'linkedin', NOW).filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ kind }) => kind)).toEqual(['gapBroken', 'rateLimited', 'adherence', 'sparseData']);
    expect(warnings[0]!.text).toContain('1 of 1 gaps between posts were shorter than 24 h, the shortest 12.0 h');
    expect(warnings[1]!.text).toContain('4 of 20 requests');
    // The platform that refuses gets fewer at once; the others keep theirs.
    const fewer = applyRecommendation(file, warnings[1]!.change!);
    expect(fewer.constraints).toMatchObject([{ platform: 'linkedin', maxConcurrentPosts: 2 }]);
    expect(fewer.parameters.maxConcurrentPosts).toBe(3);
    expect(warnings[2]!.text).toContain('1 of 2 posts');
  });

  it('[POST-83] are quiet about what is fine', () => {
    const kinds = recommendationsFor(postsFile({ history }), 'facebook', NOW).map(({ kind }) => kind);
    expect(kinds).not.toContain('gapBroken');
    expect(kinds).not.toContain('rateLimited');
    expect(kinds).not.toContain('adherence');
    expect(kinds).not.toContain('sparseData');
  });
});
