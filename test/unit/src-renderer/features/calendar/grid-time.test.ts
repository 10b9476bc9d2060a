import { describe, expect, test } from 'vitest';
import {
  gridPoint,
  laterByDays,
  laterByMinutes,
  snapEdge,
  snapStart,
  spanAtMinute,
  withEdge,
} from '#renderer/features/calendar/grid-time';
import type { Day } from '#shared/time/day';
import { formatInstant, parseInstant } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const AREA = { left: 100, top: -200, width: 700, height: 1248 };

function span(start: string, end: string): Span {
  return { start: parseInstant(start)!, end: parseInstant(end)! };
}

function said({ start, end }: Span): [string, string] {
  return [formatInstant(start), formatInstant(end)];
}

describe('from a point to a time', () => {
  test('reads the column and the minute', () => {
    expect(gridPoint(AREA, 7, 250, 320)).toEqual({ column: 1, minute: 600 });
  });

  test('a point beside the grid counts for the nearest day', () => {
    expect(gridPoint(AREA, 7, 20, -200).column).toBe(0);
    expect(gridPoint(AREA, 7, 2000, -200).column).toBe(6);
  });

  test('snaps to the step and stays within the day with the whole length', () => {
    expect(snapStart(607, 15, 90)).toBe(600);
    expect(snapStart(608, 15, 90)).toBe(615);
    expect(snapStart(608, 5, 90)).toBe(610);
    expect(snapStart(-40, 15, 90)).toBe(0);
    expect(snapStart(1430, 15, 90)).toBe(1350);
    expect(snapStart(1430, 15, 2000)).toBe(0);
  });

  test('an edge keeps a step from the edge that stays', () => {
    expect(snapEdge(1000, 15, 915, 'end')).toBe(1005);
    expect(snapEdge(800, 15, 915, 'end')).toBe(930);
    expect(snapEdge(1600, 15, 915, 'end')).toBe(1440);
    expect(snapEdge(1000, 15, 915, 'start')).toBe(900);
    expect(snapEdge(-5, 15, 915, 'start')).toBe(0);
  });
});

describe('across a change of the clocks in Berlin', () => {
  test('a drop on the skipped hour lands on the moment after it', () => {
    expect(said(spanAtMinute(BERLIN, '2026-03-29' as Day, 150, 60))).toEqual([
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:30:00Z',
    ]);
  });

  test('a drop on the repeated hour takes its first reading', () => {
    expect(said(spanAtMinute(BERLIN, '2026-10-25' as Day, 150, 60))[0]).toBe('2026-10-25T00:30:00Z');
  });

  test('a quarter of an hour forth and back returns to the same moment, in the second reading too', () => {
    const second = span('2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z');
    expect(said(laterByMinutes(laterByMinutes(second, -15), 15))).toEqual(said(second));
  });

  test('a day later is the same time of day and the same length', () => {
    expect(said(laterByDays(BERLIN, span('2026-10-24T08:00:00Z', '2026-10-24T09:30:00Z'), 1))).toEqual([
      '2026-10-25T09:00:00Z',
      '2026-10-25T10:30:00Z',
    ]);
  });
});

test('a resized block keeps its other edge', () => {
  const block = span('2026-11-24T14:15:00Z', '2026-11-24T15:45:00Z');
  expect(said(withEdge(BERLIN, block, '2026-11-24' as Day, 'end', 1020))).toEqual([
    '2026-11-24T14:15:00Z',
    '2026-11-24T16:00:00Z',
  ]);
  expect(said(withEdge(BERLIN, block, '2026-11-24' as Day, 'start', 900))).toEqual([
    '2026-11-24T14:00:00Z',
    '2026-11-24T15:45:00Z',
  ]);
});
