import type { IpcRenderer, IpcRendererEvent } from 'electron';
import type { DesktopBridge } from '#shared/ipc/desktop-bridge';

/** The part of Electron's `ipcRenderer` that the bridge uses. */
export type BridgeIpc = Pick<IpcRenderer, 'send' | 'on' | 'removeListener'>;

/** Builds the frozen object for the page. Electron's event, which would hand out its ipc, stays on this side. */
export function desktopBridge(ipc: BridgeIpc, channel: string, platform: string): DesktopBridge {
  return Object.freeze({
    send(frame: Uint8Array) {
      if (frame instanceof Uint8Array) ipc.send(channel, frame);
    },
    onFrame(listener: (frame: Uint8Array) => void) {
      const pass = (_event: IpcRendererEvent, frame: Uint8Array): void => listener(frame);
      ipc.on(channel, pass);
      return () => void ipc.removeListener(channel, pass);
    },
    platform,
  });
}
