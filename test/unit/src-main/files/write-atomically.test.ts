import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically, writePrivately } from '#main/files/write-atomically';
import { temporaryFolder } from '../../../helpers/temporary-folder';

describe('writing atomically', () => {
  it('replaces what is there and leaves nothing beside it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a'), 'old and longer');
    await writeAtomically(join(folder, 'a'), 'new', 0o644);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('leaves no part behind when it fails', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a'));
    await expect(writeAtomically(join(folder, 'a'), 'new', 0o644)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('makes no folder that somebody mistyped', async () => {
    const folder = await temporaryFolder();
    await expect(writeAtomically(join(folder, 'no/such/a'), 'x', 0o644)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps our own files to their owner, and makes their folder', async () => {
    const path = join(await temporaryFolder(), 'data/secret');
    await writePrivately(path, 'x');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
