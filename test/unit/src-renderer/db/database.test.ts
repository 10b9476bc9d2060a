import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { NewerStoreError, openDatabase } from '#renderer/db/database';
import { TABLE_NAMES } from '#renderer/db/rows';
import { SCHEMA_VERSIONS } from '#renderer/db/schema-versions';

describe('openDatabase', () => {
  it('has a table for every noun', async () => {
    const db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    expect(db.tables.map((table) => table.name).sort()).toEqual([...TABLE_NAMES, 'undo', 'undoParts'].sort());
  });

  it('refuses a store that a newer version wrote and leaves it as it is', async () => {
    const disk = new IDBFactory();
    const newer = [...SCHEMA_VERSIONS, { version: 99, stores: { inventions: 'id' } }];
    const later = await openDatabase('test', { indexedDB: disk, IDBKeyRange }, newer);
    await later.table('inventions').put({ id: 'x' });
    later.close();
    await expect(openDatabase('test', { indexedDB: disk, IDBKeyRange })).rejects.toThrow(NewerStoreError);
    const again = await openDatabase('test', { indexedDB: disk, IDBKeyRange }, newer);
    expect(await again.table('inventions').count()).toBe(1);
  });

  it('commits with strict durability', async () => {
    const db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    const durabilities = await db.transaction('rw', db.tasks, async (transaction) => {
      await db.tasks.count();
      return (transaction.idbtrans as IDBTransaction).durability;
    });
    expect(durabilities).toBe('strict');
  });
});
