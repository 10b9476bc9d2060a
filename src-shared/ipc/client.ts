// The page's end of a connection: `HostClient` over any transport. It never rejects; every ending is an outcome.
import { describeProblem, parseWith, type Schema } from '../base/schema';
import type { FrameTransport } from './channel';
import type { HostClient, RequestOptions } from './client-port';
import { decodeFrame, encodeFrame, type Frame, framePieces } from './codec';
import { type EventName, events, type RequestName, requests } from './contract';
import { CANCELLED, failedWith } from './handlers';
import { type Listeners, listeners } from './listeners';
import type { Outcome, Progress } from './outcome';

interface Pending {
  readonly name: RequestName;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly onPart: ((part: never) => void) | undefined;
  /** Set while the transport connects for the first time: it is sent as soon as it opens. */
  unsent: (() => void) | null;
  settle(outcome: Outcome<unknown>): void;
}

/** Events that come before the first listener wait for it, up to this many a name. */
const WAITING_EVENTS = 32;

/** `report` hears of frames that make no sense; they change nothing else. */
export function createClient(transport: FrameTransport, report: (message: string) => void = () => {}): HostClient {
  const pending = new Map<number, Pending>();
  const subscriptions = new Map<EventName, Listeners<unknown>>();
  const waitingEvents = new Map<EventName, unknown[]>();
  const connection = listeners<boolean>();
  let lastId = 0;

  const subscriptionsOf = (name: EventName): Listeners<unknown> => {
    let found = subscriptions.get(name);
    if (!found) {
      found = listeners<unknown>();
      subscriptions.set(name, found);
    }
    return found;
  };

  const arrive = (frame: Frame): void => {
    switch (frame.kind) {
      case 'result':
        finish(frame.id, frame.outcome as Outcome<unknown>);
        break;
      case 'progress':
        pending.get(frame.id)?.onProgress?.(frame.progress);
        break;
      case 'part':
        deliver(frame.id, frame.part);
        break;
      case 'event':
        announce(frame.name, frame.payload);
        break;
      default:
        report(`The host sent a frame of kind ${frame.kind}, which only pages send`);
    }
  };

  const finish = (id: number, outcome: Outcome<unknown>): void => {
    const request = pending.get(id);
    // A result may cross the cancel that gave it up.
    if (!request) return;
    pending.delete(id);
    request.settle(outcome.kind === 'ok' ? parseOutput(request.name, outcome.value) : outcome);
  };

  const deliver = (id: number, part: unknown): void => {
    const request = pending.get(id);
    if (!request?.onPart) return;
    const parsed = parseWith(requests[request.name].part as Schema<unknown>, part);
    if (parsed.ok) {
      request.onPart(parsed.value as never);
      return;
    }
    const problems = parsed.error.map(describeProblem).join('; ');
    finish(id, failedWith('internal', `A part of ${request.name} makes no sense: ${problems}`));
  };

  const announce = (name: string, payload: unknown): void => {
    if (!Object.hasOwn(events, name)) {
      report(`The host sent an event named ${JSON.stringify(name)}`);
      return;
    }
    const known = name as EventName;
    const parsed = parseWith(events[known] as Schema<unknown>, payload);
    if (!parsed.ok) {
      report(`Event ${name} was refused: ${parsed.error.map(describeProblem).join('; ')}`);
      return;
    }
    const subscribed = subscriptionsOf(known);
    if (subscribed.count > 0) {
      subscribed.tell(parsed.value);
    } else {
      const waiting = waitingEvents.get(known) ?? [];
      waitingEvents.set(known, [...waiting, parsed.value].slice(-WAITING_EVENTS));
    }
  };

  transport.onFrame((bytes) => {
    const decoded = decodeFrame(bytes);
    if (decoded.ok) {
      arrive(decoded.value);
      return;
    }
    report(decoded.error.message);
    if (decoded.error.id !== null) finish(decoded.error.id, failedWith('internal', decoded.error.message));
  });
  transport.onOpen(() => {
    for (const request of pending.values()) {
      request.unsent?.();
      request.unsent = null;
    }
    connection.tell(true);
  });
  transport.onClose(() => {
    const lost = [...pending.values()];
    pending.clear();
    for (const request of lost) request.settle(disconnected());
    connection.tell(false);
  });

  return {
    request(name, input, options: RequestOptions<never> = {}) {
      const { signal, onProgress, onPart } = options;
      if (signal?.aborted) return Promise.resolve(CANCELLED);
      if (transport.state === 'away') return Promise.resolve(disconnected());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const cancel = (): void => {
          if (transport.state === 'open') transport.send(encodeFrame({ kind: 'cancel', id }));
          finish(id, CANCELLED);
        };
        const frame: Frame = { kind: 'request', id, name, payload: input };
        const send = (): void =>
          transport.sendPieces ? transport.sendPieces(framePieces(frame)) : transport.send(encodeFrame(frame));
        const isOpen = transport.state === 'open';
        pending.set(id, {
          name,
          onProgress,
          onPart,
          unsent: isOpen ? null : send,
          settle(outcome) {
            signal?.removeEventListener('abort', cancel);
            resolve(outcome as Parameters<typeof resolve>[0]);
          },
        });
        signal?.addEventListener('abort', cancel);
        if (isOpen) send();
      });
    },
    on(name, listener) {
      const stop = subscriptionsOf(name).add(listener as (payload: unknown) => void);
      const waiting = waitingEvents.get(name) ?? [];
      waitingEvents.delete(name);
      for (const payload of waiting) (listener as (payload: unknown) => void)(payload);
      return stop;
    },
    onConnection(listener) {
      if (transport.state !== 'connecting') listener(transport.state === 'open');
      return connection.add(listener);
    },
  };
}

function parseOutput(name: RequestName, value: unknown): Outcome<unknown> {
  const parsed = parseWith(requests[name].output as Schema<unknown>, value);
  if (parsed.ok) return { kind: 'ok', value: parsed.value };
  return failedWith(
    'internal',
    `The answer to ${name} makes no sense: ${parsed.error.map(describeProblem).join('; ')}`,
  );
}

function disconnected(): Outcome<never> {
  return failedWith(
    'disconnected',
    'Daywright is not running',
    'Start Daywright again; this page finds it by itself, and nothing stored is lost.',
  );
}
