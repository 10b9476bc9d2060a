import { describe, expect, it } from 'vitest';
import { trayLines, trayTip } from '#main/hosts/desktop/tray-menu';
import type { Agenda } from '#main/ports/agenda-board';
import { minuteFloor } from '#shared/engine/epoch-minute';
import type { Day } from '#shared/time/day';
import { type Instant, parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const NINE = parseInstant('2026-11-23T09:00:00Z') as Instant;
const utcTime = (at: Instant): string => new Date(at).toISOString().slice(11, 16);

function entry(
  id: string,
  kind: 'event' | 'task' | 'habit',
  from: string,
  to: string,
  done = false,
): Agenda['entries'][number] {
  const day = kind === 'habit' ? '2026-11-23' : null;
  return { id, kind, title: `Title ${id}`, start: `2026-11-23T${from}:00Z`, end: `2026-11-23T${to}:00Z`, done, day };
}

const NO_HABITS: Agenda['habits'] = {
  timeZone: parseZone('UTC')!,
  gridMinutes: 15,
  notices: true,
  open: [],
  meetings: [],
  slipping: [],
};

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
      habits: NO_HABITS,
    };
    expect(trayLines(agenda, [], NINE, utcTime)).toEqual([
      { kind: 'text', label: '08:30  Title now' },
      {
        kind: 'tick',
        label: '10:00  Title next',
        ticked: false,
        action: { kind: 'complete', entryKind: 'task', id: 'next', day: null, done: true },
      },
      {
        kind: 'tick',
        label: '18:00  Title later',
        ticked: true,
        action: { kind: 'complete', entryKind: 'habit', id: 'later', day: '2026-11-23', done: false },
      },
      { kind: 'separator' },
      { kind: 'window', label: 'Open Daywright' },
      { kind: 'action', label: 'Plan now', action: { kind: 'plan' } },
      { kind: 'action', label: 'New task', action: { kind: 'newTask' } },
      { kind: 'separator' },
      { kind: 'quit', label: 'Quit Daywright' },
    ]);
    expect(trayTip(agenda, 0, NINE, utcTime)).toBe('Daywright: 1 to do, next 08:30 Title now');
  });

  it('is calm when nothing is left, and short when there is much', () => {
    const empty: Agenda = { entries: [], state: 'calm', habits: NO_HABITS };
    expect(trayLines(empty, [], NINE, utcTime)[0]).toEqual({ kind: 'text', label: 'Nothing more today' });
    expect(trayTip(empty, 0, NINE, utcTime)).toBe('Daywright: nothing to do');
    const many = Array.from({ length: 9 }, (_, index) => entry(`t${index}`, 'task', `1${index}:00`, `1${index}:30`));
    const lines = trayLines({ ...empty, entries: many }, [], NINE, utcTime);
    expect(lines.filter((line) => line.kind === 'tick')).toHaveLength(6);
  });

  it('keeps habits whose place went by to be ticked off until their window ends', () => {
    const open = {
      habitId: 'spanish',
      day: '2026-11-23' as Day,
      title: 'Spanish',
      minutes: 30,
      minMinutes: null,
      notify: 'all' as const,
      place: { start: minuteFloor(NINE) - 60, end: minuteFloor(NINE) - 30 },
      free: [{ start: minuteFloor(NINE) - 60, end: minuteFloor(NINE) + 90 }],
      windowEnd: minuteFloor(NINE) + 90,
    };
    const agenda: Agenda = { entries: [], state: 'calm', habits: { ...NO_HABITS, open: [open] } };
    expect(trayLines(agenda, [], NINE, utcTime)[0]).toEqual({
      kind: 'tick',
      label: 'Spanish, open until 10:30',
      ticked: false,
      action: { kind: 'complete', entryKind: 'habit', id: 'spanish', day: '2026-11-23', done: true },
    });
    const ahead = { ...open, place: { start: minuteFloor(NINE) + 30, end: minuteFloor(NINE) + 60 } };
    const later: Agenda = { ...agenda, habits: { ...NO_HABITS, open: [ahead] } };
    expect(trayLines(later, [], NINE, utcTime)[0]).toEqual({ kind: 'text', label: 'Nothing more today' });
  });

  it('says first what the system refused to show', () => {
    const refused = { tag: 't', title: 'Spanish: last call', body: 'Begin by 10:00.', about: [], actions: [] };
    const agenda: Agenda = { entries: [], state: 'calm', habits: NO_HABITS };
    expect(trayLines(agenda, [refused], NINE, utcTime).slice(0, 3)).toEqual([
      { kind: 'window', label: 'Spanish: last call' },
      { kind: 'separator' },
      { kind: 'text', label: 'Nothing more today' },
    ]);
    expect(trayTip(agenda, 1, NINE, utcTime)).toBe('Daywright: 1 notice, nothing to do');
  });
});
