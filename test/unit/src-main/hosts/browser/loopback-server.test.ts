import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type LoopbackServer, startLoopbackServer } from '#main/hosts/browser/loopback-server';
import { whoHolds } from '#main/hosts/browser/running-daywright';
import { cookieNameFor, openSession, type Session } from '#main/hosts/browser/session';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('loopback server', () => {
  let folder: string;
  let session: Session;
  let server: LoopbackServer;
  let cookie: string;

  const start = async (port = 0): Promise<LoopbackServer> => {
    const log = { info() {}, warn() {}, error() {} };
    const started = await startLoopbackServer({ port, rendererFolder: folder, session, log, onPage() {} });
    onTestFinished(() => started.close());
    return started;
  };
  /** Plain http with every header in our hand; fetch would not send a foreign Host. */
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> =>
    new Promise((settle, fail) => {
      const options = { host: '127.0.0.1', port: server.port, path, method, headers: { Cookie: cookie, ...headers } };
      const asked = httpRequest(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => settle({ status: response.statusCode!, headers: response.headers, body: text }));
      });
      asked.on('error', fail);
      asked.end(body);
    });

  beforeEach(async () => {
    folder = await temporaryFolder();
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root">');
    await writeFile(join(folder, 'assets/index-1a2b.js'), 'export {};');
    session = await openSession(folder);
    server = await start();
    cookie = `${cookieNameFor(server.port)}=${session.cookieValue}`;
  });

  it('listens on 127.0.0.1 alone, not on every address of the machine', async () => {
    const answers = (host: string): Promise<boolean> =>
      new Promise((settle) => {
        const socket = connect({ host, port: server.port });
        socket.on('connect', () => socket.end(() => settle(true))).on('error', () => settle(false));
      });
    expect(await answers('127.0.0.1')).toBe(true);
    expect(await answers('127.0.0.2')).toBe(false);
    expect(await answers('::1')).toBe(false);
  });

  it('turns a token into a cookie, once, and strips it from the address', async () => {
    const token = session.mintToken();
    const first = await ask(`/?token=${token}`, { Cookie: '' });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']).toEqual([`${cookie}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict`]);
    expect((await ask(`/?token=${token}`, { Cookie: '' })).status).toBe(403);
    expect(await ask(`/?token=${token}`)).toMatchObject({ status: 303, headers: { location: '/' } });
  });

  it.each([
    ['no cookie', ''],
    ['a wrong cookie', 'daywright-PORT=nonsense'],
    ['the cookie of another port', 'daywright-1=SECRET'],
  ])('refuses %s', async (_what, given) => {
    const value = given.replace('PORT', String(server.port)).replace('SECRET', session.cookieValue);
    const { status, body } = await ask('/', { Cookie: value });
    expect(status).toBe(403);
    expect(body).toContain('Open the address that Daywright printed');
  });

  it('keeps its secret readable by its owner only, and the cookie over a restart', async () => {
    const path = join(folder, 'browser-session-secret');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const again = await openSession(folder);
    expect(again.cookieValue).toBe(session.cookieValue);
    expect(again.cookieValue).not.toContain((await readFile(path, 'utf8')).trim());
  });

  it('refuses foreign hosts and origins, other methods and bodies', async () => {
    expect((await ask('/', { Host: 'evil.example' })).status).toBe(421);
    expect((await ask('/', { Host: `127.0.0.1.evil.example:${server.port}` })).status).toBe(421);
    expect((await ask('/', { Origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('/', { Origin: 'null' })).status).toBe(403);
    expect((await ask('/', { Origin: `http://127.0.0.1:${server.port}` })).status).toBe(200);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    expect((await ask('/', { 'Content-Length': '3' }, 'GET', 'abc')).status).toBe(413);
  });

  it('sends a page asked for as localhost to its one address, whose store it is', async () => {
    const { status, headers } = await ask('/?a=1', { Host: `localhost:${server.port}` });
    expect([status, headers.location]).toEqual([303, `http://127.0.0.1:${server.port}/?a=1`]);
  });

  it('gives the page a fresh nonce and a strict policy each time', async () => {
    const first = await ask('/');
    const second = await ask('/');
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1];
    expect(nonce).toMatch(/^[\w+/=]{24}$/);
    expect(second.body).not.toContain(nonce);
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
        `font-src 'self'; worker-src 'self'; manifest-src 'self'; connect-src 'self' ws://127.0.0.1:${server.port}; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      server: 'Daywright',
    });
  });

  it('serves built files for good, and the page for places without an ending', async () => {
    const asset = await ask('/assets/index-1a2b.js');
    expect([asset.status, asset.body, asset.headers['cache-control']]).toEqual([
      200,
      'export {};',
      'private, max-age=31536000, immutable',
    ]);
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/calendar')).body).toContain('id="root"');
    expect((await ask('/assets/missing.js')).status).toBe(404);
    expect(await ask('/assets/index-1a2b.js', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    '/../browser-session-secret',
    '/%2e%2e/browser-session-secret',
    '/assets/..%2f..%2fetc/passwd.html',
    '/assets\\..\\x.js',
    '/%00.js',
    '/%zz.js',
    '//evil.example/x.js',
    '/browser-session-secret.',
  ])('never leaves its folder: %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain((await readFile(join(folder, 'browser-session-secret'), 'utf8')).trim());
  });

  it('does not serve files of unknown kinds, such as its own secret', async () => {
    await symlink(join(folder, 'browser-session-secret'), join(folder, 'secret.txt'));
    expect((await ask('/secret.txt')).status).toBe(404);
    expect((await ask('/browser-session-secret')).body).toContain('id="root"');
  });

  it.each([
    ['without the cookie', { Cookie: '' }, 403],
    ['without an origin', { Origin: undefined }, 403],
    ['from a foreign origin', { Origin: 'http://evil.example' }, 403],
    ['on another path', { path: '/elsewhere' }, 404],
  ])('refuses a socket %s', async (_what, changed: Record<string, string | undefined>, status) => {
    const { path = '/host', ...given } = changed;
    const headers = Object.fromEntries(
      Object.entries({ Cookie: cookie, Origin: `http://127.0.0.1:${server.port}`, ...given }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as Record<string, string>;
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
    const message = await new Promise((settle) => socket.on('error', (error) => settle(error.message)));
    expect(message).toBe(`Unexpected server response: ${status}`);
  });

  it('ends a socket that speaks text', async () => {
    const headers = { Cookie: cookie, Origin: `http://127.0.0.1:${server.port}` };
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/host`, { headers });
    socket.on('open', () => socket.send('hello'));
    expect(await new Promise((settle) => socket.on('close', settle))).toBe(1003);
  });

  it('tells a second start who holds the port, and gives it an address that works', async () => {
    await expect(start(server.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const holder = await whoHolds(server.port, session);
    expect(holder.kind).toBe('daywright');
    const url = new URL(holder.kind === 'daywright' ? holder.url : 'about:blank');
    expect((await ask(url.pathname + url.search, { Cookie: '' })).status).toBe(303);

    const stranger = await openSession(await temporaryFolder());
    expect(await whoHolds(server.port, stranger)).toEqual({ kind: 'otherDaywright' });
    expect(await whoHolds(1, session)).toEqual({ kind: 'stranger' });
  });
});
