import { describe, expect, test } from 'vitest';
import { allDayLanes } from '#renderer/features/calendar/all-day-lanes';
import type { AllDayBar } from '#renderer/features/calendar/day-segments';
import type { Day } from '#shared/time/day';

const MONDAY = '2026-11-23' as Day;

function bar(id: string, firstDay: string, endDay: string): AllDayBar {
  return { id, row: {} as AllDayBar['row'], firstDay: firstDay as Day, endDay: endDay as Day };
}

describe('the all-day row', () => {
  test('uses the fewest lanes and fills them again after a bar has ended', () => {
    const placed = allDayLanes(
      [
        bar('a', '2026-11-23', '2026-11-25'),
        bar('b', '2026-11-24', '2026-11-26'),
        bar('c', '2026-11-25', '2026-11-26'),
      ],
      MONDAY,
      7,
    );
    expect(placed.map((one) => [one.bar.id, one.firstColumn, one.columns, one.lane])).toEqual([
      ['a', 0, 2, 0],
      ['b', 1, 2, 1],
      ['c', 2, 1, 0],
    ]);
  });

  test('clips to the days in view and says where a bar goes on', () => {
    const placed = allDayLanes(
      [
        bar('both', '2026-11-01', '2026-12-24'),
        bar('from', '2026-11-20', '2026-11-24'),
        bar('on', '2026-11-29', '2026-12-01'),
        bar('outside', '2026-11-30', '2026-12-01'),
        bar('before', '2026-11-22', '2026-11-23'),
      ],
      MONDAY,
      7,
    );
    expect(placed.map((one) => [one.bar.id, one.firstColumn, one.columns, one.continued])).toEqual([
      ['both', 0, 7, 'both'],
      ['from', 0, 1, 'from'],
      ['on', 6, 1, 'on'],
    ]);
  });
});
