// Stores written by older versions open with the present schema and keep their rows. An old store is made here with
// IndexedDB itself, as that version made it, never through today's code.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#renderer/db/database';
import { SCHEMA_VERSIONS, type SchemaVersion } from '#renderer/db/schema-versions';
import { habitSchema } from '#shared/habits/habit';

/** What version 1 created: table, key path, indexes. Written down once; it must never change. */
const VERSION_1: Readonly<Record<string, { key: string; auto?: boolean; indexes: Record<string, string | string[]> }>> =
  {
    settings: { key: 'id', indexes: {} },
    calendars: { key: 'id', indexes: {} },
    items: { key: 'id', indexes: { expandedFrom: 'expandedFrom', expandedTo: 'expandedTo' } },
    events: {
      key: 'id',
      indexes: { '[calendarId+uid]': ['calendarId', 'uid'], '[lengthClass+startMs]': ['lengthClass', 'startMs'] },
    },
    projects: { key: 'id', indexes: {} },
    tasks: { key: 'id', indexes: {} },
    habits: { key: 'id', indexes: {} },
    habitOccurrences: { key: 'id', indexes: {} },
    placements: { key: 'key', indexes: {} },
    runs: { key: 'planId', indexes: { order: 'order' } },
    imports: { key: 'id', indexes: { at: 'at' } },
    meta: { key: 'key', indexes: {} },
    undo: { key: 'seq', auto: true, indexes: { stack: 'stack' } },
  };

const VERSION_1_ROWS: Readonly<Record<string, readonly object[]>> = {
  tasks: [{ id: 't1', title: 'Report', durationMinutes: 90, priority: 2, madeByAnOlderVersion: true }],
  habits: [
    { id: 'h1', title: 'Run', durationMinutes: 45, days: [1, 3, 5], targetTime: '18:00', history: [true, false] },
  ],
  events: [
    {
      id: 'work/u1@',
      calendarId: 'work',
      uid: 'u1',
      startMs: 1795507200000,
      endMs: 1795510800000,
      lengthClass: 0,
      event: { id: 'work/u1@', calendarId: 'work', uid: 'u1', title: 'Stand-up' },
    },
  ],
  undo: [{ seq: 7, stack: 'undo', label: 'Add “Report”', change: { puts: {}, deletes: { tasks: ['t1'] } } }],
};

/** Dexie stores its version 1 as 10. */
async function writeVersion1(disk: IDBFactory, rows = VERSION_1_ROWS): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = disk.open('test', 10);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      for (const [name, { key, auto, indexes }] of Object.entries(VERSION_1)) {
        const table = opening.result.createObjectStore(name, { keyPath: key, autoIncrement: auto ?? false });
        for (const [index, path] of Object.entries(indexes)) table.createIndex(index, path);
      }
    };
    opening.onsuccess = () => {
      const writing = opening.result.transaction(Object.keys(rows), 'readwrite');
      for (const [name, ofTable] of Object.entries(rows)) {
        for (const row of ofTable) writing.objectStore(name).put(row);
      }
      writing.onerror = () => reject(writing.error);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** A version that could come after the present ones. */
const NEXT: SchemaVersion = {
  version: SCHEMA_VERSIONS.at(-1)!.version + 1,
  stores: { tasks: 'id, status', notes: 'id' },
  upgrade: async (transaction) => {
    await transaction
      .table('tasks')
      .toCollection()
      .modify((task: Record<string, unknown>) => {
        task.status ??= 'open';
      });
  },
};

describe('migrations', () => {
  it('opens a store of version 1 with every row it held', async () => {
    const disk = new IDBFactory();
    await writeVersion1(disk);
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    for (const [name, rows] of Object.entries(VERSION_1_ROWS))
      expect(await db.table(name).toArray()).toMatchObject(rows);
    expect(await db.events.where('[calendarId+uid]').equals(['work', 'u1']).count()).toBe(1);
    expect(await db.undo.add({ stack: 'undo', label: 'next', change: {} })).toBe(8);
  });

  it('gives the habits of version 1 what a new habit would have, those that an undo would bring back too', async () => {
    const disk = new IDBFactory();
    const old = VERSION_1_ROWS.habits![0]!;
    await writeVersion1(disk, {
      habits: [old],
      undo: [{ seq: 7, stack: 'undo', label: 'Delete “Run”', change: { puts: { habits: [old] } } }],
    });
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    const now = { ...habitSchema.parse(old), ...old };
    const [habit] = await db.habits.toArray();
    expect({ ...now, ...habit }).toEqual(now);
    expect(habit).toMatchObject({
      frequency: { kind: 'weekdays' },
      pauses: [],
      priority: 3,
      notify: 'whenTight',
      goal: null,
    });
    expect((await db.undo.get(7))?.change.puts?.habits).toEqual([habit]);
  });

  it('tells the plans among the undo steps of version 1', async () => {
    const disk = new IDBFactory();
    await writeVersion1(disk, {
      undo: [
        { seq: 3, stack: 'undo', label: 'Plan 2 tasks', change: {} },
        { seq: 4, stack: 'undo', label: 'Add “Plan the party”', change: {} },
      ],
    });
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    expect(await db.undo.where('plan').equals(1).primaryKeys()).toEqual([3]);
    expect(await db.undo.count()).toBe(2);
  });

  it('gives tournaments that came with a document their own rows, and keeps those it cannot read', async () => {
    const cup = {
      format: 'daywright.tournament',
      version: 1,
      type: 'knockout',
      timeZone: 'Europe/Berlin',
      start: '2026-11-28',
      matchMinutes: 60,
      sponsor: 'Harbour Bank',
    };
    const disk = new IDBFactory();
    const extras = { madeWith: 'later', tournaments: [{ ...cup, id: 'cup' }, cup, { id: 'broken' }] };
    await writeVersion1(disk, { ...VERSION_1_ROWS, meta: [{ key: 'documentExtras', value: extras }] });
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    expect(await db.tournaments.toArray()).toMatchObject([
      { ...cup, id: 'cup' },
      { ...cup, id: 'tournament-1', participants: [] },
    ]);
    expect((await db.meta.get('documentExtras'))?.value).toEqual({
      madeWith: 'later',
      unreadTournaments: [{ id: 'broken' }],
    });
    expect(await db.tasks.toArray()).toEqual(VERSION_1_ROWS.tasks);
  });

  it('never changes a released version', () => {
    const [first] = SCHEMA_VERSIONS;
    const written = Object.entries(VERSION_1).map(([name, { key, auto, indexes }]) => [
      name,
      [auto ? `++${key}` : key, ...Object.keys(indexes)].join(', '),
    ]);
    expect(first?.version).toBe(1);
    expect(first?.stores).toEqual(Object.fromEntries(written));
    const versions = SCHEMA_VERSIONS.map((entry) => entry.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('moves the posts of version 1, which waited in the extras of the document, into their tables', async () => {
    const disk = new IDBFactory();
    const posts = {
      audiences: { x: { timeZoneWeights: { 'UTC-5': 1 } } },
      constraints: [{ platform: 'x', dailyCap: 2 }],
      queue: [{ id: 'a', platform: 'x', title: 'Hiring', mood: 'calm' }],
      performanceHistory: [{ platform: 'x', postedAt: '2026-11-01T08:00:00Z', reach: 900 }],
      exploration: 'ucb',
    };
    await writeVersion1(disk, {
      ...VERSION_1_ROWS,
      meta: [{ key: 'documentExtras', value: { posts, madeWith: 'a later version' } }],
    });
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    expect(await db.posts.toArray()).toMatchObject(posts.queue);
    expect(await db.postConstraints.toArray()).toMatchObject(posts.constraints);
    expect(await db.postAudiences.toArray()).toMatchObject([{ platform: 'x', timeZoneWeights: { 'UTC-5': 1 } }]);
    const from = Date.UTC(2026, 9, 1);
    const found = await db.performance.where('[platform+postedMs]').between(['x', from], ['x', Infinity]).toArray();
    expect(found).toMatchObject([{ id: 'x@2026-11-01T08:00:00Z', record: { reach: 900 } }]);
    expect(await db.postSettings.toArray()).toEqual([{ id: 'exploration', value: 'ucb' }]);
    expect((await db.meta.get('documentExtras'))?.value).toEqual({ madeWith: 'a later version' });
  });

  it('keeps posts that it cannot read, under another name', async () => {
    const disk = new IDBFactory();
    const posts = { queue: [{ id: 'a', platform: 'myspace' }] };
    await writeVersion1(disk, { ...VERSION_1_ROWS, meta: [{ key: 'documentExtras', value: { posts } }] });
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    expect(await db.posts.count()).toBe(0);
    expect((await db.meta.get('documentExtras'))?.value).toEqual({ unreadPosts: posts });
  });

  it('rewrites rows on the way to a later version and keeps fields it does not know', async () => {
    const disk = new IDBFactory();
    await writeVersion1(disk);
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange }, [...SCHEMA_VERSIONS, NEXT]);
    expect(await db.tasks.where('status').equals('open').toArray()).toEqual([
      { ...VERSION_1_ROWS.tasks![0], status: 'open' },
    ]);
    expect(await db.table('notes').count()).toBe(0);
    expect(await db.habits.count()).toBe(1);
  });

  it('leaves the older store whole when a migration fails', async () => {
    const disk = new IDBFactory();
    await writeVersion1(disk);
    const failing: SchemaVersion = {
      ...NEXT,
      upgrade: async (transaction) => {
        await transaction.table('tasks').clear();
        throw new Error('power cut');
      },
    };
    await expect(openDatabase('test', { indexedDB: disk, IDBKeyRange }, [...SCHEMA_VERSIONS, failing])).rejects.toThrow(
      'power cut',
    );
    const db = await openDatabase('test', { indexedDB: disk, IDBKeyRange });
    expect(await db.tasks.toArray()).toEqual(VERSION_1_ROWS.tasks);
  });
});
