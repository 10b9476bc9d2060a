import { describe, expect, it } from 'vitest';
import type { FrameTransport } from '#shared/ipc/channel';
import { createClient } from '#shared/ipc/client';
import { decodeFrame, encodeFrame, type Frame } from '#shared/ipc/codec';
import { listeners } from '#shared/ipc/listeners';

/** A transport whose state the test holds in its hands. */
function handTransport() {
  const frames = listeners<Uint8Array>();
  const opens = listeners<void>();
  const closes = listeners<void>();
  const sent: Frame[] = [];
  let state: FrameTransport['state'] = 'connecting';
  const transport: FrameTransport = {
    get state() {
      return state;
    },
    send(frame) {
      const decoded = decodeFrame(frame);
      if (decoded.ok) sent.push(decoded.value);
    },
    onFrame: frames.add,
    onOpen: (listener) => opens.add(listener),
    onClose: (listener) => closes.add(listener),
  };
  return {
    transport,
    sent,
    open() {
      state = 'open';
      opens.tell();
    },
    close() {
      state = 'away';
      closes.tell();
    },
    arrive: (frame: Frame) => frames.tell(encodeFrame(frame)),
    arriveBytes: (bytes: Uint8Array) => frames.tell(bytes),
  };
}

const describeAnswer = { door: 'browser', version: '1', platform: 'linux', dataFolder: '/data' } as const;

describe('client', () => {
  it('keeps requests until the transport opens for the first time', async () => {
    const hand = handTransport();
    const outcome = createClient(hand.transport).request('host.describe', {});
    expect(hand.sent).toEqual([]);
    hand.open();
    expect(hand.sent).toEqual([{ kind: 'request', id: 1, name: 'host.describe', payload: {} }]);
    hand.arrive({ kind: 'result', id: 1, outcome: { kind: 'ok', value: describeAnswer } });
    expect(await outcome).toEqual({ kind: 'ok', value: describeAnswer });
  });

  it('ends what waits when the first connection fails', async () => {
    const hand = handTransport();
    const outcome = createClient(hand.transport).request('host.describe', {});
    hand.close();
    expect(await outcome).toMatchObject({ kind: 'failed', error: { code: 'disconnected' } });
  });

  it('does not send again what was lost, and works again after the transport came back', async () => {
    const hand = handTransport();
    const client = createClient(hand.transport);
    const states: boolean[] = [];
    client.onConnection((connected) => states.push(connected));
    hand.open();
    const lost = client.request('marker.read', {});
    hand.close();
    expect(await lost).toMatchObject({ error: { code: 'disconnected' } });
    hand.open();
    expect(hand.sent).toHaveLength(1);
    const next = client.request('marker.read', {});
    hand.arrive({ kind: 'result', id: 2, outcome: { kind: 'ok', value: { hadData: true } } });
    expect(await next).toEqual({ kind: 'ok', value: { hadData: true } });
    expect(states).toEqual([true, false, true]);
  });

  it('ignores an answer that comes after the cancel', async () => {
    const hand = handTransport();
    hand.open();
    const abort = new AbortController();
    const outcome = createClient(hand.transport).request('marker.read', {}, { signal: abort.signal });
    abort.abort();
    hand.arrive({ kind: 'result', id: 1, outcome: { kind: 'ok', value: { hadData: true } } });
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(hand.sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  });

  it('reports frames that make no sense, and events that it does not know', () => {
    const hand = handTransport();
    const reports: string[] = [];
    createClient(hand.transport, (message) => reports.push(message));
    hand.open();
    hand.arriveBytes(Uint8Array.of(1));
    hand.arrive({ kind: 'event', name: 'nobody.knows', payload: {} });
    hand.arrive({ kind: 'event', name: 'tray.action', payload: { kind: 'dance' } });
    hand.arrive({ kind: 'cancel', id: 1 });
    expect(reports).toEqual([
      'A frame of 1 bytes has no header',
      'The host sent an event named "nobody.knows"',
      expect.stringContaining('Event tray.action was refused: kind is "dance"'),
      'The host sent a frame of kind cancel, which only pages send',
    ]);
  });

  it('ends a request whose answer cannot be read', async () => {
    const hand = handTransport();
    hand.open();
    const outcome = createClient(hand.transport).request('marker.read', {});
    const broken = encodeFrame({ kind: 'result', id: 1, outcome: { kind: 'ok', value: 0 } });
    hand.arriveBytes(Uint8Array.of(...broken, 99));
    expect(await outcome).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
  });
});
