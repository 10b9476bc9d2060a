import { describe, expect, it, vi } from 'vitest';
import { socketTransport } from '#renderer/host/socket-transport';

/** The page's side of a socket, in the test's hands. */
class HandSocket extends EventTarget {
  binaryType = 'blob';
  readonly sent: unknown[] = [];

  send(data: unknown): void {
    this.sent.push(data);
  }

  happen(type: 'open' | 'close'): void {
    this.dispatchEvent(new Event(type));
  }

  bring(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function open() {
  const sockets: HandSocket[] = [];
  const waits: { milliseconds: number; then: () => void }[] = [];
  const transport = socketTransport('ws://127.0.0.1:1/host', {
    open() {
      const socket = new HandSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    after: (milliseconds, then) => void waits.push({ milliseconds, then }),
  });
  const news: string[] = [];
  transport.onOpen(() => news.push('open'));
  transport.onClose(() => news.push('close'));
  return { sockets, waits, transport, news };
}

describe('socket transport', () => {
  it('carries binary frames both ways', () => {
    const { sockets, transport } = open();
    const frames: Uint8Array[] = [];
    transport.onFrame((frame) => frames.push(frame));
    expect(transport.state).toBe('connecting');
    sockets[0]!.happen('open');
    sockets[0]!.bring(Uint8Array.of(1, 2).buffer);
    sockets[0]!.bring('text is no frame');
    transport.send(Uint8Array.of(3));
    expect(transport.state).toBe('open');
    expect(sockets[0]!.binaryType).toBe('arraybuffer');
    expect(frames).toEqual([Uint8Array.of(1, 2)]);
    expect(sockets[0]!.sent).toEqual([Uint8Array.of(3)]);
  });

  it('sends a frame of megabytes as a blob of the same bytes', async () => {
    const { sockets, transport } = open();
    sockets[0]!.happen('open');
    transport.send(new Uint8Array(1_048_577).fill(7));
    const sent = sockets[0]!.sent[0] as Blob;
    expect(sent).toBeInstanceOf(Blob);
    expect(sent.size).toBe(1_048_577);
    expect(new Uint8Array(await sent.slice(-2).arrayBuffer())).toEqual(Uint8Array.of(7, 7));
  });

  it('sends a larger one slice by slice, and what comes after it after it', async () => {
    const { sockets, waits, transport } = open();
    sockets[0]!.happen('open');
    const large = new Uint8Array(5 * 1_048_576).fill(7);
    transport.sendPieces!([Uint8Array.of(1), large]);
    transport.send(Uint8Array.of(2));
    expect(sockets[0]!.sent).toEqual([]);
    await vi.waitFor(() => {
      while (waits.length > 0) waits.shift()!.then();
      expect(sockets[0]!.sent).toHaveLength(2);
    });
    const [first, second] = sockets[0]!.sent as [Blob, Blob];
    expect([first.size, second.size]).toEqual([1 + 5 * 1_048_576, 1]);
    expect(new Uint8Array(await first.slice(0, 2).arrayBuffer())).toEqual(Uint8Array.of(1, 7));
    // Later frames go at once again.
    await Promise.resolve();
    transport.send(Uint8Array.of(3));
    expect(sockets[0]!.sent[2]).toEqual(Uint8Array.of(3));
  });

  it('ends the connection where a large frame cannot be sent, and holds up no other', async () => {
    const { sockets, waits, transport } = open();
    const [socket] = sockets as [HandSocket];
    socket.happen('open');
    const close = vi.fn();
    Object.assign(socket, {
      close,
      send() {
        throw new Error('no memory');
      },
    });
    transport.send(new Uint8Array(5 * 1_048_576));
    await vi.waitFor(() => {
      while (waits.length > 0) waits.shift()!.then();
      expect(close).toHaveBeenCalledOnce();
    });
    const sent: unknown[] = [];
    Object.assign(socket, { send: (data: unknown) => sent.push(data) });
    await Promise.resolve();
    transport.send(Uint8Array.of(3));
    await vi.waitFor(() => expect(sent).toEqual([Uint8Array.of(3)]));
  });

  it('loses what still waits when the socket closes', async () => {
    const { sockets, waits, transport } = open();
    sockets[0]!.happen('open');
    transport.send(new Uint8Array(5 * 1_048_576));
    await vi.waitFor(() => expect(waits).toHaveLength(1));
    sockets[0]!.happen('close');
    for (let turn = 0; turn < 5; turn += 1) {
      for (const { milliseconds, then } of waits.splice(0)) if (milliseconds === 0) then();
      await Promise.resolve();
    }
    expect(sockets[0]!.sent).toEqual([]);
  });

  it('comes back by itself, waiting longer each time, and tells each change once', () => {
    const { sockets, waits, transport, news } = open();
    sockets[0]!.happen('open');
    for (let failure = 0; failure < 7; failure += 1) {
      sockets.at(-1)!.happen('close');
      waits.at(-1)!.then();
    }
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
    expect(transport.state).toBe('away');
    expect(news).toEqual(['open', 'close']);
    sockets.at(-1)!.happen('open');
    expect(transport.state).toBe('open');
    sockets.at(-1)!.happen('close');
    expect(news).toEqual(['open', 'close', 'open', 'close']);
    expect(waits.at(-1)!.milliseconds).toBe(250);
  });

  it('tells when the very first try fails', () => {
    const { sockets, news } = open();
    sockets[0]!.happen('close');
    expect(news).toEqual(['close']);
  });
});
