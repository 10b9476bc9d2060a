import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupHandlers } from '#main/services/workspace/backups';
import { type HandClock, handClock } from '../../../../helpers/hand-clock';
import { okValue } from '../../../../helpers/ok-value';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

const DOCUMENT = '{"format":"daywright.workspace","version":1}';

describe('backups', () => {
  let dataFolder: string;
  let clock: HandClock;
  let warnings: string[];
  let backups: ReturnType<typeof backupHandlers>;

  beforeEach(async () => {
    dataFolder = await temporaryFolder();
    clock = handClock('2026-11-23T08:00:00Z');
    warnings = [];
    const log = { info() {}, warn: (message: string) => void warnings.push(message), error() {} };
    backups = backupHandlers({ dataFolder, clock, log });
  });

  it('are written whole, listed newest first and read back', async () => {
    const first = await backups['backup.save']({ document: DOCUMENT });
    expect(first).toEqual({
      kind: 'ok',
      value: { name: 'workspace-2026-11-23T08-00-00.000Z.json', savedAt: '2026-11-23T08:00:00Z', sizeBytes: 44 },
    });
    clock.set('2026-11-23T08:05:00Z');
    await backups['backup.save']({ document: DOCUMENT.replace('1}', '1,"tasks":[]}') });

    const listed = okValue(await backups['backup.list']());
    expect(listed.folder).toBe(join(dataFolder, 'backups'));
    expect(listed.backups).toEqual([
      { name: 'workspace-2026-11-23T08-05-00.000Z.json', savedAt: '2026-11-23T08:05:00Z', sizeBytes: 55 },
      { name: 'workspace-2026-11-23T08-00-00.000Z.json', savedAt: '2026-11-23T08:00:00Z', sizeBytes: 44 },
    ]);
    const read = await backups['backup.read']({ name: 'workspace-2026-11-23T08-00-00.000Z.json' });
    expect(read).toEqual({ kind: 'ok', value: { document: DOCUMENT } });
    expect((await readdir(join(dataFolder, 'backups'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('rotate: of 32 in a day the newest 30 and the last one before them stay', async () => {
    for (let minute = 0; minute < 32; minute += 1) {
      clock.set(`2026-11-23T08:${String(minute).padStart(2, '0')}:00Z`);
      await backups['backup.save']({ document: DOCUMENT });
    }
    const names = await readdir(join(dataFolder, 'backups'));
    expect(names).toHaveLength(31);
    expect(names).not.toContain('workspace-2026-11-23T08-00-00.000Z.json');
    expect(names).toContain('workspace-2026-11-23T08-01-00.000Z.json');
  });

  it.each([
    ['', 'not JSON'],
    ['{"format":"daywright.works', 'not JSON'],
    ['{"format":"other"}', 'format is "other"'],
  ])('refuse a text that is no workspace: %s', async (document, reason) => {
    const outcome = await backups['backup.save']({ document });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'badInput' } });
    expect(outcome.kind === 'failed' && outcome.error.message).toContain(reason);
    expect(okValue(await backups['backup.list']()).backups).toEqual([]);
  });

  it('come in pieces, and are one only when the end has come', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const [one, two] = ['{"format":"daywright.workspace",', '"version":1,"events":[{"title":"Ü"}'];
    const append = (at: number, text: string, id = 'b1') => backups['backup.append']({ id, at, piece: bytes(text) });
    expect(await append(0, 'of another attempt')).toEqual({ kind: 'ok', value: {} });
    expect(await append(0, one)).toEqual({ kind: 'ok', value: {} });
    expect(await append(33, two)).toMatchObject({
      error: { message: 'The backup cannot be written: a piece begins at byte 33, and 32 were written' },
    });
    expect(await append(32, two)).toEqual({ kind: 'ok', value: {} });
    expect(okValue(await backups['backup.list']()).backups).toEqual([]);
    const saved = okValue(await backups['backup.save']({ document: ']}\n', after: { id: 'b1', at: 68 } }));
    expect(saved).toEqual({
      name: 'workspace-2026-11-23T08-00-00.000Z.json',
      savedAt: '2026-11-23T08:00:00Z',
      sizeBytes: 71,
    });
    expect(okValue(await backups['backup.read']({ name: saved.name })).document).toBe(`${one}${two}]}\n`);
    expect(await append(0, one, '../b')).toMatchObject({ error: { message: expect.stringContaining('is not an id') } });
    expect(await readdir(join(dataFolder, 'backups'))).toEqual([saved.name]);
  });

  it('leave nothing of pieces that an hour has passed over', async () => {
    const piece = new TextEncoder().encode('{"format":"daywright.workspace",');
    const folder = join(dataFolder, 'backups');
    for (const [id, last] of [
      ['abandoned', '2026-11-23T06:58:00Z'],
      ['slow', '2026-11-23T07:30:00Z'],
    ] as const) {
      await backups['backup.append']({ id, at: 0, piece });
      await utimes(join(folder, `${id}.00000000.part`), new Date(last), new Date(last));
    }
    await backups['backup.save']({ document: DOCUMENT });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual(['slow.00000000.part']);
  });

  it.each([
    ['cut', '{"format":"daywright.workspace",', '"version":1'],
    ['of another format', '{"format":"something.different",', '"events":[]}'],
  ])('in pieces that are %s are refused, and nothing is left of them', async (_, piece, document) => {
    await backups['backup.append']({ id: 'b1', at: 0, piece: new TextEncoder().encode(piece) });
    const after = { id: 'b1', at: 32 };
    expect(await backups['backup.save']({ document, after })).toMatchObject({
      error: { message: expect.stringContaining('it is not a whole workspace') },
    });
    expect(await readdir(join(dataFolder, 'backups'))).toEqual([]);
  });

  it('are listed without what only has the name of one', async () => {
    await mkdir(join(dataFolder, 'backups/workspace-2026-01-01T00-00-00.000Z.json'), { recursive: true });
    await symlink(join(dataFolder, 'gone'), join(dataFolder, 'backups/workspace-2026-01-02T00-00-00.000Z.json'));
    await backups['backup.save']({ document: DOCUMENT });
    expect(okValue(await backups['backup.list']()).backups.map(({ name }) => name)).toEqual([
      'workspace-2026-11-23T08-00-00.000Z.json',
    ]);
  });

  it('read nothing outside their folder', async () => {
    await writeFile(join(dataFolder, 'secret'), 'x');
    expect(await backups['backup.read']({ name: '../secret' })).toMatchObject({ error: { code: 'badPayload' } });
    expect(await backups['backup.read']({ name: 'workspace-2026-01-01T00-00-00.000Z.json' })).toMatchObject({
      error: { code: 'notFound' },
    });
  });

  it('say so when they cannot be written', async () => {
    await writeFile(join(dataFolder, 'backups'), 'a file where the folder should be');
    const outcome = await backups['backup.save']({ document: DOCUMENT });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'refused' } });
    expect(await readFile(join(dataFolder, 'backups'), 'utf8')).toBe('a file where the folder should be');
    expect(okValue(await backups['backup.list']()).backups).toEqual([]);
  });
});
