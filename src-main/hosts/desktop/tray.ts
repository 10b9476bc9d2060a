import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { Instant } from '#shared/time/instant';
import type { Agenda, AgendaBoard } from '../../ports/agenda-board';
import type { Clock } from '../../ports/clock';
import type { ElectronParts } from './electron-parts';
import { type TrayAction, type TrayLine, trayLines, trayTip } from './tray-menu';

export interface TrayOptions {
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly formatTime: (at: Instant) => string;
  /** Calls back each minute, so that what is over leaves the menu. */
  readonly everyMinute: (refresh: () => void) => void;
  readonly act: (action: TrayAction) => void;
  readonly openWindow: () => void;
  readonly quit: () => void;
}

const EMPTY: Agenda = { entries: [], state: 'calm', notices: false };

/** The tray icon: its picture is the day's state, its menu what comes next and the quick actions. */
export function createTray({ Tray, Menu }: Pick<ElectronParts, 'Tray' | 'Menu'>, options: TrayOptions): AgendaBoard {
  const iconOf = (state: Agenda['state']): string => join(options.resourcesFolder, `tray-${state}.png`);
  const tray = new Tray(iconOf('calm'));
  let agenda = EMPTY;

  const refresh = (): void => {
    const now = options.clock.now();
    const template = trayLines(agenda, now, options.formatTime).map((line) => menuItem(line, options));
    tray.setContextMenu(Menu.buildFromTemplate(template));
    tray.setToolTip(trayTip(agenda, now, options.formatTime));
  };
  tray.on('click', options.openWindow);
  options.everyMinute(refresh);
  refresh();

  return {
    show(next) {
      if (next.state !== agenda.state) tray.setImage(iconOf(next.state));
      agenda = next;
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
