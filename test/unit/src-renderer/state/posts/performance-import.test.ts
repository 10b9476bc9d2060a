import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import {
  cancelPerformanceImport,
  forgetMapping,
  mapColumns,
  performanceImportNow,
  readPerformanceFile,
  storePerformance,
} from '#renderer/state/posts/performance-import';
import { workspaceNow } from '#renderer/state/workspace';
import { encodeUtf8 } from '#shared/base/utf8';
import { startWithPosts } from '../../../../helpers/posts-host';

const EXPORT = [
  'Post ID,Publish time,Post type,Reach,Likes',
  '111,11/03/2026 09:15,Post,"1,500",40',
  '222,11/17/2026 18:30,Reel,2K,oops',
].join('\n');

beforeEach(async () => {
  cancelPerformanceImport();
  await startWithPosts();
});

const history = () => workspaceNow().posts.performanceHistory;

describe('importing figures', () => {
  it('[POST-97] shows what a file would do, stores it in one step, and adds nothing twice', async () => {
    await readPerformanceFile('instagram.csv', encodeUtf8(EXPORT));
    const { phase, preview, read } = performanceImportNow();
    expect([phase, preview]).toEqual(['ready', { added: 2, updated: 0, same: 0 }]);
    expect(read!.problems).toEqual([
      { line: 3, column: 'Likes', value: 'oops', message: 'expected a number; the figure was left out' },
    ]);
    expect(history()).toEqual([]);
    expect(await storePerformance()).toBe(true);
    expect(history()).toMatchObject([
      { platform: 'instagram', externalId: '111', postedAt: '2026-11-03T08:15:00Z', reach: 1500 },
      { externalId: '222', contentType: 'instagram_reels', reach: 2000, likes: null },
    ]);
    expect(performanceImportNow().phase).toBe('idle');
    await readPerformanceFile('again.csv', encodeUtf8(EXPORT));
    expect(performanceImportNow().preview).toEqual({ added: 0, updated: 0, same: 2 });
    await readPerformanceFile('later.csv', encodeUtf8(EXPORT.replace('2K', '3K')));
    await storePerformance();
    expect(history().map((record) => record.reach)).toEqual([1500, 3000]);
    await undo();
    expect(history().map((record) => record.reach)).toEqual([1500, 2000]);
    await undo();
    expect(history()).toEqual([]);
  });

  it('[POST-96] asks where nothing fits, and remembers the answer', async () => {
    const own = 'When;Seen by\n2026-11-03 09:15;1500\n';
    await readPerformanceFile('mine.csv', encodeUtf8(own));
    expect(performanceImportNow()).toMatchObject({
      phase: 'question',
      sample: [
        ['When', 'Seen by'],
        ['2026-11-03 09:15', '1500'],
      ],
    });
    expect(await storePerformance()).toBe(false);
    await mapColumns({ platform: 'x', columns: { postedAt: 'When', reach: 'Seen by' } });
    expect(performanceImportNow()).toMatchObject({ phase: 'ready', preview: { added: 1 } });
    await storePerformance();
    expect(workspaceNow().posts.mappings).toMatchObject([
      { name: 'mine.csv', platform: 'x', columns: { reach: ['seen by'] } },
    ]);
    await readPerformanceFile('next.csv', encodeUtf8(own.replace('11-03', '11-04')));
    expect(performanceImportNow()).toMatchObject({ phase: 'ready', preview: { added: 1, same: 0 } });
    await storePerformance();
    expect(workspaceNow().posts.mappings).toHaveLength(1);
    await forgetMapping(workspaceNow().posts.mappings[0]!.id);
    await readPerformanceFile('next.csv', encodeUtf8(own));
    expect(performanceImportNow().phase).toBe('question');
  });

  it('[POST-95] refuses what is no table, and asks for nothing then', async () => {
    const refused = async (bytes: Uint8Array<ArrayBuffer>) => {
      await readPerformanceFile('mine.csv', bytes);
      const { phase, problem, sample } = performanceImportNow();
      expect([phase, sample]).toEqual(['idle', []]);
      return problem;
    };
    expect(await refused(encodeUtf8(''))).toBe('mine.csv: The file is empty: expected a header and rows');
    expect(await refused(encodeUtf8(' \n\n'))).toBe('mine.csv: The file is empty: expected a header and rows');
    expect(await refused(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe(
      'mine.csv: The file is a workbook or an archive: expected a table as text. Save or export it as CSV first.',
    );
    expect(await refused(Uint8Array.of(0x61, 0x2c, 0x62, 0, 1, 2))).toBe(
      'mine.csv: The file is no text (see its character 4): expected a table as CSV, with a header and rows.',
    );
    expect(await refused(encodeUtf8('Only\nwords\nhere'))).toBe(
      'mine.csv: The file has one column: expected commas, semicolons or tabs between several.',
    );
  });
});
