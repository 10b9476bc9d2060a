import type { FrameTransport } from './channel';
import { listeners } from './listeners';

export interface MemoryTransportPair {
  readonly page: FrameTransport;
  readonly host: FrameTransport;
  /** Ends the connection for both sides. */
  close(): void;
}

/** Two ends joined in memory. Frames arrive in a later microtask, in order, as they would from a socket. */
export function memoryTransportPair(): MemoryTransportPair {
  const page = memoryEnd();
  const host = memoryEnd();
  page.sendTo(host);
  host.sendTo(page);
  return {
    page,
    host,
    close() {
      page.close();
      host.close();
    },
  };
}

interface MemoryEnd extends FrameTransport {
  sendTo(other: MemoryEnd): void;
  arrive(frame: Uint8Array): void;
  close(): void;
}

function memoryEnd(): MemoryEnd {
  const frames = listeners<Uint8Array>();
  const closes = listeners<void>();
  let other: MemoryEnd | null = null;
  let open = true;
  return {
    get state() {
      return open ? 'open' : 'away';
    },
    send(frame) {
      if (open) void Promise.resolve().then(() => other?.arrive(frame));
    },
    onFrame: frames.add,
    onOpen: () => () => {},
    onClose: (listener) => closes.add(listener),
    sendTo(end) {
      other = end;
    },
    arrive(frame) {
      if (open) frames.tell(frame);
    },
    close() {
      if (!open) return;
      open = false;
      closes.tell();
    },
  };
}
