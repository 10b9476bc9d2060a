import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { FrameTransport } from '#shared/ipc/channel';
import type { Log } from '../../ports/log';
import { pageFiles, plainText } from '../page/page-files';
import { type Admission, admit } from './gate';
import { type Session, setCookieHeader } from './session';
import { socketTransport } from './socket-transport';

export interface LoopbackOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly rendererFolder: string;
  readonly session: Session;
  readonly log: Log;
  /** Called for each page that connects. */
  readonly onPage: (transport: FrameTransport) => void;
}

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

/** The path a page's socket connects to. */
export const SOCKET_PATH = '/host';
/** Answers a signed-in caller with a new one-time token: a second start of Daywright asks the first for it. */
export const TOKEN_PATH = '/token';
/** Tells a second start that the port is held by a Daywright. */
export const SERVER_NAME = 'Daywright';

/** The largest frame: a file of 200 MB and its header. */
const LARGEST_FRAME_BYTES = 256 * 1024 * 1024;

/** Serves the page and its sockets on 127.0.0.1. Rejects with the system's error when the port cannot be had. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { session, log } = options;
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME_BYTES, perMessageDeflate: false });
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(options.port, '127.0.0.1', () => settle());
  });
  const { port } = server.address() as AddressInfo;
  const files = pageFiles(options.rendererFolder, [`ws://127.0.0.1:${port}`]);

  server.on('request', (request, response) => {
    void answer(request, response).catch((error: unknown) => {
      log.error(`${request.method} ${pathOf(request)} failed`, error);
      send(response, plainText(500, 'Daywright could not answer.'), request);
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    // A caller that resets now would otherwise end the process.
    socket.on('error', () => {});
    const admission = admissionOf(request, true);
    if (admission.kind !== 'admitted' || pathOf(request) !== SOCKET_PATH) {
      const status = admission.kind === 'refused' ? admission.status : 404;
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => options.onPage(socketTransport(opened)));
  });

  function admissionOf(request: IncomingMessage, isUpgrade: boolean): Admission {
    const { method = '', headers } = request;
    return admit({ method, headers, url: urlOf(request), isUpgrade }, port, session);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admission = admissionOf(request, false);
    const path = pathOf(request);
    switch (admission.kind) {
      case 'refused':
        return send(response, plainText(admission.status, admission.reason), request);
      case 'moved':
        return redirect(response, `http://127.0.0.1:${port}${request.url}`);
      case 'signIn':
        response.setHeader('Set-Cookie', setCookieHeader(port, session.cookieValue));
        return redirect(response, '/');
      case 'admitted':
        // A signed-in page that comes with a token again still loses it from its address.
        if (urlOf(request).searchParams.has('token')) return redirect(response, '/');
        if (path === TOKEN_PATH) return send(response, plainText(200, session.mintToken()), request);
        return send(response, await files.respond(path), request);
    }
  }

  return {
    port,
    async close() {
      for (const socket of sockets.clients) socket.close(1001, 'Daywright ends');
      sockets.close();
      await new Promise<void>((settle) => {
        server.close(() => settle());
        server.closeIdleConnections();
        // Pages that do not answer the closing handshake must not keep the process.
        setTimeout(() => {
          for (const socket of sockets.clients) socket.terminate();
          server.closeAllConnections();
        }, 300).unref();
      });
    },
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

function send(response: ServerResponse, reply: Reply, request: IncomingMessage): void {
  response.writeHead(reply.status, { ...reply.headers, Server: SERVER_NAME, 'Content-Length': reply.body.length });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, {
    Location: location,
    Server: SERVER_NAME,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Content-Length': 0,
  });
  response.end();
}

function urlOf(request: IncomingMessage): URL {
  // The base only completes the path; Host is checked by the gate.
  return new URL(`http://127.0.0.1${(request.url ?? '/').replace(/^\/*/, '/')}`);
}

/** As sent, still percent-encoded and with its dots: the file module judges traversal, not the URL parser. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split(/[?#]/, 1)[0]!;
}
