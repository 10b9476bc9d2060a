import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOutput } from '#main/hosts/cli/output-file';
import { cancellation, NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

const quiet = { signal: NEVER_CANCELLED };

describe('an output file', () => {
  it('is written through a link, and keeps its permissions', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'private.ics'), 'old');
    await chmod(join(folder, 'private.ics'), 0o600);
    await symlink(join(folder, 'private.ics'), join(folder, 'link.ics'));
    await writeOutput(join(folder, 'link.ics'), 'new', [], quiet);
    expect(await readFile(join(folder, 'private.ics'), 'utf8')).toBe('new');
    expect((await stat(join(folder, 'private.ics'))).mode & 0o777).toBe(0o600);
    expect((await lstat(join(folder, 'link.ics'))).isSymbolicLink()).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['link.ics', 'private.ics']);
  });

  it('never takes the place of a device', async () => {
    const before = await stat('/dev/null');
    // Through a link of ours: if this ever breaks, only the link is lost.
    const folder = await temporaryFolder();
    await symlink('/dev/null', join(folder, 'device'));
    await writeOutput(join(folder, 'device'), 'x', [], quiet);
    expect((await stat('/dev/null')).rdev).toBe(before.rdev);
    expect((await stat(join(folder, 'device'))).isCharacterDevice()).toBe(true);
  });

  it('is not written when Ctrl-C came first', async () => {
    const folder = await temporaryFolder();
    const { signal, cancel } = cancellation();
    setImmediate(cancel);
    await expect(writeOutput(join(folder, 'a.ics'), 'x', [], { signal })).rejects.toThrow('Interrupted');
    expect(await readdir(folder)).toEqual([]);
  });
});
