import { expect, it } from 'vitest';
import { rangeOf } from '#renderer/db/stored-keys';

async function each<Item>(items: Iterable<Item>, look: (item: Item, index: number) => void): Promise<void> {
  [...items].forEach(look);
}

it('the range of some keys is that of their order by code unit', async () => {
  expect(await rangeOf(['b', 'B', 'a\uffff', 'é', 'a'], each)).toEqual({ first: 'B', last: 'é' });
  expect(await rangeOf(['one'], each)).toEqual({ first: 'one', last: 'one' });
  expect(await rangeOf([], each)).toBeNull();
});
