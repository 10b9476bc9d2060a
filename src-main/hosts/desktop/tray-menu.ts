import { instantOfMinute, minuteFloor } from '#shared/engine/epoch-minute';
import type { EventPayload } from '#shared/ipc/contract';
import { type Instant, parseInstant } from '#shared/time/instant';
import type { Agenda } from '../../ports/agenda-board';
import type { Notice } from '../../ports/notifier';

export type TrayAction = EventPayload<'tray.action'>;

/** One line of the tray's menu. */
export type TrayLine =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'tick'; readonly label: string; readonly ticked: boolean; readonly action: TrayAction }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'window'; readonly label: string }
  | { readonly kind: 'quit'; readonly label: string };

const NEXT_ITEMS = 6;

/** Refused notices, habits whose place went by, what comes next today, each task and habit to be ticked off, then the quick actions. */
export function trayLines(
  agenda: Agenda,
  waiting: readonly Notice[],
  now: Instant,
  formatTime: (at: Instant) => string,
): TrayLine[] {
  const next = upcoming(agenda, now).slice(0, NEXT_ITEMS);
  const open = passedHabits(agenda, now).slice(0, NEXT_ITEMS);
  const items: TrayLine[] = [
    ...open.map(
      (habit): TrayLine => ({
        kind: 'tick',
        label: `${shortened(habit.title)}, open until ${formatTime(instantOfMinute(habit.windowEnd))}`,
        ticked: false,
        action: { kind: 'complete', entryKind: 'habit', id: habit.habitId, day: habit.day, done: true },
      }),
    ),
    ...next.map((entry): TrayLine => {
      const label = `${formatTime(parseInstant(entry.start)!)}  ${shortened(entry.title)}`;
      if (entry.kind === 'event') return { kind: 'text', label };
      const { kind, id, day, done } = entry;
      return {
        kind: 'tick',
        label,
        ticked: done,
        action: { kind: 'complete', entryKind: kind, id, day, done: !done },
      };
    }),
  ];
  const said = waiting.map((notice): TrayLine => ({ kind: 'window', label: shortened(notice.title) }));
  return [
    ...said,
    ...(said.length > 0 ? [{ kind: 'separator' } as const] : []),
    ...(items.length > 0 ? items : [{ kind: 'text', label: 'Nothing more today' } as const]),
    { kind: 'separator' },
    { kind: 'window', label: 'Open Daywright' },
    { kind: 'action', label: 'Plan now', action: { kind: 'plan' } },
    { kind: 'action', label: 'New task', action: { kind: 'newTask' } },
    { kind: 'separator' },
    { kind: 'quit', label: 'Quit Daywright' },
  ];
}

/** "Daywright: 3 to do, next 9:30 Stand-up". */
export function trayTip(agenda: Agenda, waiting: number, now: Instant, formatTime: (at: Instant) => string): string {
  const left = upcoming(agenda, now);
  const toDo = left.filter((entry) => entry.kind !== 'event' && !entry.done).length + passedHabits(agenda, now).length;
  const said = waiting === 0 ? '' : `${waiting} ${waiting === 1 ? 'notice' : 'notices'}, `;
  const next = left.find((entry) => !entry.done);
  const tail = next ? `, next ${formatTime(parseInstant(next.start)!)} ${shortened(next.title)}` : '';
  return `Daywright: ${said}${toDo === 0 ? 'nothing' : toDo} to do${tail}`;
}

/** Open habits of today that have no place ahead: it went by, or there never was one. */
function passedHabits(agenda: Agenda, now: Instant): Agenda['habits']['open'] {
  const minute = minuteFloor(now);
  return agenda.habits.open.filter(
    (habit) =>
      (habit.place === null ? (habit.free[0]?.start ?? minute) : habit.place.end) <= minute && minute < habit.windowEnd,
  );
}

function upcoming(agenda: Agenda, now: Instant): Agenda['entries'] {
  return agenda.entries
    .filter((entry) => parseInstant(entry.start) !== null && (parseInstant(entry.end) ?? 0) > now)
    .sort((a, b) => parseInstant(a.start)! - parseInstant(b.start)!);
}

function shortened(title: string): string {
  return title.length > 48 ? `${title.slice(0, 47)}…` : title;
}
