import { s } from '#shared/base/schema';
import { createClient } from '#shared/ipc/client';
import type { HostClient } from '#shared/ipc/client-port';
import { BRIDGE_NAME, type DesktopBridge } from '#shared/ipc/desktop-bridge';
import { bridgeTransport } from './bridge-transport';
import { socketTransport } from './socket-transport';

// The schema library would else try to compile its parsers, which the page's content policy forbids and reports.
s.config({ jitless: true });

/** The host behind this page: the desktop's bridge where there is one, else the socket of the server the page came from. */
export function createHost(): HostClient {
  const bridge = (window as { [BRIDGE_NAME]?: DesktopBridge })[BRIDGE_NAME];
  const transport = bridge ? bridgeTransport(bridge) : socketTransport(`ws://${window.location.host}/host`);
  return createClient(transport, (message) => console.warn(message));
}
