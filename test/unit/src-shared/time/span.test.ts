import { expect, test } from 'vitest';
import { instant, MILLISECONDS_PER_MINUTE } from '#shared/time/instant';
import { contains, overlapMinutes, overlaps, type Span, spanMinutes } from '#shared/time/span';

function span(from: number, to: number): Span {
  return { start: instant(from * MILLISECONDS_PER_MINUTE), end: instant(to * MILLISECONDS_PER_MINUTE) };
}

test('spans that share time overlap, nested ones too', () => {
  expect(overlaps(span(0, 60), span(30, 90))).toBe(true);
  expect(overlaps(span(0, 60), span(10, 20))).toBe(true);
  expect(overlaps(span(10, 20), span(0, 60))).toBe(true);
});

test('spans that touch do not overlap', () => {
  expect(overlaps(span(0, 60), span(60, 90))).toBe(false);
  expect(overlaps(span(60, 90), span(0, 60))).toBe(false);
});

test('an empty span overlaps nothing', () => {
  expect(overlaps(span(30, 30), span(0, 60))).toBe(false);
  expect(overlaps(span(0, 60), span(30, 30))).toBe(false);
  expect(overlaps(span(30, 30), span(30, 30))).toBe(false);
});

test('shared minutes are counted', () => {
  expect(overlapMinutes(span(0, 60), span(45, 90))).toBe(15);
  expect(overlapMinutes(span(0, 60), span(10, 20))).toBe(10);
  expect(overlapMinutes(span(0, 60), span(60, 90))).toBe(0);
});

test('containment includes both ends', () => {
  expect(contains(span(0, 60), span(0, 60))).toBe(true);
  expect(contains(span(0, 60), span(30, 61))).toBe(false);
  expect(spanMinutes(span(15, 60))).toBe(45);
});
