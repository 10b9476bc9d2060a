// The desktop door: one window on the page, a tray that outlives it, and the same services as the other doors.
import { join } from 'node:path';
import type { EventName, EventPayload } from '#shared/ipc/contract';
import { type ServedPage, servePage } from '#shared/ipc/server';
import type { Instant } from '#shared/time/instant';
import { readOpenedFile } from '../../files/read-opened-file';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';
import type { Log } from '../../ports/log';
import { LARGEST_FILE_BYTES } from '../../services/calendar/calendar';
import { createServices } from '../../services/create-services';
import { practiceWhenQuiet, practisePlanning } from '../../services/planning/practice';
import type { Installation } from '../installation';
import type { ElectronParts, WindowPart } from './electron-parts';
import { openMainWindow, showWindow, windowControlsOf } from './main-window';
import { openedPaths } from './opened-paths';
import { bridgePages } from './page-bridge';
import { declarePageScheme, servePageScheme } from './page-scheme';
import { systemNotifier } from './system-notifier';
import { createTray } from './tray';

export interface DesktopSurroundings {
  readonly installation: Installation;
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly platform: NodeJS.Platform;
  /** Another place for the user's data than the system's; `null` for the usual one. */
  readonly dataFolder: string | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: JobRunner;
  readonly newId: () => string;
  readonly formatTime: (at: Instant) => string;
  readonly everyMinute: (refresh: () => void) => void;
}

/** Resolves when the window is open, or at once when another Daywright took over. Must be called before Electron is ready. */
export async function startDesktop(electron: ElectronParts, surroundings: DesktopSurroundings): Promise<void> {
  const { app, protocol, ipcMain, Menu } = electron;
  const { installation, log, platform, jobs } = surroundings;
  if (surroundings.dataFolder) app.setPath('userData', surroundings.dataFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  app.setAppUserModelId('app.daywright');
  declarePageScheme(protocol);

  let window: WindowPart | null = null;
  let page: ServedPage | null = null;
  let quitting = false;
  const waiting: (() => void)[] = [];

  /** Events wait for the page: at a cold start it is not there yet. */
  const emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
    if (page) page.emit(name, payload);
    else waiting.push(() => page?.emit(name, payload));
  };
  const openWindow = (): void => {
    if (window) showWindow(window);
    else window = newWindow();
  };
  const openFiles = async (paths: readonly string[]): Promise<void> => {
    const files = [];
    for (const path of paths) {
      const read = await readOpenedFile(path, LARGEST_FILE_BYTES);
      if (read.ok) files.push(read.value);
      else log.warn(read.error);
    }
    if (files.length > 0) emit('files.opened', { files });
  };

  // macOS tells of files before `ready`, so these listeners come first.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openFiles([path]);
  });
  app.on('second-instance', (_event, argv, workingDirectory) => {
    if (window) openWindow();
    void openFiles(openedPaths(argv, workingDirectory));
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  const practice = practiceWhenQuiet(practisePlanning);
  app.on('will-quit', () => {
    practice.end();
    void jobs.close();
  });
  // The tray keeps the application alive; without this listener Electron would quit.
  app.on('window-all-closed', () => {});

  await app.whenReady();
  servePageScheme(protocol, installation.rendererFolder);
  // Without a menu macOS has no copy and paste; elsewhere the page's own keys suffice.
  Menu.setApplicationMenu(
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  const agendaBoard = createTray(electron, {
    resourcesFolder: installation.resourcesFolder,
    clock: surroundings.clock,
    formatTime: surroundings.formatTime,
    everyMinute: surroundings.everyMinute,
    act: (action) => emit('tray.action', action),
    setBadgeCount: (count) => void app.setBadgeCount(count),
    openWindow,
    quit: () => app.quit(),
  });
  const handlers = createServices({
    door: 'desktop',
    version: installation.version,
    platform,
    dataFolder: app.getPath('userData'),
    resourcesFolder: installation.resourcesFolder,
    clock: surroundings.clock,
    log,
    jobs,
    newId: surroundings.newId,
    agendaBoard,
    notifier: systemNotifier(electron.Notification, openWindow),
    wakeUps: {
      everyMinute: surroundings.everyMinute,
      onResume(look) {
        electron.powerMonitor.on('resume', look);
        electron.powerMonitor.on('unlock-screen', look);
      },
    },
    act: (action) => emit('tray.action', action),
    windowControls: windowControlsOf(() => window),
  });

  function newWindow(): WindowPart {
    const opened = openMainWindow(electron.BrowserWindow, {
      preloadPath: installation.preloadPath,
      iconPath: join(installation.resourcesFolder, 'icon.png'),
      platform,
      warn: log.warn,
      isQuitting: () => quitting,
    });
    bridgePages(
      ipcMain,
      opened,
      (transport) => {
        const served = servePage(transport, handlers, (message, error) =>
          error === undefined ? log.warn(message) : log.error(message, error),
        );
        page = served;
        transport.onFrame(practice.stirred);
        transport.onClose(() => {
          if (page === served) page = null;
        });
        for (const tell of waiting.splice(0)) tell();
      },
      log.warn,
    );
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    return opened;
  }

  openWindow();
  app.on('activate', openWindow);
  await openFiles(openedPaths(surroundings.argv, surroundings.workingDirectory));
}
