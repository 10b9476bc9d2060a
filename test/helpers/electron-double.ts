// A small stand-in for Electron: what the desktop adapter uses, working in memory. `ElectronParts` holds it to Electron's declarations.
import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  HandlerDetails,
  IpcMainEvent,
  IpcRendererEvent,
  Menu,
  MenuItemConstructorOptions,
  NotificationConstructorOptions,
  WindowOpenHandlerResponse,
} from 'electron';
import type {
  AppPart,
  ElectronParts,
  NotificationPart,
  TrayPart,
  WebContentsPart,
  WindowPart,
} from '#main/hosts/desktop/electron-parts';
import { PAGE_URL } from '#main/hosts/desktop/page-scheme';
import { type BridgeIpc, desktopBridge } from '#main/preload/desktop-bridge';
import type { DesktopBridge } from '#shared/ipc/desktop-bridge';

type PermissionRequest = Parameters<
  NonNullable<Parameters<WebContentsPart['session']['setPermissionRequestHandler']>[0]>
>;
type PermissionCheck = Parameters<NonNullable<Parameters<WebContentsPart['session']['setPermissionCheckHandler']>[0]>>;

export interface ElectronDouble {
  readonly electron: ElectronParts;
  readonly app: EventEmitter & { ready(): void };
  readonly ipcMain: EventEmitter;
  /** Emits `resume` and `unlock-screen`. */
  readonly powerMonitor: EventEmitter;
  readonly windows: readonly WindowDouble[];
  readonly trays: readonly TrayDouble[];
  readonly notifications: readonly NotificationDouble[];
  readonly schemes: readonly CustomScheme[];
  /** `setPath`, `quit`, `enableSandbox`, … in their order. */
  readonly calls: readonly string[];
  readonly applicationMenu: () => readonly MenuItemConstructorOptions[] | null | undefined;
  /** Asks the registered scheme as a page would. */
  fetch(url: string, method?: string): Promise<Response>;
}

export interface ElectronDoubleOptions {
  readonly userData?: string;
  readonly isFirstInstance?: boolean;
  readonly notificationsSupported?: boolean;
}

export function electronDouble(options: ElectronDoubleOptions = {}): ElectronDouble {
  const calls: string[] = [];
  const windows: WindowDouble[] = [];
  const trays: TrayDouble[] = [];
  const notifications: NotificationDouble[] = [];
  const schemes: CustomScheme[] = [];
  const ipcMain = new EventEmitter();
  const paths = new Map([['userData', options.userData ?? '/nowhere']]);
  const templates = new WeakMap<Menu, readonly MenuItemConstructorOptions[]>();
  let applicationMenu: Menu | null | undefined;
  let serve: ((request: Request) => Promise<Response>) | null = null;
  let becomeReady = (): void => {};
  const whenReady = new Promise<void>((settle) => {
    becomeReady = settle;
  });

  const powerMonitor = new EventEmitter();
  const app = Object.assign(new EventEmitter(), { ready: () => becomeReady() });
  const appPart: AppPart = {
    on: (event: string, listener: (...args: never[]) => void) => app.on(event, listener as () => void),
    whenReady: () => whenReady,
    quit() {
      calls.push('quit');
      app.emit('before-quit');
      for (const window of windows) window.close();
      app.emit('will-quit');
    },
    requestSingleInstanceLock: () => options.isFirstInstance ?? true,
    getPath: (name) => paths.get(name) ?? `/nowhere/${name}`,
    setPath(name, path) {
      paths.set(name, path);
      calls.push(`setPath ${name}`);
    },
    enableSandbox: () => void calls.push('enableSandbox'),
    setBadgeCount(count = 0) {
      calls.push(`setBadgeCount ${count}`);
      return true;
    },
    setAppUserModelId: (id) => void calls.push(`setAppUserModelId ${id}`),
  };

  const electron: ElectronParts = {
    app: appPart,
    ipcMain,
    BrowserWindow: class extends WindowDouble {
      constructor(windowOptions: BrowserWindowConstructorOptions) {
        super(windowOptions, windows.length + 1, ipcMain);
        windows.push(this);
      }
    },
    Menu: {
      buildFromTemplate(template) {
        const menu = Object.freeze({}) as Menu;
        templates.set(menu, template);
        return menu;
      },
      setApplicationMenu(menu) {
        applicationMenu = menu;
      },
    },
    Notification: class extends NotificationDouble {
      constructor(notificationOptions: NotificationConstructorOptions) {
        super(notificationOptions);
        notifications.push(this);
      }
      static isSupported(): boolean {
        return options.notificationsSupported ?? true;
      }
    },
    powerMonitor,
    protocol: {
      registerSchemesAsPrivileged: (added) => void schemes.push(...added),
      handle(_scheme, handler) {
        serve = handler;
      },
    },
    Tray: class extends TrayDouble {
      constructor(image: string | object) {
        super(String(image), templates);
        trays.push(this);
      }
    },
  };

  return {
    electron,
    app,
    ipcMain,
    powerMonitor,
    windows,
    trays,
    notifications,
    schemes,
    calls,
    applicationMenu: () => (applicationMenu ? templates.get(applicationMenu) : applicationMenu),
    async fetch(url, method = 'GET') {
      if (!serve) throw new Error('No scheme is served');
      return serve(new Request(url, { method }));
    },
  };
}

/** A window whose page can load, listen and speak through the real preload bridge. */
export class WindowDouble extends EventEmitter implements WindowPart {
  readonly webContents: WebContentsDouble;
  visible = false;
  maximized = false;
  minimized = false;
  destroyed = false;
  url = '';

  readonly options: BrowserWindowConstructorOptions;

  constructor(options: BrowserWindowConstructorOptions, id: number, ipcMain: EventEmitter) {
    super();
    this.options = options;
    this.webContents = new WebContentsDouble(id, ipcMain);
  }

  async loadURL(url: string): Promise<void> {
    this.url = url;
    this.emit('ready-to-show');
  }

  show(): void {
    this.visible = true;
  }

  hide(): void {
    this.visible = false;
  }

  focus(): void {}

  close(): void {
    if (this.destroyed) return;
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.destroyed = true;
    this.webContents.destroyed = true;
    this.emit('closed');
  }

  minimize(): void {
    this.minimized = true;
  }

  maximize(): void {
    this.maximized = true;
  }

  unmaximize(): void {
    this.maximized = false;
  }

  restore(): void {
    this.minimized = false;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export class WebContentsDouble extends EventEmitter implements WebContentsPart {
  destroyed = false;
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  permissionRequest: ((...request: PermissionRequest) => void) | null = null;
  permissionCheck: ((...check: PermissionCheck) => boolean) | null = null;
  /** The page's side of ipc; a new one for each load. */
  private renderer = new EventEmitter();

  readonly session: WebContentsPart['session'] = {
    setPermissionRequestHandler: (handler) => {
      this.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      this.permissionCheck = handler;
    },
  };

  readonly id: number;
  private readonly ipcMain: EventEmitter;

  constructor(id: number, ipcMain: EventEmitter) {
    super();
    this.id = id;
    this.ipcMain = ipcMain;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    const { renderer } = this;
    const copies = structuredClone(args);
    queueMicrotask(() => renderer.emit(channel, {} as IpcRendererEvent, ...copies));
  }

  /** Loads a page: gives the bridge that its preload would put on `window`. */
  loadPage(url = PAGE_URL, frame: { parent: unknown } = { parent: null }): DesktopBridge {
    const renderer = new EventEmitter();
    this.renderer = renderer;
    const ipc: BridgeIpc = {
      on: (channel, listener) => renderer.on(channel, listener),
      removeListener: (channel, listener) => renderer.removeListener(channel, listener),
      send: (channel, ...args) => {
        const event = { sender: { id: this.id }, senderFrame: { url, parent: frame.parent } };
        const copies = structuredClone(args);
        queueMicrotask(() => this.ipcMain.emit(channel, event as unknown as IpcMainEvent, ...copies));
      },
    };
    return desktopBridge(ipc, 'linux');
  }
}

export class TrayDouble extends EventEmitter implements TrayPart {
  toolTip = '';
  menu: readonly MenuItemConstructorOptions[] = [];

  image: string;
  private readonly templates: WeakMap<Menu, readonly MenuItemConstructorOptions[]>;

  constructor(image: string, templates: WeakMap<Menu, readonly MenuItemConstructorOptions[]>) {
    super();
    this.image = image;
    this.templates = templates;
  }

  setImage(image: string): void {
    this.image = image;
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu ? (this.templates.get(menu) ?? []) : [];
  }

  destroy(): void {}
}

export class NotificationDouble extends EventEmitter implements NotificationPart {
  state: 'made' | 'shown' | 'closed' = 'made';

  readonly options: NotificationConstructorOptions;

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }

  show(): void {
    this.state = 'shown';
  }

  close(): void {
    this.state = 'closed';
  }
}
