import { describe, expect, it } from 'vitest';
import { trayLines, trayTip } from '#main/hosts/desktop/tray-menu';
import type { Agenda } from '#main/ports/agenda-board';
import { type Instant, parseInstant } from '#shared/time/instant';

const NINE = parseInstant('2026-11-23T09:00:00Z') as Instant;
const utcTime = (at: Instant): string => new Date(at).toISOString().slice(11, 16);

function entry(
  id: string,
  kind: 'event' | 'task' | 'habit',
  from: string,
  to: string,
  done = false,
): Agenda['entries'][number] {
  return { id, kind, title: `Title ${id}`, start: `2026-11-23T${from}:00Z`, end: `2026-11-23T${to}:00Z`, done };
}

describe('tray menu', () => {
  it('shows what comes next in order of time, to be ticked off, then the quick actions', () => {
    const agenda: Agenda = {
      entries: [
        entry('over', 'event', '08:00', '09:00'),
        entry('later', 'habit', '18:00', '18:45', true),
        entry('now', 'event', '08:30', '09:30'),
        entry('next', 'task', '10:00', '11:00'),
      ],
      state: 'calm',
      notices: true,
    };
    expect(trayLines(agenda, NINE, utcTime)).toEqual([
      { kind: 'text', label: '08:30  Title now' },
      {
        kind: 'tick',
        label: '10:00  Title next',
        ticked: false,
        action: { kind: 'complete', entryKind: 'task', id: 'next', done: true },
      },
      {
        kind: 'tick',
        label: '18:00  Title later',
        ticked: true,
        action: { kind: 'complete', entryKind: 'habit', id: 'later', done: false },
      },
      { kind: 'separator' },
      { kind: 'window', label: 'Open Daywright' },
      { kind: 'action', label: 'Plan now', action: { kind: 'plan' } },
      { kind: 'action', label: 'New task', action: { kind: 'newTask' } },
      { kind: 'separator' },
      { kind: 'quit', label: 'Quit Daywright' },
    ]);
    expect(trayTip(agenda, NINE, utcTime)).toBe('Daywright: 1 to do, next 08:30 Title now');
  });

  it('is calm when nothing is left, and short when there is much', () => {
    const empty: Agenda = { entries: [], state: 'calm', notices: true };
    expect(trayLines(empty, NINE, utcTime)[0]).toEqual({ kind: 'text', label: 'Nothing more today' });
    expect(trayTip(empty, NINE, utcTime)).toBe('Daywright: nothing to do');
    const many = Array.from({ length: 9 }, (_, index) => entry(`t${index}`, 'task', `1${index}:00`, `1${index}:30`));
    const lines = trayLines({ ...empty, entries: many }, NINE, utcTime);
    expect(lines.filter((line) => line.kind === 'tick')).toHaveLength(6);
  });
});
