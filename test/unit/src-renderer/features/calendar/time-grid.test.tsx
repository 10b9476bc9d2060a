import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { gridContent } from '#renderer/features/calendar/grid-content';
import type { EventRow, ScheduleRow, TaskRow } from '#renderer/features/calendar/schedule-rows';
import { setClock } from '#renderer/state/clock';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { TimeGrid } from '../../../../../src-renderer/features/calendar/time-grid';

const zone = parseZone('Europe/Berlin')!;
const MONDAY = '2026-11-23' as Day;

const standUp: EventRow = {
  kind: 'event',
  key: 'event:e1',
  id: 'e1',
  title: 'Team stand-up',
  start: parseInstant('2026-11-23T08:00:00Z')!,
  end: parseInstant('2026-11-23T08:30:00Z')!,
  calendarName: 'Work',
  edge: 'work',
  place: null,
  allDay: false,
  firstDay: MONDAY,
  endDay: '2026-11-24' as Day,
  free: false,
  declined: false,
};
const trip: EventRow = { ...standUp, key: 'event:e2', id: 'e2', title: 'Oslo', allDay: true };
const script: TaskRow = {
  kind: 'task',
  key: 'task:t1::',
  id: 't1',
  title: 'Script',
  start: parseInstant('2026-11-24T14:15:00Z')!,
  end: parseInstant('2026-11-24T15:45:00Z')!,
  projectName: null,
  dueAt: null,
  slack: 'none',
  lateMinutes: 0,
  locked: false,
  done: false,
  chunk: null,
};

function show(rows: readonly ScheduleRow[]) {
  const onSelect = vi.fn();
  const onBlockKey = vi.fn(() => false);
  render(
    <MantineProvider>
      <TimeGrid
        content={gridContent(rows, zone, MONDAY, 7)}
        zone={zone}
        today={'2026-11-24' as Day}
        label="23 – 29 November 2026"
        selectedKey={null}
        ghosts={[]}
        taskById={() => null}
        onSelect={onSelect}
        onDrop={() => {}}
        onBlockKey={onBlockKey}
        onCreate={() => {}}
        onOpenDay={() => {}}
      />
    </MantineProvider>,
  );
  return { onSelect, onBlockKey };
}

describe('the week grid', () => {
  beforeAll(() => {
    vi.stubGlobal(
      'matchMedia',
      (media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as never,
    );
    setClock(() => parseInstant('2026-11-24T09:42:00Z')!);
  });
  afterEach(cleanup);

  test('is one tab stop, and arrow keys move from the all-day row through the days', () => {
    show([trip, standUp, script]);
    const blocks = [
      screen.getByRole('button', { name: /^Event, Oslo/ }),
      screen.getByRole('button', { name: /^Event, Team stand-up/ }),
      screen.getByRole('button', { name: /^Task, Script/ }),
    ];
    expect(blocks.map((block) => block.tabIndex)).toEqual([0, -1, -1]);
    blocks[0]!.focus();
    fireEvent.keyDown(blocks[0]!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(blocks[1]);
    fireEvent.keyDown(blocks[1]!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(blocks[2]);
    expect(blocks.map((block) => block.tabIndex)).toEqual([-1, -1, 0]);
  });

  test('a click selects, and a key first goes to what changes a block', () => {
    const { onSelect, onBlockKey } = show([script]);
    const block = screen.getByRole('button', { name: /^Task, Script/ });
    fireEvent.click(block);
    expect(onSelect).toHaveBeenCalledWith(script);
    fireEvent.keyDown(block, { key: 'ArrowDown', altKey: true });
    expect(onBlockKey).toHaveBeenCalledWith(script, expect.anything());
  });

  test('what is over is marked past, the rest is not; an event cannot be moved', () => {
    show([standUp, script]);
    const event = screen.getByRole('button', { name: /^Event, Team/ });
    const task = screen.getByRole('button', { name: /^Task, Script/ });
    expect([event.dataset.past, task.dataset.past]).toEqual(['true', undefined]);
    expect([event.dataset.movable, task.dataset.movable]).toEqual([undefined, 'true']);
  });
});
