import type { EventName, EventPayload, RequestInput, RequestName, RequestOutput, RequestPart } from './contract';
import type { Outcome, Progress } from './outcome';

export interface RequestOptions<Part = never> {
  readonly onProgress?: (progress: Progress) => void;
  /** Called for each part, in order and before the request ends. */
  readonly onPart?: (part: Part) => void;
  /** Aborting ends the request with the outcome `cancelled`. */
  readonly signal?: AbortSignalLike;
}

/** The part of AbortSignal that is used; `src-shared` has no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The host as a page sees it. Never rejects: every ending is an outcome. */
export interface HostClient {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    options?: RequestOptions<RequestPart<Name>>,
  ): Promise<Outcome<RequestOutput<Name>>>;
  /** Returns the function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** Follows the connection: `false` while the host is away. */
  onConnection(listener: (connected: boolean) => void): () => void;
}
