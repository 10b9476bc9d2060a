import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { type BrowserHostStart, startBrowserHost } from '#main/hosts/browser/browser-host';
import { noAgendaBoard } from '#main/ports/agenda-board';
import { socketTransport } from '#renderer/host/socket-transport';
import { createClient } from '#shared/ipc/client';
import type { HostClient } from '#shared/ipc/client-port';
import { handClock } from '../../../../helpers/hand-clock';
import { okValue } from '../../../../helpers/ok-value';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

type Running = Extract<BrowserHostStart, { kind: 'running' }>;

describe('browser host', () => {
  let folder: string;
  let printed: string[];

  beforeEach(async () => {
    folder = await temporaryFolder();
    printed = [];
    await writeFile(join(folder, 'index.html'), '<div id="root">');
    await writeFile(join(folder, 'a.ics'), 'BEGIN:VCALENDAR');
  });

  async function start(port: number, files: readonly string[] = [], dataFolder = folder): Promise<BrowserHostStart> {
    const log = { info() {}, warn() {}, error() {} };
    const started = await startBrowserHost({
      options: { open: false, port, dataFolder, files, help: false },
      rendererFolder: folder,
      log,
      print: (line) => void printed.push(line),
      services: {
        door: 'browser',
        version: '1.2.3',
        platform: 'linux',
        dataFolder,
        resourcesFolder: folder,
        clock: handClock('2026-11-23T07:00:00Z'),
        log,
        jobs: { threads: 1, run: async () => ({ kind: 'cancelled' }), close: async () => {} },
        newId: () => 'id',
        agendaBoard: noAgendaBoard,
        wakeUps: { everyMinute() {}, onResume() {} },
        windowControls: null,
      },
    });
    if (started.kind === 'running') onTestFinished(() => started.stop());
    return started;
  }

  it('says in one line when the data folder cannot be used', async () => {
    const path = join(folder, 'a.ics');
    expect(await start(0, [], path)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^The data folder .*a\.ics cannot be used: ENOTDIR[^\n]*$/),
    });
    expect(printed).toEqual([]);
  });

  /** Signs in with the printed address and connects, as a page does. */
  async function openPage({ url, port }: Running): Promise<HostClient> {
    const signedIn = await fetch(url, { redirect: 'manual' });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const headers = { Cookie: cookie, Origin: `http://127.0.0.1:${port}` };
    const transport = socketTransport(`ws://127.0.0.1:${port}/host`, {
      open: (address) => new NodeSocket(address, { headers }) as unknown as WebSocket,
      after() {},
    });
    return createClient(transport);
  }

  it('prints one line with an address that works, and answers its page', async () => {
    const host = (await start(0)) as Running;
    expect(printed).toEqual([
      `Daywright is at http://127.0.0.1:${host.port}/?token=${new URL(host.url).searchParams.get('token')}`,
    ]);
    const client = await openPage(host);
    const described = { door: 'browser', version: '1.2.3', platform: 'linux', dataFolder: folder };
    expect(okValue(await client.request('host.describe', {}))).toEqual(described);
    expect(await client.request('window.control', { action: 'close' })).toMatchObject({ error: { code: 'refused' } });
  });

  it('gives the first page the files it was started with', async () => {
    const host = (await start(0, [join(folder, 'a.ics')])) as Running;
    const first = await openPage(host);
    const opened = await new Promise<readonly { name: string }[]>((settle) => {
      first.on('files.opened', ({ files }) => settle(files));
    });
    expect(opened.map(({ name }) => name)).toEqual(['a.ics']);
  });

  it('refuses files that cannot be opened, and ports that others hold', async () => {
    await mkdir(join(folder, 'sub'));
    expect(await start(0, [join(folder, 'sub')])).toEqual({
      kind: 'refused',
      reason: `${join(folder, 'sub')} is a folder: expected a file`,
    });
    const host = (await start(0)) as Running;
    expect(await start(host.port, [], join(folder, 'sub'))).toEqual({
      kind: 'refused',
      reason: `Port ${host.port} is taken by a Daywright with other data; choose another with --port N`,
    });
    expect(printed).toHaveLength(1);
  });

  it('gives a second start with the same data a new address of the first', async () => {
    const host = (await start(0)) as Running;
    const second = await start(host.port);
    expect(second.kind).toBe('elsewhere');
    expect(printed).toHaveLength(2);
    expect(printed[1]).toMatch(new RegExp(`^Daywright is at http://127\\.0\\.0\\.1:${host.port}/\\?token=[\\w-]{32}$`));
    expect(printed[1]).not.toBe(printed[0]);
  });
});
