import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { NewerStoreError } from '#renderer/db/database';
import { restoreNewestBackup } from '#renderer/state/backup';
import { allCommitted } from '#renderer/state/commit';
import { undo } from '#renderer/state/edit';
import { addTask } from '#renderer/state/edit-tasks';
import { startAfresh, startWorkspace } from '#renderer/state/start';
import { workspaceNow } from '#renderer/state/workspace';
import { FakeHost } from '../../../helpers/fake-host';
import { closePage, start } from '../../../helpers/started-workspace';

const BACKUP = JSON.stringify({
  format: 'daywright.workspace',
  version: 1,
  settings: { timeZone: 'Europe/Berlin' },
  tasks: [{ id: 't1', title: 'Report', durationMinutes: 90 }],
});

describe('startWorkspace', () => {
  it('offers a first start on a new machine and writes the marker with the first change', async () => {
    const { host } = await start();
    expect(workspaceNow()).toMatchObject({ status: 'ready', isFirstStart: true, tasks: [] });
    expect(host.inputs('marker.write')).toEqual([]);
    await addTask({ title: 'A', durationMinutes: 30 });
    await addTask({ title: 'B', durationMinutes: 30 });
    expect(host.inputs('marker.write')).toEqual([{ hadData: true }]);
    expect(workspaceNow().isFirstStart).toBe(false);
  });

  it('takes the marker back when the user undoes to nothing, so that the next start is a first one', async () => {
    const { disk, host } = await start();
    await addTask({ title: 'A', durationMinutes: 30 });
    await undo();
    await allCommitted();
    await expect.poll(() => host.inputs('marker.write')).toEqual([{ hadData: true }, { hadData: false }]);
    closePage();
    await start({ disk, host });
    expect(workspaceNow()).toMatchObject({ status: 'ready', isFirstStart: true });
  });

  it('finds everything after a reload', async () => {
    const { disk, host } = await start();
    await addTask({ title: 'A', durationMinutes: 30 });
    await allCommitted();
    closePage();
    await start({ disk, host });
    expect(workspaceNow()).toMatchObject({ status: 'ready', isFirstStart: false, tasks: [{ title: 'A' }] });
  });

  it('notices an emptied store and restores the newest backup that can be read', async () => {
    const host = new FakeHost({
      'marker.read': () => ({ hadData: true }),
      'backup.list': () => ({
        folder: '/backups',
        backups: [
          { name: 'older', savedAt: '2026-11-20T08:00:00Z', sizeBytes: 9 },
          { name: 'newest', savedAt: '2026-11-23T08:00:00Z', sizeBytes: 9 },
        ],
      }),
      'backup.read': ({ name }) => ({ document: name === 'newest' ? '{"format":' : BACKUP }),
    });
    await start({ host });
    expect(workspaceNow()).toMatchObject({ status: 'emptied', isFirstStart: false });
    const restored = await restoreNewestBackup();
    expect(restored).toMatchObject({ ok: true, value: { name: 'older' } });
    expect(workspaceNow()).toMatchObject({ status: 'ready', tasks: [{ title: 'Report' }] });
  });

  it('lets the user go on without what was lost', async () => {
    await start({ host: new FakeHost({ 'marker.read': () => ({ hadData: true }) }) });
    startAfresh();
    expect(workspaceNow().status).toBe('ready');
  });

  it('writes the marker again when only the marker was lost', async () => {
    const { disk } = await start();
    await addTask({ title: 'A', durationMinutes: 30 });
    closePage();
    const { host } = await start({ disk });
    expect(host.inputs('marker.write')).toEqual([{ hadData: true }]);
  });

  it('says what is wrong with a store it cannot open', async () => {
    await startWorkspace(new FakeHost(), {
      open: () => Promise.reject(new NewerStoreError(3, 1)),
    });
    expect(workspaceNow()).toMatchObject({
      status: 'failed',
      problem:
        'The stored data has version 3; this Daywright knows up to version 1.\nOpen it with that newer Daywright; nothing here was touched.',
    });
  });

  it('works on the disk of its own', async () => {
    const disk = new IDBFactory();
    await start({ disk });
    expect((await disk.databases()).map((database) => database.name)).toEqual(['test']);
  });
});
