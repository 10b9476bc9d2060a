import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { intersectSpans, mergeSpans, subtractSpans } from '#shared/time/span-set';

function spans(...pairs: readonly (readonly [number, number])[]): Span[] {
  return pairs.map(([start, end]) => ({ start: instant(start), end: instant(end) }));
}

test('merging joins overlapping and touching spans and drops empty ones', () => {
  expect(mergeSpans(spans([5, 9], [0, 3], [3, 4], [8, 12], [20, 20]))).toEqual(spans([0, 4], [5, 12]));
  expect(mergeSpans(spans([0, 100], [10, 20]))).toEqual(spans([0, 100]));
  expect(mergeSpans([])).toEqual([]);
});

test('subtracting cuts at both sides and in the middle', () => {
  expect(subtractSpans(spans([0, 10]), spans([2, 4], [6, 7]))).toEqual(spans([0, 2], [4, 6], [7, 10]));
  expect(subtractSpans(spans([0, 10], [20, 30]), spans([5, 25]))).toEqual(spans([0, 5], [25, 30]));
  expect(subtractSpans(spans([0, 10]), spans([0, 10]))).toEqual([]);
  expect(subtractSpans(spans([0, 10]), [])).toEqual(spans([0, 10]));
});

test('intersecting keeps what both hold', () => {
  expect(intersectSpans(spans([0, 10], [20, 30]), spans([5, 25]))).toEqual(spans([5, 10], [20, 25]));
  expect(intersectSpans(spans([0, 10]), spans([10, 20]))).toEqual([]);
});
