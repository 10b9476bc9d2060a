// The host's end of a connection. Invariants: (1) every request frame with a readable id is answered exactly once;
// (2) nothing a page sends can throw out of here; (3) when the connection ends, everything it asked for is cancelled.
import { describeProblem, parseWith, type Schema } from '../base/schema';
import { type Cancellation, cancellation } from './cancellation';
import type { FrameTransport } from './channel';
import { decodeFrame, encodeFrame, type Frame } from './codec';
import { type EventName, type EventPayload, requests } from './contract';
import { CANCELLED, failedWith, type Handlers, type RequestContext } from './handlers';
import type { Outcome } from './outcome';

/** Says what went wrong with nobody to answer it to, or which bug was answered as `internal`. */
export type ReportTrouble = (message: string, error?: unknown) => void;

/** A page that is being served. */
export interface ServedPage {
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  /** Cancels what the page asked for and stops listening. The transport is not closed. */
  release(): void;
}

export function servePage(transport: FrameTransport, handlers: Handlers, report: ReportTrouble): ServedPage {
  const running = new Map<number, Cancellation>();
  const send = (frame: Frame): void => {
    if (transport.state === 'open') transport.send(encodeFrame(frame));
  };
  /** Answers once: whoever takes the id out of `running` may answer. */
  const answer = (id: number, outcome: Outcome<unknown>): void => {
    if (!running.delete(id)) return;
    try {
      send({ kind: 'result', id, outcome: outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value } : outcome });
    } catch (error) {
      report(`The answer to request ${id} cannot be sent`, error);
      send({ kind: 'result', id, outcome: failedOutcome(error) });
    }
  };

  const start = (id: number, name: string, payload: unknown): void => {
    if (running.has(id)) {
      report(`Request id ${id} (${name}) is already in use; the second use is ignored`);
      return;
    }
    const cancel = cancellation();
    running.set(id, cancel);
    const context: RequestContext<unknown> = {
      signal: cancel.signal,
      progress(progress) {
        const fraction = Math.min(1, Math.max(0, progress.fraction));
        if (running.get(id) === cancel) send({ kind: 'progress', id, progress: { fraction, phase: progress.phase } });
      },
      part(part) {
        if (running.get(id) === cancel) send({ kind: 'part', id, part });
      },
    };
    void handle(handlers, name, payload, context, report).then((outcome) => {
      if (running.get(id) === cancel) answer(id, outcome);
    });
  };

  const release = (): void => {
    stopFrames();
    stopClose();
    for (const cancel of running.values()) cancel.cancel();
    running.clear();
  };

  const stopFrames = transport.onFrame((bytes) => {
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) {
      const { id, message } = decoded.error;
      report(message);
      if (id !== null && !running.has(id)) {
        const error = { code: 'badPayload', message, advice: '' } as const;
        send({ kind: 'result', id, outcome: { kind: 'failed', error } });
      }
      return;
    }
    const frame = decoded.value;
    switch (frame.kind) {
      case 'request':
        start(frame.id, frame.name, frame.payload);
        return;
      case 'cancel': {
        // Answered at once: a handler that is slow to notice must not keep the page waiting.
        const cancel = running.get(frame.id);
        answer(frame.id, CANCELLED);
        cancel?.cancel();
        return;
      }
      default:
        report(`A page sent a frame of kind ${frame.kind}, which only hosts send`);
    }
  });
  const stopClose = transport.onClose(release);

  return {
    emit(name, payload) {
      send({ kind: 'event', name, payload });
    },
    release,
  };
}

async function handle(
  handlers: Handlers,
  name: string,
  payload: unknown,
  context: RequestContext<unknown>,
  report: ReportTrouble,
): Promise<Outcome<unknown>> {
  if (!Object.hasOwn(requests, name)) {
    return failedWith('badPayload', `There is no request named ${JSON.stringify(name)}`);
  }
  const known = name as keyof typeof requests;
  try {
    const input = parseWith(requests[known].input as Schema<unknown>, payload);
    if (!input.ok) {
      return failedWith('badPayload', `${name} was refused: ${input.error.map(describeProblem).join('; ')}`);
    }
    const handler = handlers[known] as (input: unknown, context: RequestContext<unknown>) => Promise<Outcome<unknown>>;
    return await handler(input.value, context);
  } catch (error) {
    report(`Request ${name} failed by a bug`, error);
    return failedOutcome(error);
  }
}

function failedOutcome(error: unknown): Extract<Outcome<never>, { kind: 'failed' }> {
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: 'failed',
    error: { code: 'internal', message, advice: 'This is a fault in Daywright, not in your data.' },
  };
}
