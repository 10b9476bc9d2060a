import { array, assert, dictionary, json, oneof, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '#shared/base/utf8';
import { decodeFrame, encodeFrame, type Frame } from '#shared/ipc/codec';

/** A frame by hand: header length, header, body. */
function frameOf(header: string, body: readonly number[] = []): Uint8Array {
  const bytes = encodeUtf8(header);
  return Uint8Array.of(0, 0, bytes.length >> 8, bytes.length & 255, ...bytes, ...body);
}

describe('frames', () => {
  it('are four bytes of header length, the header, and the bytes in order', () => {
    const encoded = encodeFrame({
      kind: 'event',
      name: 'e',
      payload: { a: Uint8Array.of(1, 2), b: [Uint8Array.of(3)] },
    });
    const header = '{"kind":"event","name":"e","payload":{"a":{"$bytes":2},"b":[{"$bytes":1}]}}';
    expect([...encoded]).toEqual([...frameOf(header, [1, 2, 3])]);
  });

  it.each<Frame>([
    { kind: 'request', id: 0, name: 'host.describe', payload: {} },
    {
      kind: 'request',
      id: 7,
      name: 'x',
      payload: { text: 'ä 📅 "quoted" \u0000', nested: [{ n: null }, [true, 1.5]] },
    },
    { kind: 'cancel', id: 3 },
    { kind: 'result', id: 1, outcome: { kind: 'ok', value: new Uint8Array(0) } },
    { kind: 'result', id: 1, outcome: { kind: 'failed', error: { code: 'busy', message: 'm', advice: '' } } },
    { kind: 'result', id: 1, outcome: { kind: 'cancelled' } },
    { kind: 'progress', id: 1, progress: { fraction: 0.5, phase: 'Reading' } },
    {
      kind: 'event',
      name: 'files.opened',
      payload: { files: [Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3)] },
    },
    { kind: 'event', name: 'x', payload: { $bytes: 5, $$bytes: { $bytes: 1 }, $$$bytes: Uint8Array.of(9), $byte: 1 } },
  ])('come back as they were: %j', (frame) => {
    expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
  });

  it('are read from the middle of a larger buffer', () => {
    const encoded = encodeFrame({ kind: 'event', name: 'e', payload: Uint8Array.of(5, 6) });
    const larger = new Uint8Array(encoded.length + 20);
    larger.set(encoded, 11);
    const decoded = decodeFrame(larger.subarray(11, 11 + encoded.length));
    expect(decoded.ok && decoded.value).toEqual({ kind: 'event', name: 'e', payload: Uint8Array.of(5, 6) });
  });

  it.each([
    ['nothing', Uint8Array.of(), 'A frame of 0 bytes has no header', null],
    [
      'a header that is not there',
      Uint8Array.of(0, 0, 1, 0, 123),
      'A frame of 5 bytes claims a header of 256 bytes',
      null,
    ],
    [
      'a header length of 4 GB',
      Uint8Array.of(255, 255, 255, 255),
      'A frame of 4 bytes claims a header of 4294967295',
      null,
    ],
    ['a header that is not UTF-8', Uint8Array.of(0, 0, 0, 2, 0xc3, 0x28), 'The header of a frame is not UTF-8', null],
    ['a header that is not JSON', frameOf('{"kind":'), 'The header of a frame cannot be read', null],
    ['a header that is no object', frameOf('null'), 'Not a frame', null],
    ['an unknown kind', frameOf('{"kind":"shout","id":4}'), 'Not a frame', 4],
    ['a negative id', frameOf('{"kind":"cancel","id":-1}'), 'Not a frame: id is -1', null],
    [
      'a fraction above 1',
      frameOf('{"kind":"progress","id":2,"progress":{"fraction":2,"phase":""}}'),
      'fraction is 2',
      2,
    ],
    [
      'fewer bytes than named',
      frameOf('{"kind":"event","name":"e","payload":{"$bytes":2}}', [1]),
      '2 bytes are named where 1',
      null,
    ],
    [
      'more bytes than named',
      frameOf('{"kind":"request","id":8,"name":"e","payload":{}}', [1]),
      'carries 1 bytes, its header names 0',
      8,
    ],
    [
      'a request that names bytes which did not come',
      frameOf('{"kind":"request","id":9,"name":"e","payload":{"$bytes":2}}'),
      '2 bytes are named where 0',
      9,
    ],
    [
      'a negative number of bytes',
      frameOf('{"kind":"event","name":"e","payload":{"$bytes":-1}}', [1]),
      '-1 bytes are named',
      null,
    ],
    [
      'a number of bytes that is none',
      frameOf('{"kind":"event","name":"e","payload":{"$bytes":"1"}}'),
      '"1" bytes are named',
      null,
    ],
  ])('that hold %s are a problem, not a crash', (_what, bytes, message, id) => {
    const decoded = decodeFrame(bytes);
    expect(decoded).toMatchObject({ ok: false, error: { id } });
    expect(!decoded.ok && decoded.error.message).toContain(message);
  });

  it('come back as they were, whatever plain data they hold', () => {
    const leaf = oneof(
      json().map((text) => JSON.parse(text) as unknown),
      uint8Array({ maxLength: 20 }),
    );
    const key = oneof(
      string(),
      string().map((end) => `$${end}`),
      string({ maxLength: 2 }).map((end) => `$$bytes${end}`),
    );
    const payload = oneof(
      leaf,
      array(leaf),
      dictionary(key, oneof(leaf, dictionary(key, leaf)), { noNullPrototype: true }),
    );
    assert(
      property(payload, (value) => {
        const frame: Frame = { kind: 'event', name: 'e', payload: value };
        // What JSON cannot tell apart, such as -0 and 0, is no difference.
        const [sent, come] = [frame, decodeFrame(encodeFrame(frame))].map((side) => JSON.stringify(side, bytesAsLists));
        expect(come).toBe(`{"ok":true,"value":${sent}}`);
      }),
    );
  });

  it('never crash the reader, whatever the bytes', () => {
    assert(
      property(uint8Array({ maxLength: 60 }), string({ maxLength: 40 }), (bytes, header) => {
        decodeFrame(bytes);
        decodeFrame(frameOf(header, [...bytes]));
      }),
    );
  });
});

function bytesAsLists(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : value;
}
