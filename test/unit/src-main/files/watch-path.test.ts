import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type WatchNews, watchPath } from '#main/files/watch-path';
import { temporaryFolder } from '../../../helpers/temporary-folder';

let folder: string;
let look: () => Promise<void>;
let stopped: boolean;
let news: WatchNews[];

/** Watches with a clock that goes by hand. */
function watch(path: string): () => void {
  return watchPath(
    path,
    (told) => news.push(told),
    (work) => {
      look = work;
      return () => {
        stopped = true;
      };
    },
  );
}

beforeEach(async () => {
  folder = await temporaryFolder();
  news = [];
  stopped = false;
});

describe('a watched file', () => {
  it('is told as it stands, and again after each change that stood still', async () => {
    const path = join(folder, 'work.ics');
    await writeFile(path, 'one');
    watch(path);
    await look();
    expect(news).toEqual([]);
    await look();
    expect(news).toEqual([{ kind: 'changed', paths: [path] }]);
    await look();
    expect(news).toHaveLength(1);

    await writeFile(path, 'one and a half');
    await look();
    await writeFile(path, 'one and a half, still being written');
    await look();
    expect(news).toHaveLength(1);
    await look();
    expect(news).toHaveLength(2);
  });

  it('is told when it is missing, and when it came back', async () => {
    const path = join(folder, 'work.ics');
    watch(path);
    await look();
    await look();
    expect(news).toEqual([{ kind: 'problem', message: `${path} does not exist` }]);
    await writeFile(path, 'here');
    await look();
    await look();
    expect(news[1]).toEqual({ kind: 'changed', paths: [path] });
  });

  it('is told no more once it is let go', async () => {
    const path = join(folder, 'work.ics');
    await writeFile(path, 'one');
    const end = watch(path);
    await look();
    end();
    await look();
    expect([news, stopped]).toEqual([[], true]);
  });
});

describe('a watched folder', () => {
  it('tells all its calendar files when one of them changed, came or went', async () => {
    const [a, b] = [join(folder, 'a.ics'), join(folder, 'b.ics')];
    await writeFile(a, 'a');
    await writeFile(join(folder, 'notes.txt'), 'no calendar');
    watch(folder);
    await look();
    await look();
    await writeFile(b, 'b');
    await look();
    await look();
    await rm(a);
    await look();
    await look();
    expect(news).toEqual([[a], [a, b], [b]].map((paths) => ({ kind: 'changed', paths })));
  });

  it('without a calendar file is a problem', async () => {
    watch(folder);
    await look();
    await look();
    expect(news).toEqual([{ kind: 'problem', message: `${folder} holds no .ics file` }]);
  });
});
