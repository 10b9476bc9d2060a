import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { commitChange, commitStep } from '#renderer/db/change';
import { type DaywrightDatabase, openDatabase } from '#renderer/db/database';
import { isSmallChange } from '#renderer/db/small-change';

let db: DaywrightDatabase;

beforeEach(async () => {
  db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

const project = (id: string, name = id) => ({ id, name });

it('is one of a hundred rows a table at most, and of no items or events', () => {
  const rows = Array.from({ length: 101 }, (_, index) => project(`p${index}`));
  expect(isSmallChange({ puts: { projects: rows.slice(1) } })).toBe(true);
  expect(isSmallChange({ puts: { projects: rows } })).toBe(false);
  expect(isSmallChange({ puts: { projects: rows.slice(1) }, deletes: { projects: ['p0'] } })).toBe(false);
  expect(isSmallChange({ puts: { projects: rows.slice(1) }, deletes: { tasks: ['t0'] } })).toBe(true);
  expect(isSmallChange({ deletes: { items: ['i'] } })).toBe(false);
  expect(isSmallChange({ deletes: { events: ['e'] } })).toBe(false);
  expect(isSmallChange({ more: { calendarIds: [], parts: () => [] } })).toBe(false);
});

it('names in its inverse what it replaced, removed and added, and nothing else', async () => {
  await commitChange(db, { puts: { projects: [project('a'), project('b'), project('c')] } }, { label: 'Add' });
  const { inverse, rowsWritten } = await commitChange(
    db,
    { puts: { projects: [project('a', 'new'), project('d')] }, deletes: { projects: ['a', 'b', 'never'] } },
    { label: 'Change' },
  );
  expect(inverse).toEqual({ puts: { projects: [project('a'), project('b')] }, deletes: { projects: ['d'] } });
  // What is written too is not removed.
  expect(rowsWritten).toBe(4);
  expect(await db.projects.toArray()).toEqual([project('a', 'new'), project('c'), project('d')]);
});

it('small or not, a change leaves the rows it says, and is taken back exactly', async () => {
  const ids = fc.nat({ max: 150 }).map((number) => `p${number}`);
  const wanted = fc.record({
    puts: fc.uniqueArray(fc.tuple(ids, fc.constantFrom('one', 'two')), { maxLength: 120, selector: ([id]) => id }),
    deletes: fc.uniqueArray(ids, { maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wanted, { minLength: 2, maxLength: 4 }), async (changes) => {
      db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
      const rows = new Map<string, string>();
      const states: [string, string][][] = [[]];
      for (const { puts, deletes } of changes) {
        for (const id of deletes) rows.delete(id);
        for (const [id, name] of puts) rows.set(id, name);
        states.push([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
        const projects = puts.map(([id, name]) => project(id, name));
        await commitChange(db, { puts: { projects }, deletes: { projects: deletes } }, { label: 'Change' });
        expect((await db.projects.toArray()).map(({ id, name }) => [id, name])).toEqual(states.at(-1));
      }
      for (const state of states.slice(0, -1).reverse()) {
        await commitStep(db, 'undo');
        expect((await db.projects.toArray()).map(({ id, name }) => [id, name])).toEqual(state);
      }
    }),
    { numRuns: 25 },
  );
});
