/** What the preload puts on the page's `window` as `daywright`: frames both ways, and nothing else. */
export interface DesktopBridge {
  send(frame: Uint8Array): void;
  /** Returns the function that ends the subscription. */
  onFrame(listener: (frame: Uint8Array) => void): () => void;
  /** `darwin`, `win32`, `linux`: where the window controls belong. */
  readonly platform: string;
}

/** The one channel of Electron's ipc that carries frames, both ways. */
export const BRIDGE_CHANNEL = 'daywright:frame';
/** Says that the page listens now: what the host sends earlier would be lost. */
export const BRIDGE_READY_CHANNEL = 'daywright:ready';
/** The name of the bridge on `window`. */
export const BRIDGE_NAME = 'daywright';
