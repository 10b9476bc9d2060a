// Frames between a window's page and the host. Invariants: (1) only the main frame of our own page is heard; (2) a page that loads again
// gets a new transport, and the old one closes, so that what it asked for is cancelled.
import type { FrameTransport } from '#shared/ipc/channel';
import { BRIDGE_CHANNEL, BRIDGE_READY_CHANNEL } from '#shared/ipc/desktop-bridge';
import { type Listeners, listeners } from '#shared/ipc/listeners';
import type { BridgeEvent, IpcMainPart, WebContentsPart, WindowPart } from './electron-parts';
import { isOwnUrl } from './page-scheme';

interface OpenPage {
  readonly frames: Listeners<Uint8Array>;
  close(): void;
}

/** Calls `onPage` whenever a page of the window is ready to listen. Ends with the window. */
export function bridgePages(
  ipc: IpcMainPart,
  window: WindowPart,
  onPage: (transport: FrameTransport) => void,
  warn: (message: string) => void,
): void {
  // Kept beside the window: after `closed` its properties throw.
  const { webContents } = window;
  const { id } = webContents;
  let page: OpenPage | null = null;

  const isOurs = (event: BridgeEvent): boolean => {
    if (event.sender.id !== id) return false;
    const frame = event.senderFrame;
    if (frame && frame.parent === null && isOwnUrl(frame.url)) return true;
    warn(`A message from ${frame?.url ?? 'a frame that is gone'} was refused`);
    return false;
  };
  const ready = (event: BridgeEvent): void => {
    if (!isOurs(event)) return;
    page?.close();
    const opened = openPage(webContents);
    page = opened;
    onPage(opened.transport);
  };
  const arrive = (event: BridgeEvent, frame: unknown): void => {
    if (!isOurs(event)) return;
    if (frame instanceof Uint8Array) page?.frames.tell(frame);
    else warn('A message that is no frame was refused');
  };
  const end = (): void => {
    page?.close();
    page = null;
  };

  ipc.on(BRIDGE_READY_CHANNEL, ready);
  ipc.on(BRIDGE_CHANNEL, arrive);
  webContents.on('render-process-gone', end);
  window.on('closed', () => {
    ipc.removeListener(BRIDGE_READY_CHANNEL, ready);
    ipc.removeListener(BRIDGE_CHANNEL, arrive);
    end();
  });
}

function openPage(webContents: WebContentsPart): OpenPage & { readonly transport: FrameTransport } {
  const frames = listeners<Uint8Array>();
  const closes = listeners<void>();
  let open = true;
  return {
    frames,
    close() {
      if (!open) return;
      open = false;
      closes.tell();
    },
    transport: {
      get state() {
        return open && !webContents.isDestroyed() ? 'open' : 'away';
      },
      send: (frame) => webContents.send(BRIDGE_CHANNEL, frame),
      onFrame: frames.add,
      onOpen: () => () => {},
      onClose: (listener) => closes.add(listener),
    },
  };
}
