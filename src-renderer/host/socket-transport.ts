import type { FrameTransport } from '#shared/ipc/channel';
import { listeners } from '#shared/ipc/listeners';

/** The parts of the page's WebSocket and timers that are used, so that tests can stand in for them. */
export interface SocketSurroundings {
  open(url: string): WebSocket;
  after(milliseconds: number, then: () => void): void;
}

const inThisPage: SocketSurroundings = {
  open: (url) => new WebSocket(url),
  after: (milliseconds, then) => void setTimeout(then, milliseconds),
};

/** First try again after this, then twice as long each time up to the longest. */
const SHORTEST_WAIT_MILLISECONDS = 250;
const LONGEST_WAIT_MILLISECONDS = 4_000;

/** A larger frame, such as a calendar file, goes as a blob: the browser then takes it over bit by bit instead of copying it while the page waits. */
const LARGE_BYTES = 1_048_576;

/** A socket to the host that comes back by itself for as long as the page lives. */
export function socketTransport(url: string, surroundings: SocketSurroundings = inThisPage): FrameTransport {
  const frames = listeners<Uint8Array>();
  const opens = listeners<void>();
  const closes = listeners<void>();
  let socket: WebSocket;
  let state: FrameTransport['state'] = 'connecting';
  let wait = SHORTEST_WAIT_MILLISECONDS;

  const connect = (): void => {
    socket = surroundings.open(url);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      wait = SHORTEST_WAIT_MILLISECONDS;
      state = 'open';
      opens.tell();
    });
    socket.addEventListener('message', ({ data }: MessageEvent) => {
      if (data instanceof ArrayBuffer) frames.tell(new Uint8Array(data));
    });
    socket.addEventListener('close', () => {
      // Each failed attempt closes too; only the first after being open, or at the very start, is news.
      const isNews = state !== 'away';
      state = 'away';
      if (isNews) closes.tell();
      surroundings.after(wait, connect);
      wait = Math.min(LONGEST_WAIT_MILLISECONDS, wait * 2);
    });
  };
  connect();

  return {
    get state() {
      return state;
    },
    send(frame) {
      const bytes = frame as Uint8Array<ArrayBuffer>;
      socket.send(bytes.length > LARGE_BYTES ? new Blob([bytes]) : bytes);
    },
    onFrame: frames.add,
    onOpen: (listener) => opens.add(listener),
    onClose: (listener) => closes.add(listener),
  };
}
