import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, commitChange, commitStep, StoreMovedOn, stepLabels } from '#renderer/db/change';
import { type DaywrightDatabase, openDatabase } from '#renderer/db/database';
import { eventRow } from '#renderer/db/event-range';
import type { ItemRow } from '#renderer/db/rows';
import { eventSchema } from '#shared/calendar/event';
import { taskSchema } from '#shared/tasks/task';

let db: DaywrightDatabase;

beforeEach(async () => {
  db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

const report = taskSchema.parse({ id: 't1', title: 'Report', durationMinutes: 90 });
const letter = taskSchema.parse({ id: 't2', title: 'Letter', durationMinutes: 30 });

function event(id: string, uid: string, start = '2026-11-24T09:00:00Z', end = '2026-11-24T10:00:00Z') {
  return eventRow(eventSchema.parse({ id, calendarId: 'work', uid, title: id, start, end }));
}

function item(uid: string, hash: string): ItemRow {
  return {
    id: `work/${uid}`,
    calendarId: 'work',
    uid,
    expandedFrom: 0,
    expandedTo: 1,
    item: {
      id: `work/${uid}`,
      calendarId: 'work',
      uid,
      title: uid,
      ics: '',
      sequence: 0,
      lastModified: null,
      stamp: null,
      hash,
      recurring: true,
    },
  };
}

async function everything(): Promise<unknown> {
  return Object.fromEntries(
    await Promise.all(
      db.tables
        .filter((t) => !['undo', 'undoParts'].includes(t.name))
        .map(async (table) => [table.name, await table.toArray()]),
    ),
  );
}

describe('a large change', () => {
  const count = 1_200;
  const items = Array.from({ length: count }, (_, index) => item(`u${index}`, 'h'));
  const events = Array.from({ length: count }, (_, index) => event(`work/u${index}@`, `u${index}`));

  it('is undone and done again exactly, its steps kept in parts', async () => {
    const empty = await everything();
    await commitChange(db, { puts: { items, events } }, { label: 'Import' });
    const full = await everything();
    const [step] = await db.undo.toArray();
    expect(step).toMatchObject({ label: 'Import', inParts: true, change: {} });
    expect(await commitStep(db, 'undo')).toMatchObject({ label: 'Import' });
    expect(await everything()).toEqual(empty);
    await commitStep(db, 'redo');
    expect(await everything()).toEqual(full);
    await commitChange(db, { puts: { tasks: [report] } }, { label: 'Small', keepSteps: 1 });
    expect(await db.undoParts.count()).toBe(0);
  });

  it('names no occurrence of an item that was added: it goes with it', async () => {
    const { inverse } = await commitChange(db, { puts: { items, events } }, { label: 'Import' });
    expect(inverse.deletes?.items).toHaveLength(count);
    expect(inverse.deletes?.events).toBeUndefined();
  });

  it.each([
    ['most', (index: number) => index % 5 !== 0, 240],
    ['a part', (index: number) => index % 5 < 2, 720],
    ['all', () => true, 0],
  ] as const)('removes %s of them with their occurrences, and brings exactly these back', async (_, isGone, left) => {
    await commitChange(db, { puts: { items, events } }, { label: 'Import' });
    const before = await everything();
    const gone = items.filter((__, index) => isGone(index)).map((row) => row.id);
    const removed = await commitChange(db, { deletes: { items: gone } }, { label: 'Remove' });
    expect(removed.inverse).toMatchObject({ puts: {}, deletes: {} });
    expect(await db.items.count()).toBe(left);
    expect((await db.events.toArray()).filter((row) => gone.includes(`work/${row.uid}`))).toEqual([]);
    expect(await db.events.count()).toBe(left);
    const after = await everything();
    await commitStep(db, 'undo');
    expect(await everything()).toEqual(before);
    await commitStep(db, 'redo');
    expect(await everything()).toEqual(after);
  });

  it('replaces what is there, among what it does not touch', async () => {
    await commitChange(db, { puts: { items, events } }, { label: 'Import' });
    const before = await everything();
    const newer = items.filter((_, index) => index % 2 === 0).map((row) => ({ ...row, expandedTo: 2 }));
    const moved = newer.map((row) => event(`${row.id}@`, row.uid, '2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z'));
    await commitChange(db, { puts: { items: newer, events: moved } }, { label: 'Again' });
    expect(
      await db.events
        .where('[lengthClass+startMs]')
        .above([0, Date.parse('2026-12-01T00:00:00Z')])
        .count(),
    ).toBe(600);
    expect(await db.events.count()).toBe(count);
    await commitStep(db, 'undo');
    expect(await everything()).toEqual(before);
  });
});

describe('commitChange', () => {
  it('stores a change and an inverse that takes it back exactly', async () => {
    await commitChange(db, { puts: { tasks: [report] } }, { label: 'Add' });
    const before = await everything();
    const change: Change = {
      puts: { tasks: [{ ...report, title: 'Longer report' }, letter] },
      deletes: { habits: ['none'] },
    };
    await commitChange(db, change, { label: 'Change' });
    expect((await db.tasks.toArray()).map((task) => task.title)).toEqual(['Longer report', 'Letter']);
    const undone = await commitStep(db, 'undo');
    expect(undone?.label).toBe('Change');
    expect(await everything()).toEqual(before);
  });

  it('redoes what was undone, and forgets redo after a new change', async () => {
    await commitChange(db, { puts: { tasks: [report] } }, { label: 'One' });
    await commitChange(db, { puts: { tasks: [letter] } }, { label: 'Two' });
    await commitStep(db, 'undo');
    expect(await stepLabels(db)).toEqual({ undo: 'One', redo: 'Two' });
    await commitStep(db, 'redo');
    expect(await db.tasks.count()).toBe(2);
    await commitStep(db, 'undo');
    await commitChange(db, { deletes: { tasks: ['t1'] } }, { label: 'Three' });
    expect(await stepLabels(db)).toEqual({ undo: 'Three', redo: null });
  });

  it('keeps no undo step of derived data', async () => {
    await commitChange(db, { puts: { tasks: [report] } }, { label: null });
    expect(await stepLabels(db)).toEqual({ undo: null, redo: null });
    expect(await commitStep(db, 'undo')).toBeNull();
  });

  it('keeps the last steps only', async () => {
    for (let step = 1; step <= 6; step += 1) {
      await commitChange(
        db,
        { puts: { tasks: [{ ...report, durationMinutes: step }] } },
        { label: `Step ${step}`, keepSteps: 3 },
      );
    }
    expect((await db.undo.toArray()).map((row) => row.label)).toEqual(['Step 4', 'Step 5', 'Step 6']);
  });

  it('writes everything or nothing', async () => {
    await commitChange(db, { puts: { tasks: [report] } }, { label: 'Add' });
    const before = await everything();
    const broken = { puts: { tasks: [letter], habits: [{ title: 'has no key' }] } } as unknown as Change;
    await expect(commitChange(db, broken, { label: 'Broken' })).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await stepLabels(db)).toEqual({ undo: 'Add', redo: null });
  });

  it('takes the occurrences of an item with it, also those that were expanded later', async () => {
    await commitChange(
      db,
      { puts: { items: [item('a', '1')], events: [event('a1', 'a'), event('a2', 'a')] } },
      { label: 'Import' },
    );
    const imported = await everything();
    await commitChange(db, { puts: { events: [event('a3', 'a')] } }, { label: null });
    await commitChange(
      db,
      { puts: { items: [item('a', '2')], events: [event('a1', 'a')] } },
      { label: 'Import again' },
    );
    expect((await db.events.toArray()).map((row) => row.id)).toEqual(['a1']);
    await commitStep(db, 'undo');
    expect((await db.events.toArray()).map((row) => row.id)).toEqual(['a1', 'a2', 'a3']);
    await commitStep(db, 'undo');
    expect(await db.events.count()).toBe(0);
    expect(await db.items.count()).toBe(0);
    await commitStep(db, 'redo');
    expect((await db.events.toArray()).map((row) => row.id)).toEqual(['a1', 'a2', 'a3']);
    expect(imported).not.toBeNull();
  });
});

describe('steps that are kept', () => {
  const titled = (title: string) => ({ puts: { tasks: [{ ...report, title }] } });

  it('are the newest, and older ones as far as the plans among them reach', async () => {
    await commitChange(db, titled('edit'), { label: 'Edit 1', keepSteps: 2 });
    await commitChange(db, titled('plan'), { label: 'Plan', keepSteps: 2, isPlan: true });
    for (const label of ['Edit 2', 'Edit 3', 'Edit 4']) await commitChange(db, titled(label), { label, keepSteps: 2 });
    expect((await db.undo.toArray()).map((step) => step.label)).toEqual(['Plan', 'Edit 2', 'Edit 3', 'Edit 4']);
  });

  it('stay plans when they are undone and done again', async () => {
    await commitChange(db, titled('plan'), { label: 'Plan', isPlan: true });
    await commitStep(db, 'undo');
    await commitStep(db, 'redo');
    expect(await db.undo.where('plan').equals(1).count()).toBe(1);
  });
});

describe('a change computed from an older state', () => {
  it('is refused, and nothing of it is written', async () => {
    const first = await commitChange(db, { puts: { tasks: [report] } }, { label: 'One' });
    await commitChange(db, { puts: { tasks: [letter] } }, { label: 'Two', computedFrom: first.newestStep });
    await expect(
      commitChange(db, { deletes: { tasks: ['t1'] } }, { label: 'Three', computedFrom: first.newestStep }),
    ).rejects.toThrow(StoreMovedOn);
    expect(await db.tasks.count()).toBe(2);
    expect((await stepLabels(db)).undo).toBe('Two');
  });
});

describe('a change of many items', () => {
  it('takes the occurrences of those items only', async () => {
    const uids = Array.from({ length: 120 }, (_, index) => `u${index}`);
    const others = ['other'];
    await commitChange(
      db,
      {
        puts: {
          items: [...uids, ...others].map((uid) => item(uid, '1')),
          events: [...uids, ...others].map((uid) => event(`${uid}-1`, uid)),
        },
      },
      { label: 'Import' },
    );
    await commitChange(db, { deletes: { items: uids.map((uid) => `work/${uid}`) } }, { label: 'Remove' });
    expect(await db.events.toCollection().primaryKeys()).toEqual(['other-1']);
    await commitStep(db, 'undo');
    expect(await db.events.count()).toBe(121);
  });
});
