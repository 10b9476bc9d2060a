import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOpenedFile } from '#main/files/read-opened-file';
import { temporaryFolder } from '../../../helpers/temporary-folder';

describe('reading a file that somebody named', () => {
  it('gives its name and bytes, also through a link', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.ics'), 'ab');
    await symlink(join(folder, 'a.ics'), join(folder, 'b.ics'));
    expect(await readOpenedFile(join(folder, 'b.ics'), 2)).toMatchObject({
      ok: true,
      value: { name: 'b.ics', bytes: Buffer.from('ab') },
    });
  });

  it('refuses what is larger than the limit, a folder, and nothing', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.ics'), 'abc');
    await mkdir(join(folder, 'd'));
    const answers = await Promise.all(['a.ics', 'd', 'none'].map((name) => readOpenedFile(join(folder, name), 2)));
    expect(answers.map((answer) => !answer.ok && answer.error.replaceAll(folder, 'IN'))).toEqual([
      'IN/a.ics has 3 bytes: expected at most 2',
      'IN/d is a folder: expected a file',
      'IN/none does not exist: expected a file',
    ]);
  });

  it('reads a pipe to its end, and an endless device no further than the limit', async () => {
    expect(await readOpenedFile('/dev/zero', 100_000)).toEqual({
      ok: false,
      error: '/dev/zero has more than 100000 bytes: expected no more',
    });
    const pipe = join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([readOpenedFile(pipe, 100), writeFile(pipe, 'through the pipe')]);
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('through the pipe');
  });
});
