import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket as NodeSocket } from 'ws';
import { startLoopbackServer } from '#main/hosts/browser/loopback-server';
import { cookieNameFor, openSession } from '#main/hosts/browser/session';
import { socketTransport } from '#renderer/host/socket-transport';
import { type ServedPage, servePage } from '#shared/ipc/server';
import { describeTransport } from './transport-suite';

describeTransport('loopback socket', {
  noticesLoss: true,
  async connect(handlers, trouble) {
    const folder = await mkdtemp(join(tmpdir(), 'daywright-contract-'));
    const session = await openSession(folder);
    let arrive = (_page: ServedPage): void => {};
    const page = new Promise<ServedPage>((settle) => {
      arrive = settle;
    });
    const server = await startLoopbackServer({
      port: 0,
      rendererFolder: folder,
      session,
      log: { info() {}, warn: (message) => void trouble.push(message), error: (message) => void trouble.push(message) },
      onPage: (transport) => arrive(servePage(transport, handlers, (message) => trouble.push(message))),
    });
    const own = `127.0.0.1:${server.port}`;
    const transport = socketTransport(`ws://${own}/host`, {
      // Node 20 has no WebSocket of its own; this one gives the page's cookie and origin as a browser would.
      open: (url) =>
        new NodeSocket(url, {
          headers: { Cookie: `${cookieNameFor(server.port)}=${session.cookieValue}`, Origin: `http://${own}` },
        }) as unknown as WebSocket,
      // It does not come back; between two slices of a frame it waits as in a page.
      after: (milliseconds, then) => {
        if (milliseconds === 0) setTimeout(then, 0);
      },
    });
    const dispose = async (): Promise<void> => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { transport, page: () => page, disconnect: () => server.close(), dispose };
  },
});
