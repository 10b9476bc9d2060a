import { expect, test } from 'vitest';
import { layoutDay } from '#renderer/features/calendar/day-layout';
import type { DaySegment } from '#renderer/features/calendar/day-segments';
import type { ScheduleRow } from '#renderer/features/calendar/schedule-rows';
import type { Day } from '#shared/time/day';

const MONDAY = '2026-11-23' as Day;

function segment(title: string, startMinute: number, endMinute: number, kind: 'event' | 'task' = 'event'): DaySegment {
  const row = { kind, key: title, title } as ScheduleRow;
  return { id: title, row, day: MONDAY, startMinute, endMinute, continued: 'no' };
}

test('as many as fit stand side by side', () => {
  const segments = [segment('a', 540, 600), segment('b', 540, 600), segment('c', 700, 760)];
  expect(layoutDay(MONDAY, segments, 2)).toEqual({
    day: MONDAY,
    blocks: [
      { segment: segments[0], share: { left: 0, width: 0.5 } },
      { segment: segments[1], share: { left: 0.5, width: 0.5 } },
      { segment: segments[2], share: { left: 0, width: 1 } },
    ],
    crowds: [],
  });
});

test('of a crowd the planned work and what begins first stay; the rest is counted by the hour', () => {
  const segments = [
    segment('a', 540, 660),
    segment('b', 545, 600),
    segment('c', 590, 620),
    segment('work', 550, 610, 'task'),
    segment('d', 605, 640),
  ];
  const { blocks, crowds } = layoutDay(MONDAY, segments, 3);
  const shown = blocks.map((block) => [block.segment.row.title, Math.round(block.share.left * 3)]);
  expect(shown).toEqual([
    ['a', 1],
    ['work', 0],
  ]);
  const marks = crowds.map(({ startMinute, endMinute, rows }) => [
    startMinute,
    endMinute,
    rows.map((row) => row.title),
  ]);
  expect(marks).toEqual([
    [540, 600, ['b', 'c']],
    [600, 660, ['d']],
  ]);
});

test('a day never shows more than its columns at a time, and loses nothing', () => {
  const segments = Array.from({ length: 400 }, (_, index) =>
    segment(`e${index}`, (index * 7) % 1300, ((index * 7) % 1300) + 45),
  );
  const { blocks, crowds } = layoutDay(MONDAY, segments, 4);
  expect(blocks.length + crowds.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(400);
  for (let minute = 0; minute < 1440; minute += 5) {
    const here = blocks.filter((block) => block.segment.startMinute <= minute && block.segment.endMinute > minute);
    expect(here.length).toBeLessThanOrEqual(3);
  }
});
