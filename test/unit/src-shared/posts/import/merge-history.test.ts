import { describe, expect, it } from 'vitest';
import { mergeHistory } from '#shared/posts/import/merge-history';
import { performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { parseZone } from '#shared/time/zone';

const UTC = parseZone('UTC')!;
const record = (fields: Record<string, unknown>) =>
  performanceRecordSchema.parse({ platform: 'x', postedAt: '2026-11-05T10:00:00Z', ...fields });

describe('merging imports into the history', () => {
  it('[POST-97] knows a post by the platform’s id, and an import again changes nothing', () => {
    const first = mergeHistory([], [record({ externalId: '1', reach: 10 })], UTC);
    expect(first).toMatchObject({ added: 1, updated: 0, same: 0 });
    const again = mergeHistory(first.history, [record({ externalId: '1', reach: 10 })], UTC);
    expect(again).toMatchObject({ added: 0, updated: 0, same: 1 });
    const later = mergeHistory(first.history, [record({ externalId: '1', reach: 15, likes: 2 })], UTC);
    expect(later).toMatchObject({ added: 0, updated: 1 });
    expect(later.history).toMatchObject([{ reach: 15, likes: 2 }]);
  });

  it('[POST-97] joins a job’s record with the export of the same post, and keeps what only it knows', () => {
    const job = record({
      postId: 'p1',
      postedAt: '2026-11-05T10:02:00Z',
      attempts: 2,
      plannedAt: '2026-11-05T10:00:00Z',
    });
    const merged = mergeHistory([job], [record({ externalId: '1', reach: 10, postedAt: '2026-11-05T10:10:00Z' })], UTC);
    expect(merged.history).toMatchObject([
      { postId: 'p1', externalId: '1', attempts: 2, reach: 10, postedAt: '2026-11-05T10:02:00Z' },
    ]);
  });

  it('[POST-97] gives a day without an hour the hour of the only post of that day', () => {
    const known = record({ postId: 'p1', postedAt: '2026-11-05T17:00:00Z' });
    const day = record({ externalId: '1', reach: 10, postedAt: '2026-11-05T12:00:00Z', hourKnown: false });
    expect(mergeHistory([known], [day], UTC).history).toMatchObject([
      { postedAt: '2026-11-05T17:00:00Z', hourKnown: true, reach: 10 },
    ]);
    // With two posts that day nobody can tell which it is.
    const other = record({ postId: 'p2', postedAt: '2026-11-05T08:00:00Z' });
    expect(mergeHistory([known, other], [day], UTC)).toMatchObject({ added: 1 });
  });

  it('[POST-97] never takes two ids for one post, nor two platforms', () => {
    const known = [record({ externalId: '1' })];
    expect(mergeHistory(known, [record({ externalId: '2' })], UTC).added).toBe(1);
    expect(mergeHistory(known, [record({ platform: 'tiktok' })], UTC).added).toBe(1);
  });
});
