// One suite for every transport: what holds for one holds for all.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FrameTransport } from '#shared/ipc/channel';
import { createClient } from '#shared/ipc/client';
import type { HostClient } from '#shared/ipc/client-port';
import { encodeFrame } from '#shared/ipc/codec';
import type { RequestName } from '#shared/ipc/contract';
import { type Handlers, succeeded } from '#shared/ipc/handlers';
import type { ServedPage } from '#shared/ipc/server';
import type { Day } from '#shared/time/day';
import { exchanges } from './exchanges';
import { type ScriptedHandlers, scriptedHandlers } from './scripted-handlers';

export interface Connection {
  /** The page's end. */
  readonly transport: FrameTransport;
  /** The host's view of the page, once it is there. */
  readonly page: () => Promise<ServedPage>;
  /** Ends the connection from the host's side, as a crash of the host or the window would. */
  disconnect(): Promise<void>;
  dispose(): Promise<void>;
}

/** Serves `handlers` over the transport. `trouble` collects what the host reports. */
export type Connect = (handlers: Handlers, trouble: string[]) => Promise<Connection>;

export interface TransportTraits {
  readonly connect: Connect;
  /** Whether the page can notice that the host is gone. A desktop page dies with its host. */
  readonly noticesLoss: boolean;
}

const LARGE_BYTES = 20 * 1024 * 1024;

export function describeTransport(name: string, { connect, noticesLoss }: TransportTraits): void {
  describe(`${name} transport`, () => {
    let host: ScriptedHandlers;
    let trouble: string[];
    let connection: Connection;
    let client: HostClient;

    beforeEach(async () => {
      host = scriptedHandlers();
      trouble = [];
      connection = await connect(host.handlers, trouble);
      client = createClient(connection.transport);
    });
    afterEach(() => connection.dispose());

    it.each(Object.keys(exchanges) as RequestName[])('carries %s and its answer', async (requestName) => {
      const outcome = await client.request(requestName, exchanges[requestName].input);
      expect(plain(host.received)).toEqual(plain([{ name: requestName, input: exchanges[requestName].input }]));
      expect(plain(outcome)).toEqual(plain({ kind: 'ok', value: exchanges[requestName].output }));
      expect(trouble).toEqual([]);
    });

    it('answers requests side by side, each with its own', async () => {
      host.script('backup.read', async ({ name }) => succeeded({ document: name.toUpperCase() }));
      const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => client.request('backup.read', { name })));
      expect(outcomes).toEqual(['A', 'B', 'C'].map((document) => ({ kind: 'ok', value: { document } })));
    });

    it('carries failures as values', async () => {
      const error = { code: 'busy', message: 'A plan is being made', advice: 'Wait for it or cancel it.' } as const;
      host.script('plan.pending', async () => ({ kind: 'failed', error }));
      expect(await client.request('plan.pending', {})).toEqual({ kind: 'failed', error });
    });

    it('tells progress in order, before the answer', async () => {
      host.script('calendar.write', async (_input, { progress }) => {
        progress({ fraction: 0.25, phase: 'first' });
        progress({ fraction: 7, phase: 'too much is cut to 1' });
        return succeeded({ ics: '' });
      });
      const told: unknown[] = [];
      const outcome = await client.request('calendar.write', exchanges['calendar.write'].input, {
        onProgress: (progress) => told.push(progress),
      });
      expect(outcome.kind).toBe('ok');
      expect(told).toEqual([
        { fraction: 0.25, phase: 'first' },
        { fraction: 1, phase: 'too much is cut to 1' },
      ]);
    });

    it('delivers parts in order, before the answer', async () => {
      host.script('calendar.read', async (_input, { part }) => {
        part({ file: 0, items: new Uint8Array([1, 2]) });
        part({ file: 1, items: new Uint8Array([3]) });
        return succeeded({ files: [] });
      });
      const given: unknown[] = [];
      const outcome = await client.request('calendar.read', exchanges['calendar.read'].input, {
        onPart: ({ file, items }) => given.push([file, ...items]),
      });
      expect(outcome).toEqual({ kind: 'ok', value: { files: [] } });
      expect(given).toEqual([
        [0, 1, 2],
        [1, 3],
      ]);
    });

    it('cancels: the page hears it at once, the handler through its signal', async () => {
      const abort = new AbortController();
      const stopped = new Promise<void>((settle) => {
        host.script('plan.run', (_input, { signal, progress }) => {
          progress({ fraction: 0, phase: 'started' });
          return new Promise((finish) => {
            signal.addEventListener('abort', () => {
              settle();
              finish({ kind: 'ok', value: exchanges['plan.run'].output });
            });
          });
        });
      });
      const outcome = await client.request('plan.run', exchanges['plan.run'].input, {
        signal: abort.signal,
        onProgress: () => abort.abort(),
      });
      expect(outcome).toEqual({ kind: 'cancelled' });
      await stopped;
      expect((await client.request('host.describe', {})).kind).toBe('ok');
      expect(trouble).toEqual([]);
    });

    it('does not send a request that is cancelled before it starts', async () => {
      expect(await client.request('host.describe', {}, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
      await client.request('marker.read', {});
      expect(host.received.map(({ name: received }) => received)).toEqual(['marker.read']);
    });

    it('refuses a bad payload, naming path and value', async () => {
      const bad = { ...exchanges['calendar.read'].input, files: [{ name: 7, bytes: new Uint8Array(1) }] };
      const outcome = await client.request('calendar.read', bad as never);
      expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'badPayload' } });
      expect(outcome.kind === 'failed' && outcome.error.message).toContain('files[0].name is 7');
      expect(host.received).toEqual([]);
    });

    it.each(['nobody.home', 'toString', '__proto__'])('refuses the unknown request %s', async (unknown) => {
      const outcome = await client.request(unknown as 'host.describe', {});
      expect(outcome).toEqual({
        kind: 'failed',
        error: { code: 'badPayload', message: `There is no request named "${unknown}"`, advice: '' },
      });
    });

    it('turns a bug of a handler into an internal error and goes on', async () => {
      host.script('marker.read', async () => {
        throw new Error('kaboom');
      });
      expect(await client.request('marker.read', {})).toMatchObject({
        kind: 'failed',
        error: { code: 'internal', message: 'kaboom' },
      });
      expect(trouble).toEqual(['Request marker.read failed by a bug']);
      expect((await client.request('host.describe', {})).kind).toBe('ok');
    });

    it('turns an answer that breaks the contract into an internal error', async () => {
      host.script('marker.read', async () => ({ kind: 'ok', value: { hadData: 'perhaps' } }) as never);
      const outcome = await client.request('marker.read', {});
      expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
      expect(outcome.kind === 'failed' && outcome.error.message).toContain('hadData is "perhaps"');
    });

    it('carries 20 MB of bytes both ways unchanged', async () => {
      const bytes = new Uint8Array(LARGE_BYTES);
      for (let at = 0; at < bytes.length; at += 4096) bytes[at] = at % 251;
      bytes[LARGE_BYTES - 1] = 42;
      host.script('calendar.read', async ({ files }) =>
        succeeded({ files: [{ ...exchanges['calendar.read'].output.files[0]!, sizeBytes: sum(files[0]!.bytes) }] }),
      );
      host.script('host.samples', async () =>
        succeeded({ tournament: '', workspace: '', calendars: [{ name: 'x', bytes }], monday: '2026-11-23' as Day }),
      );
      const { options } = exchanges['calendar.read'].input;
      const sent = await client.request('calendar.read', { files: [{ name: 'x.ics', bytes }], options });
      const back = await client.request('host.samples', { now: '2026-11-23T07:00:00Z' });
      expect(sent.kind === 'ok' && sent.value.files[0]!.sizeBytes).toBe(sum(bytes));
      expect(back.kind === 'ok' && Buffer.compare(back.value.calendars[0]!.bytes, bytes)).toBe(0);
      // A busy machine takes its time; what is measured is that nothing changes.
    }, 30_000);

    it('tells events to their listeners', async () => {
      const page = await connection.page();
      const told = new Promise((settle) => client.on('files.opened', settle));
      page.emit('files.opened', { files: [{ name: 'a.ics', bytes: Uint8Array.of(1, 2) }] });
      expect(plain(await told)).toEqual({ files: [{ name: 'a.ics', bytes: [1, 2] }] });
    });

    it('keeps events that come before their first listener', async () => {
      const page = await connection.page();
      page.emit('tray.action', { kind: 'plan' });
      page.emit('tray.action', { kind: 'newTask' });
      // Requests and events travel in one order, so after an answer the events are there.
      await client.request('host.describe', {});
      const told: unknown[] = [];
      client.on('tray.action', (action) => told.push(action));
      expect(told).toEqual([{ kind: 'plan' }, { kind: 'newTask' }]);
    });

    it('reports frames that make no sense and goes on', async () => {
      await client.request('host.describe', {});
      connection.transport.send(Uint8Array.of(1, 2));
      connection.transport.send(Uint8Array.of(0, 0, 0, 1, 123));
      connection.transport.send(encodeFrame({ kind: 'event', name: 'tray.action', payload: { kind: 'plan' } }));
      expect((await client.request('host.describe', {})).kind).toBe('ok');
      expect(trouble).toEqual([
        'A frame of 2 bytes has no header',
        expect.stringContaining('The header of a frame cannot be read'),
        'A page sent a frame of kind event, which only hosts send',
      ]);
    });

    it('cancels what a page asked for when the page goes away', async () => {
      const stopped = new Promise<void>((settle) => {
        host.script('plan.run', (_input, { signal, progress }) => {
          signal.addEventListener('abort', settle);
          progress({ fraction: 0, phase: 'started' });
          return new Promise(() => {});
        });
      });
      await new Promise<void>((started) => {
        void client.request('plan.run', exchanges['plan.run'].input, { onProgress: () => started() });
      });
      await connection.disconnect();
      await stopped;
    });

    if (noticesLoss) {
      it('ends pending and later requests with `disconnected`', async () => {
        const states: boolean[] = [];
        host.script('marker.read', () => new Promise(() => {}));
        await client.request('host.describe', {});
        client.onConnection((connected) => states.push(connected));
        const lost = client.request('marker.read', {});
        await connection.disconnect();
        expect(await lost).toMatchObject({ kind: 'failed', error: { code: 'disconnected' } });
        expect(await client.request('host.describe', {})).toMatchObject({
          kind: 'failed',
          error: { code: 'disconnected' },
        });
        expect(states).toEqual([true, false]);
      });
    } else {
      it('is connected for as long as the page lives', async () => {
        const states: boolean[] = [];
        client.onConnection((connected) => states.push(connected));
        await client.request('host.describe', {});
        expect(states).toEqual([true]);
      });
    }
  });
}

/** Bytes come as Buffers from some transports and as plain arrays from others; their content counts. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function sum(bytes: Uint8Array): number {
  let total = 0;
  for (const byte of bytes) total += byte;
  return total;
}
