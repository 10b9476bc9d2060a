import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant';
import { overlaps, type Span } from '#shared/time/span';
import { intersectSpans, mergeSpans, type SpanSet, subtractSpans } from '#shared/time/span-set';

const LAST = 60;
const span = fc
  .tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: LAST }))
  .map(([a, b]): Span => ({ start: instant(Math.min(a, b)), end: instant(Math.max(a, b)) }));
const spans = fc.array(span, { maxLength: 12 });

/** The unit moments [0,1), [1,2), … a list of spans covers: the slow, obvious model. */
function moments(list: Iterable<Span>): string {
  const covered = new Array<boolean>(LAST).fill(false);
  for (const { start, end } of list) covered.fill(true, start, end);
  return covered.map((isCovered) => (isCovered ? 'x' : '.')).join('');
}

function expectSpanSet(set: SpanSet): void {
  for (const [index, { start, end }] of set.entries()) {
    expect(start).toBeLessThan(end);
    if (index > 0) expect(set[index - 1]!.end).toBeLessThan(start);
  }
}

test('merging covers the same moments with sorted spans that do not touch', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const merged = mergeSpans(list);
      expectSpanSet(merged);
      expect(moments(merged)).toBe(moments(list));
      expect(mergeSpans(merged)).toEqual(merged);
    }),
  );
});

test('subtracting and intersecting split a set in two', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const from = mergeSpans(a);
      const taken = mergeSpans(b);
      const rest = subtractSpans(from, taken);
      const both = intersectSpans(from, taken);
      expectSpanSet(rest);
      expectSpanSet(both);
      expect(intersectSpans(rest, taken)).toEqual([]);
      expect(mergeSpans([...rest, ...both])).toEqual(from);
      expect(both).toEqual(intersectSpans(taken, from));
    }),
  );
});

test('two spans overlap exactly when they share a moment', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(overlaps(a, b)).toBe(intersectSpans(mergeSpans([a]), mergeSpans([b])).length > 0);
      expect(overlaps(a, b)).toBe(overlaps(b, a));
    }),
  );
});
