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

/** A larger frame, such as a calendar file, goes as a blob: the browser takes that over in the background. */
const LARGE_BYTES = 1_048_576;
/** What a blob copies while the page waits. */
const SLICE_BYTES = 4 * LARGE_BYTES;

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

  /** Frames that wait for a large one before them; in order, and lost when the socket closes before their turn. */
  const waiting: Promise<void>[] = [];
  const sendPieces = (pieces: readonly Uint8Array[]): void => {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (length <= SLICE_BYTES && waiting.length === 0) {
      socket.send(length > LARGE_BYTES ? new Blob(pieces as Uint8Array<ArrayBuffer>[]) : joined(pieces, length));
      return;
    }
    const used = socket;
    const before = waiting.at(-1) ?? Promise.resolve();
    const sent = before
      .then(() => blobInSlices(pieces, surroundings))
      .then((blob) => {
        if (used === socket && state === 'open') used.send(blob);
      })
      // A frame that cannot be sent must not hold up all others; its request ends with the connection, which comes back.
      .catch(() => used.close())
      .finally(() => void waiting.shift());
    waiting.push(sent);
  };

  return {
    get state() {
      return state;
    },
    send: (frame) => sendPieces([frame]),
    sendPieces,
    onFrame: frames.add,
    onOpen: (listener) => opens.add(listener),
    onClose: (listener) => closes.add(listener),
  };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Between two slices the page draws. */
async function blobInSlices(pieces: readonly Uint8Array[], { after }: SocketSurroundings): Promise<Blob> {
  const slices: Blob[] = [];
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += SLICE_BYTES) {
      slices.push(new Blob([piece.subarray(from, from + SLICE_BYTES) as Uint8Array<ArrayBuffer>]));
      if (piece.length > SLICE_BYTES) await new Promise<void>((resolve) => after(0, resolve));
    }
  }
  return new Blob(slices);
}
