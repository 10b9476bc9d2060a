import type { RequestName } from '#shared/ipc/contract';
import { type Handlers, succeeded } from '#shared/ipc/handlers';
import { exchanges } from './exchanges';

export interface ScriptedHandlers {
  readonly handlers: Handlers;
  /** What arrived, parsed, in order. */
  readonly received: { readonly name: RequestName; readonly input: unknown }[];
  /** Replaces the handler of one request; the others answer with their example. */
  script<Name extends RequestName>(name: Name, handler: Handlers[Name]): void;
}

export function scriptedHandlers(): ScriptedHandlers {
  const received: { name: RequestName; input: unknown }[] = [];
  const scripts: Partial<Record<RequestName, unknown>> = {};
  const names = Object.keys(exchanges) as RequestName[];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (input: never, context: never) => {
        received.push({ name, input });
        const scripted = scripts[name] as ((input: never, context: never) => unknown) | undefined;
        return scripted ? scripted(input, context) : Promise.resolve(succeeded(exchanges[name].output));
      },
    ]),
  ) as unknown as Handlers;
  return {
    handlers,
    received,
    script(name, handler) {
      scripts[name] = handler;
    },
  };
}
