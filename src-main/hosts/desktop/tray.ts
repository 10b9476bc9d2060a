import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { Instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { Agenda, AgendaBoard } from '../../ports/agenda-board';
import type { Clock } from '../../ports/clock';
import type { Notice } from '../../ports/notifier';
import type { ElectronParts } from './electron-parts';
import { type TrayAction, type TrayLine, trayLines, trayTip } from './tray-menu';

export interface TrayOptions {
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly formatTime: (at: Instant) => string;
  /** Calls back each minute, so that what is over leaves the menu. */
  readonly everyMinute: (refresh: () => void) => void;
  readonly act: (action: TrayAction) => void;
  /** The figure on the application's icon, where the system has one. */
  readonly setBadgeCount: (count: number) => void;
  readonly openWindow: () => void;
  readonly quit: () => void;
}

const EMPTY: Agenda = {
  entries: [],
  state: 'calm',
  habits: { timeZone: parseZone('UTC')!, gridMinutes: 15, notices: false, open: [], meetings: [], slipping: [] },
};

/** The tray icon: its picture is the day's state, its menu what comes next and the quick actions. */
export function createTray({ Tray, Menu }: Pick<ElectronParts, 'Tray' | 'Menu'>, options: TrayOptions): AgendaBoard {
  const iconOf = (state: Agenda['state']): string => join(options.resourcesFolder, `tray-${state}.png`);
  const tray = new Tray(iconOf('calm'));
  let agenda = EMPTY;
  /** Refused notices by tag, until somebody looks. */
  const waiting = new Map<string, Notice>();
  let badge = 0;

  const refresh = (): void => {
    const now = options.clock.now();
    const lines = trayLines(agenda, [...waiting.values()], now, options.formatTime);
    const template = lines.map((line) => menuItem(line, looking));
    tray.setContextMenu(Menu.buildFromTemplate(template));
    tray.setToolTip(trayTip(agenda, waiting.size, now, options.formatTime));
    if (badge !== waiting.size) options.setBadgeCount(waiting.size);
    badge = waiting.size;
  };
  const looking: TrayOptions = {
    ...options,
    openWindow() {
      waiting.clear();
      refresh();
      options.openWindow();
    },
  };
  tray.on('click', looking.openWindow);
  options.everyMinute(refresh);
  refresh();

  return {
    show(next) {
      if (next.state !== agenda.state) tray.setImage(iconOf(next.state));
      agenda = next;
      refresh();
    },
    wait(notice) {
      waiting.set(notice.tag, notice);
      refresh();
    },
  };
}

function menuItem(line: TrayLine, options: TrayOptions): MenuItemConstructorOptions {
  switch (line.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'text':
      return { label: line.label, enabled: false };
    case 'tick':
      return { label: line.label, type: 'checkbox', checked: line.ticked, click: () => options.act(line.action) };
    case 'action':
      return {
        label: line.label,
        click() {
          options.openWindow();
          options.act(line.action);
        },
      };
    case 'window':
      return { label: line.label, click: options.openWindow };
    case 'quit':
      return { label: line.label, click: options.quit };
  }
}
