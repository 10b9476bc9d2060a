import { WebSocket } from 'ws';
import type { FrameTransport } from '#shared/ipc/channel';
import { listeners } from '#shared/ipc/listeners';

/** A page's socket as a frame transport. Text messages are not frames and end the connection. */
export function socketTransport(socket: WebSocket): FrameTransport {
  const frames = listeners<Uint8Array>();
  const closes = listeners<void>();
  socket.on('message', (data, isBinary) => {
    if (!isBinary) return socket.close(1003, 'binary frames only');
    // ws gives a Buffer unless its binaryType is changed.
    frames.tell(data as Buffer);
  });
  socket.once('close', () => closes.tell());
  // Without a listener a reset connection would end the process; `close` follows every error.
  socket.on('error', () => {});
  return {
    get state() {
      return socket.readyState === WebSocket.OPEN ? 'open' : 'away';
    },
    send: (frame) => socket.send(frame),
    onFrame: frames.add,
    onOpen: () => () => {},
    onClose: (listener) => closes.add(listener),
  };
}
