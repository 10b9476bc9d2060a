import type { IpcRenderer, IpcRendererEvent } from 'electron';
import { BRIDGE_CHANNEL, BRIDGE_READY_CHANNEL, type DesktopBridge } from '#shared/ipc/desktop-bridge';

/** The part of Electron's `ipcRenderer` that the bridge uses. */
export type BridgeIpc = Pick<IpcRenderer, 'send'> & {
  on(channel: string, listener: (event: IpcRendererEvent, ...args: unknown[]) => void): unknown;
  removeListener(channel: string, listener: (event: IpcRendererEvent, ...args: unknown[]) => void): unknown;
};

/** Builds the frozen object for the page. Electron's event, which would hand out its ipc, stays on this side. */
export function desktopBridge(ipc: BridgeIpc, platform: string): DesktopBridge {
  let announced = false;
  return Object.freeze({
    send(frame: Uint8Array) {
      if (frame instanceof Uint8Array) ipc.send(BRIDGE_CHANNEL, frame);
    },
    onFrame(listener: (frame: Uint8Array) => void) {
      const pass = (_event: IpcRendererEvent, frame: unknown): void => {
        if (frame instanceof Uint8Array) listener(frame);
      };
      ipc.on(BRIDGE_CHANNEL, pass);
      if (!announced) ipc.send(BRIDGE_READY_CHANNEL);
      announced = true;
      return () => void ipc.removeListener(BRIDGE_CHANNEL, pass);
    },
    platform,
  });
}
