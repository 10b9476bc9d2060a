import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { DayLayout } from '#renderer/features/calendar/day-layout';
import { useDayByDay } from '#renderer/features/calendar/use-day-by-day';
import type { Day } from '#shared/time/day';

const MONDAY = '2026-11-23' as Day;
const TUESDAY = '2026-11-24' as Day;
const NEXT_MONDAY = '2026-11-30' as Day;

afterEach(() => vi.unstubAllGlobals());

/** Frames in the test's hands. */
function frames(): { draw(): void } {
  const waiting = new Map<number, FrameRequestCallback>();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    last += 1;
    waiting.set(last, callback);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
  return {
    draw() {
      const due = [...waiting.values()];
      waiting.clear();
      act(() => {
        for (const callback of due) callback(0);
      });
    },
  };
}

/** A day that is told from another of the same date by its mark. */
function layout(day: Day, mark: string): DayLayout {
  return {
    day,
    blocks: [],
    crowds: [{ id: mark, startMinute: 0, endMinute: 60, share: { left: 0, width: 1 }, rows: [] }],
  };
}

const marks = (days: readonly DayLayout[]) => days.map(({ crowds }) => crowds[0]?.id ?? 'empty');

it('draws few blocks at once', () => {
  frames();
  const { result } = renderHook(() => useDayByDay([layout(MONDAY, 'a'), layout(TUESDAY, 'b')], false));
  expect(marks(result.current)).toEqual(['a', 'b']);
});

it('draws many a day a frame, keeps what a day showed until its turn, and begins another week empty', () => {
  const { draw } = frames();
  const first = [layout(MONDAY, 'a'), layout(TUESDAY, 'b')];
  const { result, rerender } = renderHook(({ layouts }) => useDayByDay(layouts, true), {
    initialProps: { layouts: first },
  });
  expect(marks(result.current)).toEqual(['empty', 'empty']);
  draw();
  expect(marks(result.current)).toEqual(['a', 'empty']);
  draw();
  expect(marks(result.current)).toEqual(['a', 'b']);

  rerender({ layouts: [first[0]!, layout(TUESDAY, 'c')] });
  expect(marks(result.current)).toEqual(['a', 'b']);
  draw();
  expect(marks(result.current)).toEqual(['a', 'c']);

  rerender({ layouts: [layout(NEXT_MONDAY, 'd')] });
  expect(marks(result.current)).toEqual(['empty']);
  draw();
  expect(marks(result.current)).toEqual(['d']);
});

it('lets a day of many blocks grow by 24 a frame, its crowds last', () => {
  const { draw } = frames();
  const block = {} as DayLayout['blocks'][number];
  const full: DayLayout = { ...layout(MONDAY, 'a'), blocks: Array.from({ length: 50 }, () => block) };
  const { result } = renderHook(() => useDayByDay([full], true));
  const shown = () => [result.current[0]!.blocks.length, marks(result.current)[0]];
  expect(shown()).toEqual([0, 'empty']);
  draw();
  expect(shown()).toEqual([24, 'empty']);
  draw();
  expect(shown()).toEqual([48, 'empty']);
  draw();
  expect(shown()).toEqual([50, 'a']);
});
