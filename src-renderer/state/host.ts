import type { HostClient } from '#shared/ipc/client-port';

let current: HostClient | null = null;

/** The host this page talks to. Set once, at start. */
export function host(): HostClient {
  if (!current) throw new Error('The host is asked before startWorkspace set it.');
  return current;
}

export function setHost(client: HostClient): void {
  current = client;
}
