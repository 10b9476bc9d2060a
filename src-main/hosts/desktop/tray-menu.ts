import type { EventPayload } from '#shared/ipc/contract';
import { type Instant, parseInstant } from '#shared/time/instant';
import type { Agenda } from '../../ports/agenda-board';

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

/** What comes next today, each task and habit to be ticked off, then the quick actions. */
export function trayLines(agenda: Agenda, now: Instant, formatTime: (at: Instant) => string): TrayLine[] {
  const next = upcoming(agenda, now).slice(0, NEXT_ITEMS);
  const items = next.map((entry): TrayLine => {
    const label = `${formatTime(parseInstant(entry.start)!)}  ${shortened(entry.title)}`;
    if (entry.kind === 'event') return { kind: 'text', label };
    const action = { kind: 'complete', entryKind: entry.kind, id: entry.id, done: !entry.done } as const;
    return { kind: 'tick', label, ticked: entry.done, action };
  });
  return [
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
export function trayTip(agenda: Agenda, now: Instant, formatTime: (at: Instant) => string): string {
  const left = upcoming(agenda, now);
  const toDo = left.filter((entry) => entry.kind !== 'event' && !entry.done).length;
  const next = left.find((entry) => !entry.done);
  const tail = next ? `, next ${formatTime(parseInstant(next.start)!)} ${shortened(next.title)}` : '';
  return `Daywright: ${toDo === 0 ? 'nothing' : toDo} to do${tail}`;
}

function upcoming(agenda: Agenda, now: Instant): Agenda['entries'] {
  return agenda.entries
    .filter((entry) => parseInstant(entry.start) !== null && (parseInstant(entry.end) ?? 0) > now)
    .sort((a, b) => parseInstant(a.start)! - parseInstant(b.start)!);
}

function shortened(title: string): string {
  return title.length > 48 ? `${title.slice(0, 47)}…` : title;
}
