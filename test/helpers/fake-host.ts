// A host in memory: answers what a test taught it, remembers what it was asked.
import type { HostClient, RequestOptions } from '#shared/ipc/client-port';
import type { EventName, EventPayload, RequestInput, RequestName, RequestOutput } from '#shared/ipc/contract';
import type { Outcome } from '#shared/ipc/outcome';

export type Answer<Name extends RequestName> = (
  input: RequestInput<Name>,
  options: RequestOptions,
) => RequestOutput<Name> | Outcome<RequestOutput<Name>> | Promise<RequestOutput<Name> | Outcome<RequestOutput<Name>>>;

type Answers = { [Name in RequestName]?: Answer<Name> };

/** Quiet answers for everything that is not the subject of a test. */
const QUIET: Answers = {
  'marker.read': () => ({ hadData: false }),
  'marker.write': () => ({}),
  'plan.pending': () => ({ plan: null }),
  'plan.acknowledge': () => ({}),
  'agenda.push': () => ({}),
  'backup.list': () => ({ backups: [], folder: '/backups' }),
  'backup.append': () => ({}),
  'backup.save': () => ({ name: 'b', savedAt: '2026-11-24T09:00:00Z', sizeBytes: 1 }),
  'host.describe': () => ({ door: 'test', version: '0.1.0', platform: 'test', dataFolder: '/data' }),
};

export class FakeHost implements HostClient {
  readonly asked: { readonly name: RequestName; readonly input: unknown }[] = [];
  readonly #answers: Answers;
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>();

  constructor(answers: Answers = {}) {
    this.#answers = { ...QUIET, ...answers };
  }

  /** Teaches an answer. */
  answer<Name extends RequestName>(name: Name, answer: Answer<Name>): void {
    (this.#answers as Record<string, unknown>)[name] = answer;
  }

  /** Inputs of all requests of a name, oldest first. */
  inputs<Name extends RequestName>(name: Name): RequestInput<Name>[] {
    return this.asked.filter((entry) => entry.name === name).map((entry) => entry.input as RequestInput<Name>);
  }

  /** Sends an event to the page. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never);
  }

  async request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    options: RequestOptions = {},
  ): Promise<Outcome<RequestOutput<Name>>> {
    this.asked.push({ name, input });
    const answer = this.#answers[name] as Answer<Name> | undefined;
    if (!answer) {
      return {
        kind: 'failed',
        error: { code: 'notFound', message: `The fake host has no answer for ${name}.`, advice: '' },
      };
    }
    const given = await answer(input, options);
    return isOutcome(given) ? (given as Outcome<RequestOutput<Name>>) : { kind: 'ok', value: given };
  }

  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    listeners.add(listener as (payload: never) => void);
    this.#listeners.set(name, listeners);
    return () => listeners.delete(listener as (payload: never) => void);
  }

  onConnection(): () => void {
    return () => undefined;
  }
}

function isOutcome(value: unknown): value is Outcome<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    ['ok', 'failed', 'cancelled'].includes(String(value.kind))
  );
}
