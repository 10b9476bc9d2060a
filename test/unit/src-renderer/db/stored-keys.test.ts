import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#renderer/db/database';
import { rangeOf, takeStored } from '#renderer/db/stored-keys';

async function each<Item>(items: Iterable<Item>, look: (item: Item, index: number) => void): Promise<void> {
  [...items].forEach(look);
}

it('the range of some keys is that of their order by code unit', async () => {
  expect(await rangeOf(['b', 'B', 'a\uffff', 'é', 'a'], each)).toEqual({ first: 'B', last: 'é' });
  expect(await rangeOf(['one'], each)).toEqual({ first: 'one', last: 'one' });
  expect(await rangeOf([], each)).toBeNull();
});

describe('the rows of some keys', () => {
  const projects = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `p${String(index).padStart(4, '0')}`, name: '' }));

  // 12 and 82 keys are asked as a range; 7 are not, nor 152; among a thousand others the range is given up.
  it.each([
    ['few of few', 5, 20],
    ['some of few', 10, 20],
    ['some of many', 10, 1_000],
    ['many of few', 80, 120],
    ['more than a range is worth', 150, 160],
  ])('are those that are there, and no others: %s', async (name, asked, stored) => {
    const database = await openDatabase(name, { indexedDB: new IDBFactory(), IDBKeyRange });
    await database.projects.bulkPut(projects(stored));
    const apart = Math.max(1, Math.floor(stored / asked));
    const keys = Array.from({ length: asked }, (_, index) => `p${String(index * apart).padStart(4, '0')}`);
    const taken: string[] = [];
    await takeStored(database.projects, new Set([...keys, 'p9999', 'none']), each, async (rows) => {
      taken.push(...rows.map(({ id }) => id));
    });
    expect(taken.sort()).toEqual(keys);
    database.close();
  });
});
