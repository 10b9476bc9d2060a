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
      if (isFrame(frame)) ipc.send(BRIDGE_CHANNEL, frame);
    },
    onFrame(listener: (frame: Uint8Array) => void) {
      const pass = (_event: IpcRendererEvent, frame: unknown): void => {
        if (isFrame(frame)) listener(frame);
      };
      ipc.on(BRIDGE_CHANNEL, pass);
      if (!announced) ipc.send(BRIDGE_READY_CHANNEL);
      announced = true;
      return () => void ipc.removeListener(BRIDGE_CHANNEL, pass);
    },
    platform,
  });
}

/** Works for bytes of another realm too: the page's arrays are not instances of this world's class until Electron has copied them. */
function isFrame(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value);
}
