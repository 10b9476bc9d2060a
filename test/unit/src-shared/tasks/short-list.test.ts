import { expect, test } from 'vitest';
import { insertAt, remove } from '#shared/tasks/short-list';

test('an entry goes in at the front, between and at the end', () => {
  const list = [2, 4];
  insertAt(list, 0, 1);
  insertAt(list, 2, 3);
  insertAt(list, 4, 5);
  expect(list).toEqual([1, 2, 3, 4, 5]);
});

test('into an empty list', () => {
  const list: number[] = [];
  insertAt(list, 0, 7);
  expect(list).toEqual([7]);
});

test('an entry goes out and the others keep their order', () => {
  const list = [1, 2, 3, 4];
  remove(list, 1);
  expect(list).toEqual([2, 3, 4]);
  remove(list, 3);
  expect(list).toEqual([2, 4]);
  remove(list, 4);
  expect(list).toEqual([2]);
  remove(list, 2);
  expect(list).toEqual([]);
});
