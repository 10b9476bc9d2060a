// What the desktop adapter uses of Electron, and no more. `main.desktop` hands in the real module and the tests their double;
// the compiler checks both against Electron's own declarations, because every parameter here is Electron's.
import type {
  App,
  BrowserWindowConstructorOptions,
  CustomScheme,
  HandlerDetails,
  IpcMainEvent,
  Menu,
  MenuItemConstructorOptions,
  NativeImage,
  NotificationConstructorOptions,
  Session,
  WebContents,
  WindowOpenHandlerResponse,
} from 'electron';

export interface Preventable {
  preventDefault(): void;
}

export interface AppPart
  extends Pick<App, 'quit' | 'requestSingleInstanceLock' | 'getPath' | 'setPath' | 'setBadgeCount'> {
  whenReady(): Promise<void>;
  enableSandbox(): void;
  setAppUserModelId(id: string): void;
  on(
    event: 'second-instance',
    listener: (event: Preventable, argv: string[], workingDirectory: string) => void,
  ): unknown;
  on(event: 'open-file', listener: (event: Preventable, path: string) => void): unknown;
  on(event: 'activate' | 'before-quit' | 'window-all-closed' | 'will-quit', listener: () => void): unknown;
}

export interface WebContentsPart extends Pick<WebContents, 'id' | 'send' | 'isDestroyed'> {
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void;
  on(event: 'will-navigate', listener: (details: Preventable & { readonly url: string }) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(event: 'render-process-gone' | 'destroyed', listener: () => void): unknown;
  readonly session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>;
}

export interface WindowPart {
  readonly webContents: WebContentsPart;
  loadURL(url: string): Promise<void>;
  show(): void;
  hide(): void;
  focus(): void;
  close(): void;
  minimize(): void;
  maximize(): void;
  unmaximize(): void;
  restore(): void;
  isMaximized(): boolean;
  isMinimized(): boolean;
  isDestroyed(): boolean;
  on(event: 'close', listener: (event: Preventable) => void): unknown;
  on(event: 'closed', listener: () => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
}

export interface TrayPart {
  setImage(image: string): void;
  setToolTip(text: string): void;
  setContextMenu(menu: Menu | null): void;
  on(event: 'click', listener: () => void): unknown;
  destroy(): void;
}

export interface NotificationPart {
  show(): void;
  close(): void;
  on(event: 'click' | 'failed', listener: () => void): unknown;
  /** Older systems tell the index beside the details, newer ones inside them. */
  on(event: 'action', listener: (details: { readonly actionIndex: number }, index?: number) => void): unknown;
}

/** The sender of a message, as far as it is judged. */
export interface BridgeEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

export interface IpcMainPart {
  on(channel: string, listener: (event: IpcMainEvent, ...args: unknown[]) => void): unknown;
  removeListener(channel: string, listener: (event: IpcMainEvent, ...args: unknown[]) => void): unknown;
}

export interface ElectronParts {
  readonly app: AppPart;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowPart;
  readonly ipcMain: IpcMainPart;
  readonly Menu: {
    buildFromTemplate(template: MenuItemConstructorOptions[]): Menu;
    setApplicationMenu(menu: Menu | null): void;
  };
  readonly Notification: {
    new (options: NotificationConstructorOptions): NotificationPart;
    isSupported(): boolean;
  };
  readonly powerMonitor: { on(event: 'resume' | 'unlock-screen', listener: () => void): unknown };
  readonly protocol: {
    registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
    handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
  };
  readonly Tray: new (image: string | NativeImage) => TrayPart;
}
