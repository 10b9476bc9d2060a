import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolderFor } from '#main/hosts/data-folder';

describe('data folder', () => {
  it.each<[string | null, Record<string, string>, NodeJS.Platform, string]>([
    ['here', { DAYWRIGHT_DATA: 'there' }, 'linux', resolve('here')],
    [null, { DAYWRIGHT_DATA: 'there' }, 'linux', resolve('there')],
    [null, { XDG_DATA_HOME: '/x' }, 'linux', join('/x', 'daywright')],
    [null, {}, 'linux', join(homedir(), '.local/share/daywright')],
    [null, {}, 'darwin', join(homedir(), 'Library/Application Support/Daywright Browser')],
    [null, { APPDATA: '/a' }, 'win32', join('/a', 'Daywright Browser')],
  ])('for %s, %j on %s', (given, environment, platform, expected) => {
    expect(dataFolderFor(given, environment, platform)).toBe(expected);
  });
});
