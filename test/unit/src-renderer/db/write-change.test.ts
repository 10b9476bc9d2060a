// Any change of items and their occurrences, whatever its size and its parts, against a plain model in memory.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, commitChange, commitStep } from '#renderer/db/change';
import { type DaywrightDatabase, openDatabase } from '#renderer/db/database';
import type { EventRow, ItemRow } from '#renderer/db/rows';

/** Some items of a calendar: every `step`th from `from` on. */
interface Some {
  readonly calendarId: string;
  readonly from: number;
  readonly count: number;
  readonly step: number;
}

interface Part {
  readonly put: readonly (Some & { readonly occurrences: number })[];
  readonly remove: readonly Some[];
}

interface Wanted {
  readonly first: Part;
  readonly more: readonly Part[] | null;
}

/** What is stored, as texts by key. */
interface Model {
  readonly items: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
}

function uidsOf({ from, count, step }: Some): string[] {
  return Array.from({ length: count }, (_, index) => `u${String(from + index * step).padStart(4, '0')}`);
}

function itemOf(calendarId: string, uid: string, version: number): ItemRow {
  return { id: `${calendarId}/${uid}`, calendarId, uid, expandedFrom: 0, expandedTo: version } as ItemRow;
}

/** Every second occurrence keeps its id from version to version, the others come and go. */
function occurrencesOf({ id, calendarId, uid }: ItemRow, count: number, version: number): EventRow[] {
  return Array.from({ length: count }, (_, index) => {
    const name = index % 2 === 0 ? String(index) : `${index}v${version}`;
    return { id: `${id}@${name}`, calendarId, uid, startMs: version, endMs: version, lengthClass: 0 } as EventRow;
  });
}

function changeOf(part: Part, version: number): Change {
  const items: ItemRow[] = [];
  const events: EventRow[] = [];
  for (const some of part.put) {
    for (const uid of uidsOf(some)) {
      const item = itemOf(some.calendarId, uid, version);
      items.push(item);
      events.push(...occurrencesOf(item, some.occurrences, version));
    }
  }
  const removed = part.remove.flatMap((some) => uidsOf(some).map((uid) => `${some.calendarId}/${uid}`));
  return { puts: { items, events }, deletes: { items: removed } };
}

function applied({ items, events }: Model, { puts, deletes }: Change): Model {
  const nextItems = new Map(items);
  const nextEvents = new Map(events);
  const touched = new Set([...(deletes?.items ?? []), ...(puts?.items ?? []).map(({ id }) => id)]);
  for (const key of nextEvents.keys()) if (touched.has(key.split('@')[0]!)) nextEvents.delete(key);
  for (const key of touched) nextItems.delete(key);
  for (const row of puts?.items ?? []) nextItems.set(row.id, JSON.stringify(row));
  for (const row of puts?.events ?? []) nextEvents.set(row.id, JSON.stringify(row));
  return { items: nextItems, events: nextEvents };
}

async function stored(db: DaywrightDatabase): Promise<Model> {
  const [items, events] = await Promise.all([db.items.toArray(), db.events.toArray()]);
  return {
    items: new Map(items.map((row) => [row.id, JSON.stringify(row)])),
    events: new Map(events.map((row) => [row.id, JSON.stringify(row)])),
  };
}

/** Names only what differs: whole states are thousands of rows. */
async function expectStored(db: DaywrightDatabase, expected: Model, when: string): Promise<void> {
  const found = await stored(db);
  const differences: string[] = [];
  for (const name of ['items', 'events'] as const) {
    for (const key of new Set([...expected[name].keys(), ...found[name].keys()])) {
      const [wanted, met] = [expected[name].get(key), found[name].get(key)];
      if (wanted !== met) differences.push(`${name}: wanted ${wanted}, met ${met}`);
    }
  }
  expect(differences.slice(0, 3), when).toEqual([]);
}

const calendarId = fc.constantFrom('a', 'b');
const few = fc.record({
  calendarId,
  from: fc.nat(6),
  count: fc.integer({ min: 1, max: 8 }),
  step: fc.constantFrom(1, 2),
});
const many = fc.record({
  calendarId,
  from: fc.nat(300),
  count: fc.integer({ min: 90, max: 420 }),
  step: fc.constantFrom(1, 1, 3),
});

function wantedOf(some: fc.Arbitrary<Some>, most: number, occurrences: number): fc.Arbitrary<Wanted> {
  const put = fc
    .tuple(some, fc.nat(occurrences))
    .map(([named, count]): Part['put'][number] => ({ ...named, occurrences: count }));
  const part = fc.record({
    put: fc.uniqueArray(put, { maxLength: most, selector: (named) => named.calendarId }),
    remove: fc.array(some, { maxLength: 1 }),
  });
  return fc.record({ first: part, more: fc.option(fc.array(part, { maxLength: 3 })) });
}

async function check(wanted: readonly Wanted[]): Promise<void> {
  const db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  const states: Model[] = [{ items: new Map(), events: new Map() }];
  for (const [index, { first, more }] of wanted.entries()) {
    // Rows of two versions: which one a part left is told apart.
    const parts = (more ?? []).map((part, at) => changeOf(part, 10 * index + at + 2));
    const change: Change = {
      ...changeOf(first, 10 * index + 1),
      ...(more ? { more: { calendarIds: ['a', 'b'], parts: () => parts } } : {}),
    };
    states.push([change, ...parts].reduce(applied, states.at(-1)!));
    await commitChange(db, change, { label: `Change ${index}` });
    await expectStored(db, states.at(-1)!, `change ${index}`);
  }
  expect(await db.undo.count()).toBe(wanted.length);
  const last = states.length - 1;
  const undoAll = async (): Promise<void> => {
    for (let at = last - 1; at >= 0; at -= 1) {
      expect(await commitStep(db, 'undo')).toMatchObject({ label: `Change ${at}` });
      await expectStored(db, states[at]!, `change ${at} undone`);
    }
  };
  await undoAll();
  for (let at = 1; at <= last; at += 1) {
    await commitStep(db, 'redo');
    await expectStored(db, states[at]!, `change ${at - 1} redone`);
  }
  await undoAll();
  const steps = new Set(await db.undo.toCollection().primaryKeys());
  expect(steps.size).toBe(wanted.length);
  expect((await db.undoParts.toArray()).filter(({ seq }) => !steps.has(seq))).toEqual([]);
  db.close();
}

describe('a change of items', () => {
  it('is stored as a plain model says, undone and redone exactly', async () => {
    await fc.assert(fc.asyncProperty(fc.array(wantedOf(few, 2, 4), { minLength: 1, maxLength: 4 }), check), {
      numRuns: 10,
    });
  });

  it('is so too when it is large', async () => {
    await fc.assert(fc.asyncProperty(fc.array(wantedOf(many, 1, 2), { minLength: 2, maxLength: 2 }), check), {
      numRuns: 2,
    });
  });

  it('is one step however many occurrences its series have', async () => {
    const series = [{ calendarId: 'a', from: 0, count: 150, step: 1, occurrences: 5 }];
    const step = { first: { put: series, remove: [] }, more: null };
    await check([step, step, { first: { put: [], remove: series }, more: null }]);
  });

  it('is not written at all when one of its parts cannot be made', async () => {
    const db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    const part = (version: number, count: number): Change =>
      changeOf({ put: [{ calendarId: 'a', from: 0, count, step: 1, occurrences: 5 }], remove: [] }, version);
    await commitChange(db, part(1, 120), { label: 'Import' });
    const before = await stored(db);
    function* parts(): Generator<Change> {
      yield part(2, 110);
      throw new Error('no item');
    }
    const change = { more: { calendarIds: ['a'], parts } };
    await expect(commitChange(db, change, { label: 'Again' })).rejects.toThrow('no item');
    await expectStored(db, before, 'after the refusal');
    expect(await db.undo.count()).toBe(1);
    expect(await db.undoParts.toArray()).toEqual([]);
    db.close();
  });
});
