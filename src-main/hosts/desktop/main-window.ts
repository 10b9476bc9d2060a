import type { WindowControls } from '../../ports/window-controls';
import type { ElectronParts, WebContentsPart, WindowPart } from './electron-parts';
import { isOwnUrl, PAGE_ORIGIN, PAGE_URL } from './page-scheme';

export interface MainWindowOptions {
  readonly preloadPath: string;
  readonly iconPath: string;
  readonly platform: NodeJS.Platform;
  readonly warn: (message: string) => void;
  /** Whether closing means leaving; else the window only hides and the tray stays. */
  readonly isQuitting: () => boolean;
}

/** Where macOS puts its three lights: inside the page's own title bar of 36 px. */
const TRAFFIC_LIGHTS = { x: 12, y: 11 };

export function openMainWindow(BrowserWindow: ElectronParts['BrowserWindow'], options: MainWindowOptions): WindowPart {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Daywright',
    icon: options.iconPath,
    ...(options.platform === 'darwin'
      ? { titleBarStyle: 'hidden' as const, trafficLightPosition: TRAFFIC_LIGHTS }
      : { frame: false }),
    webPreferences: {
      preload: options.preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  refuseLeaving(window.webContents, options.warn);
  refusePermissions(window.webContents);
  window.on('close', (event) => {
    if (options.isQuitting()) return;
    event.preventDefault();
    window.hide();
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_URL);
  return window;
}

/** Brings the window to the front, wherever it was. */
export function showWindow(window: WindowPart): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export function windowControlsOf(window: () => WindowPart | null): WindowControls {
  return {
    minimize: () => window()?.minimize(),
    toggleMaximize() {
      const open = window();
      if (open?.isMaximized()) open.unmaximize();
      else open?.maximize();
    },
    close: () => window()?.close(),
  };
}

/** The page stays where it is: no navigation, no new windows, no embedded pages. */
function refuseLeaving(webContents: WebContentsPart, warn: (message: string) => void): void {
  webContents.on('will-navigate', (details) => {
    if (isOwnUrl(details.url)) return;
    details.preventDefault();
    warn(`Going to ${details.url} was refused`);
  });
  webContents.setWindowOpenHandler(({ url }) => {
    warn(`Opening ${url} was refused`);
    return { action: 'deny' };
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Everything is refused but notices of our own page and text it puts into the clipboard. */
const GRANTED: readonly string[] = ['notifications', 'clipboard-sanitized-write'];

function refusePermissions({ session }: WebContentsPart): void {
  session.setPermissionRequestHandler((_webContents, permission, answer, details) =>
    answer(GRANTED.includes(permission) && isOwnUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_webContents, permission, origin) =>
      GRANTED.includes(permission) && (origin === PAGE_ORIGIN || origin === PAGE_URL),
  );
}
