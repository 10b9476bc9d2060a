import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DesktopSurroundings, startDesktop } from '#main/hosts/desktop/desktop-host';
import { bridgeTransport } from '#renderer/host/bridge-transport';
import { createClient } from '#shared/ipc/client';
import type { HostClient } from '#shared/ipc/client-port';
import type { Day } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';
import { type ElectronDouble, type ElectronDoubleOptions, electronDouble } from '../../../../helpers/electron-double';
import { handClock } from '../../../../helpers/hand-clock';
import { okValue } from '../../../../helpers/ok-value';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

const NO_HABITS = { timeZone: parseZone('UTC')!, gridMinutes: 15, notices: true, open: [], meetings: [], slipping: [] };

describe('desktop', () => {
  let folder: string;
  let warnings: string[];
  let refresh: () => void;

  beforeEach(async () => {
    folder = await temporaryFolder();
    warnings = [];
    refresh = () => {};
    await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
    await writeFile(join(folder, 'a.ics'), 'BEGIN:VCALENDAR');
  });

  function surroundings(changed: Partial<DesktopSurroundings> = {}): DesktopSurroundings {
    return {
      installation: {
        rootFolder: folder,
        rendererFolder: folder,
        resourcesFolder: join(folder, 'resources'),
        preloadPath: join(folder, 'preload.cjs'),
        workerPath: join(folder, 'worker.js'),
        version: '1.2.3',
      },
      argv: ['daywright'],
      workingDirectory: folder,
      platform: 'linux',
      dataFolder: null,
      clock: handClock('2026-11-23T09:00:00Z'),
      log: { info() {}, warn: (message) => void warnings.push(message), error() {} },
      jobs: { threads: 1, run: async () => ({ kind: 'cancelled' }), close: async () => {} },
      newId: () => 'id',
      formatTime: (at) => new Date(at).toISOString().slice(11, 16),
      everyMinute: (again) => {
        const before = refresh;
        refresh = () => {
          before();
          again();
        };
      },
      ...changed,
    };
  }

  async function start(changed: Partial<DesktopSurroundings> = {}, options: ElectronDoubleOptions = {}) {
    const double = electronDouble({ userData: folder, ...options });
    const started = startDesktop(double.electron, surroundings(changed));
    double.app.ready();
    await started;
    return double;
  }

  function openPage(double: ElectronDouble): HostClient {
    return createClient(bridgeTransport(double.windows[0]!.webContents.loadPage()));
  }

  it('declares its scheme before it is ready, and locks the page in', async () => {
    const double = await start();
    expect(double.calls).toEqual(['enableSandbox', 'setAppUserModelId app.daywright']);
    expect(double.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    const window = double.windows[0]!;
    expect(window.url).toBe('app://daywright/');
    expect(window.visible).toBe(true);
    expect(window.options.frame).toBe(false);
    expect(window.options.webPreferences).toEqual({
      preload: join(folder, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    });
    expect(double.applicationMenu()).toBeNull();
  });

  it('keeps the lights and the menu of macOS', async () => {
    const double = await start({ platform: 'darwin' });
    expect(double.windows[0]!.options).toMatchObject({
      titleBarStyle: 'hidden',
      trafficLightPosition: { x: 12, y: 11 },
    });
    expect(double.applicationMenu()).toEqual([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
  });

  it('refuses to leave the page, to open windows and to grant permissions', async () => {
    const { webContents } = (await start()).windows[0]!;
    const left: string[] = [];
    const go = (url: string) => webContents.emit('will-navigate', { url, preventDefault: () => left.push(url) });
    go('https://example.com/');
    go('app://daywright.evil/');
    go('file:///etc/passwd');
    go('app://daywright/');
    expect(left).toEqual(['https://example.com/', 'app://daywright.evil/', 'file:///etc/passwd']);
    expect(webContents.openHandler?.({ url: 'https://example.com/' } as never)).toEqual({ action: 'deny' });

    let embedding = 'goes on';
    webContents.emit('will-attach-webview', {
      preventDefault() {
        embedding = 'refused';
      },
    });
    expect(embedding).toBe('refused');

    const granted: Record<string, boolean> = {};
    const ask = (permission: 'notifications' | 'media', requestingUrl: string): void => {
      const answer = (isGranted: boolean): void => {
        granted[`${permission} ${requestingUrl}`] = isGranted;
      };
      webContents.permissionRequest?.({} as never, permission, answer, { requestingUrl } as never);
    };
    ask('notifications', 'app://daywright/');
    ask('notifications', 'https://example.com/');
    ask('media', 'app://daywright/');
    expect(granted).toEqual({
      'notifications app://daywright/': true,
      'notifications https://example.com/': false,
      'media app://daywright/': false,
    });
    expect(webContents.permissionCheck?.(null, 'notifications', 'app://daywright', {} as never)).toBe(true);
    expect(webContents.permissionCheck?.(null, 'clipboard-sanitized-write', 'app://daywright', {} as never)).toBe(true);
    expect(webContents.permissionCheck?.(null, 'clipboard-read', 'app://daywright', {} as never)).toBe(false);
    expect(webContents.permissionCheck?.(null, 'geolocation', 'app://daywright', {} as never)).toBe(false);
  });

  it('serves the page with a policy, and nothing under other names', async () => {
    const double = await start();
    const page = await double.fetch('app://daywright/');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Security-Policy')).toContain("connect-src 'self';");
    expect(await page.text()).not.toContain('__CSP_NONCE__');
    expect((await double.fetch('app://elsewhere/')).status).toBe(404);
    expect((await double.fetch('app://daywright/', 'POST')).status).toBe(404);
    expect((await double.fetch('app://daywright/..%2fa.ics')).status).toBe(400);
  });

  it('answers its own page, and nobody else', async () => {
    const double = await start();
    const described = okValue(await openPage(double).request('host.describe', {}));
    expect(described).toEqual({ door: 'desktop', version: '1.2.3', platform: 'linux', dataFolder: folder });

    const { webContents } = double.windows[0]!;
    webContents.loadPage('https://example.com/').send(Uint8Array.of(1));
    webContents.loadPage('app://daywright/', { parent: {} }).send(Uint8Array.of(1));
    const settled = new Promise((settle) => setImmediate(settle));
    await settled;
    expect(warnings).toEqual([
      'A message from https://example.com/ was refused',
      'A message from app://daywright/ was refused',
    ]);
  });

  it('closes to the tray, comes back, and ends on quit', async () => {
    const double = await start();
    const window = double.windows[0]!;
    window.close();
    expect([window.visible, window.destroyed]).toEqual([false, false]);
    const click = (label: string) =>
      double.trays[0]!.menu.find((item) => item.label === label)!.click!({} as never, undefined, {} as never);
    click('Open Daywright');
    expect(window.visible).toBe(true);
    click('Quit Daywright');
    expect(window.destroyed).toBe(true);
  });

  it('controls its window for the page', async () => {
    const double = await start();
    const client = openPage(double);
    const window = double.windows[0]!;
    await client.request('window.control', { action: 'toggleMaximize' });
    expect(window.maximized).toBe(true);
    await client.request('window.control', { action: 'toggleMaximize' });
    await client.request('window.control', { action: 'minimize' });
    await client.request('window.control', { action: 'close' });
    expect([window.maximized, window.minimized, window.visible]).toEqual([false, true, false]);
  });

  it('shows the day in the tray and sends quick actions to the page', async () => {
    const double = await start();
    const client = openPage(double);
    const actions: unknown[] = [];
    client.on('tray.action', (action) => actions.push(action));
    const entry = {
      kind: 'habit',
      id: 'h1',
      title: 'Run',
      start: '2026-11-23T18:00:00Z',
      end: '2026-11-23T18:45:00Z',
      day: '2026-11-23',
    } as const;
    await client.request('agenda.push', { entries: [{ ...entry, done: false }], state: 'slipping', habits: NO_HABITS });
    const tray = double.trays[0]!;
    expect(tray.image).toBe(join(folder, 'resources', 'tray-slipping.png'));
    expect(tray.toolTip).toBe('Daywright: 1 to do, next 18:00 Run');
    expect(tray.menu[0]).toMatchObject({ label: '18:00  Run', type: 'checkbox', checked: false });
    tray.menu[0]!.click!({} as never, undefined, {} as never);
    tray.menu.find(({ label }) => label === 'Plan now')!.click!({} as never, undefined, {} as never);
    await client.request('host.describe', {});
    expect(actions).toEqual([
      { kind: 'complete', entryKind: 'habit', id: 'h1', day: '2026-11-23', done: true },
      { kind: 'plan' },
    ]);
    refresh();
    expect(tray.menu[0]).toMatchObject({ label: '18:00  Run' });
  });

  const open = {
    habitId: 'h1',
    day: '2026-11-23' as Day,
    title: 'Run',
    minutes: 45,
    minMinutes: null,
    notify: 'all' as const,
    place: { start: 29_923_750, end: 29_923_795 },
    free: [{ start: 29_923_200, end: 29_924_040 }],
    windowEnd: 29_924_040,
  };

  it('keeps time for the habits with its window hidden, speaks once a state, and takes the answer', async () => {
    // 29,923,750 is 9:10 on 23 November 2026 in UTC; the window of the habit ends at 14:00.
    const clock = handClock('2026-11-23T09:00:00Z');
    const double = await start({ clock });
    const client = openPage(double);
    const actions: unknown[] = [];
    client.on('tray.action', (action) => actions.push(action));
    await client.request('agenda.push', { entries: [], state: 'calm', habits: { ...NO_HABITS, open: [open] } });
    double.windows[0]!.close();
    expect(double.windows[0]!.visible).toBe(false);
    clock.set('2026-11-23T09:05:00Z');
    refresh();
    refresh();
    await expect.poll(() => double.notifications.map((one) => one.options.title)).toEqual(['Run at 9:10']);
    expect(double.notifications[0]!.options.actions?.map((one) => one.text)).toEqual(['Done', 'Move', 'Skip']);
    // The lid is shut until 13:05: the last call is at 13:00.
    clock.set('2026-11-23T13:05:00Z');
    double.powerMonitor.emit('resume');
    await expect
      .poll(() => double.notifications.map((one) => one.options.title))
      .toEqual(['Run at 9:10', 'A habit is open today']);
    double.notifications[1]!.emit('action', { actionIndex: 2 });
    await client.request('host.describe', {});
    expect(actions).toEqual([{ kind: 'habits', action: 'skip', of: [{ habitId: 'h1', day: '2026-11-23' }] }]);
    clock.set('2026-11-23T13:40:00Z');
    refresh();
    await client.request('host.describe', {});
    expect(double.notifications).toHaveLength(2);
    double.notifications[0]!.emit('click');
    expect(double.windows[0]!.visible).toBe(true);
  });

  it('keeps time for two weeks with the window hidden: each state once a day, one digest after each night shut', {
    timeout: 60_000,
  }, async () => {
    const clock = handClock('2026-11-23T07:00:00Z');
    const double = await start({ clock });
    const client = openPage(double);
    double.windows[0]!.close();
    const said: string[] = [];
    let heard = 0;
    for (let day = 0; day < 14; day += 1) {
      const date = `2026-${day < 8 ? 11 : 12}-${String(day < 8 ? 23 + day : day - 7).padStart(2, '0')}`;
      const shifted = (span: { start: number; end: number }) => ({
        start: span.start + 1440 * day,
        end: span.end + 1440 * day,
      });
      const today = {
        ...open,
        day: date as Day,
        place: shifted(open.place),
        free: open.free.map(shifted),
        windowEnd: open.windowEnd + 1440 * day,
      };
      // On the fourth day it is done at ten, on the sixth the lid stays shut until 13:10.
      for (let minute = 7 * 60; minute < 16 * 60; minute += 10) {
        if (day === 5 && minute < 13 * 60 + 10) continue;
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        clock.set(`${date}T${time}:00Z`);
        const done = day === 3 && minute >= 600;
        await client.request('agenda.push', {
          entries: [],
          state: 'calm',
          habits: { ...NO_HABITS, open: done ? [] : [today] },
        });
        for (const notification of double.notifications.slice(heard))
          said.push(`${date.slice(5)} ${time} ${notification.options.title}`);
        heard = double.notifications.length;
      }
    }
    const usual = (date: string) => [`${date} 09:10 Run at 9:10`, `${date} 13:00 Run: last call`];
    expect(said).toEqual([
      ...usual('11-23'),
      ...usual('11-24'),
      ...usual('11-25'),
      '11-26 09:10 Run at 9:10',
      ...usual('11-27'),
      '11-28 13:10 A habit is open today',
      ...['11-29', '11-30', '12-01', '12-02', '12-03', '12-04', '12-05', '12-06'].flatMap(usual),
    ]);
  });

  it('shows on its icon how the day stands while the window is closed, and takes a tick from its menu', async () => {
    const clock = handClock('2026-11-23T09:00:00Z');
    const double = await start({ clock });
    const client = openPage(double);
    const actions: unknown[] = [];
    client.on('tray.action', (action) => actions.push(action));
    // 45 minutes, free from 9:00 to 13:00 and without a place: the last start is at 12:15.
    const loose = { ...open, place: null, free: [{ start: 29_923_740, end: 29_923_980 }] };
    await client.request('agenda.push', { entries: [], state: 'calm', habits: { ...NO_HABITS, open: [loose] } });
    double.windows[0]!.close();
    const tray = double.trays[0]!;
    const icon = () => tray.image.replace(/^.*tray-|\.png$/g, '');
    const day = { '09:30': 'calm', '11:45': 'tight', '12:05': 'tight', '12:16': 'slipping' };
    for (const [time, state] of Object.entries(day)) {
      clock.set(`2026-11-23T${time}:00Z`);
      refresh();
      await expect.poll(icon).toBe(state);
    }
    expect(tray.menu[0]).toMatchObject({ label: 'Run, open until 14:00', type: 'checkbox', checked: false });
    tray.menu[0]!.click!({} as never, undefined, {} as never);
    await client.request('host.describe', {});
    expect(actions).toEqual([{ kind: 'complete', entryKind: 'habit', id: 'h1', day: '2026-11-23', done: true }]);
    expect(double.windows[0]!.visible).toBe(false);
    // The page agrees: nothing is open any more.
    await client.request('agenda.push', { entries: [], state: 'calm', habits: NO_HABITS });
    expect(tray.image).toBe(join(folder, 'resources', 'tray-calm.png'));
  });

  it('gives one notice for several habits with buttons for all of them, and opens the window at the first', async () => {
    const clock = handClock('2026-11-23T12:00:00Z');
    const double = await start({ clock });
    const client = openPage(double);
    const actions: unknown[] = [];
    client.on('tray.action', (action) => actions.push(action));
    const loose = { ...open, place: null };
    const both = [loose, { ...loose, habitId: 'h2', title: 'Read', minMinutes: 15 }];
    await client.request('agenda.push', { entries: [], state: 'calm', habits: { ...NO_HABITS, open: both } });
    double.windows[0]!.close();
    clock.set('2026-11-23T12:15:00Z');
    refresh();
    clock.set('2026-11-23T12:30:00Z');
    refresh();
    clock.set('2026-11-23T12:45:00Z');
    refresh();
    clock.set('2026-11-23T13:00:00Z');
    refresh();
    await expect.poll(() => double.notifications.length).toBe(1);
    const [notice] = double.notifications;
    expect(notice!.options).toMatchObject({
      title: '2 habits are open today',
      body: 'Run, begin by 13:15; Read, begin by 13:15 (15 min count too).',
    });
    expect(notice!.options.actions?.map((one) => one.text)).toEqual(['All done', 'Move all', 'Skip all']);
    const of = [
      { habitId: 'h1', day: '2026-11-23' },
      { habitId: 'h2', day: '2026-11-23' },
    ];
    notice!.emit('click');
    notice!.emit('action', { actionIndex: 1 });
    await client.request('host.describe', {});
    expect(double.windows[0]!.visible).toBe(true);
    expect(actions).toEqual([
      { kind: 'open', section: 'today', habit: of[0] },
      { kind: 'habits', action: 'move', of },
    ]);
  });

  it('puts a notice on the tray and the badge when the system fails to show it, also after an unlock', async () => {
    const clock = handClock('2026-11-23T09:00:00Z');
    const double = await start({ clock });
    const client = openPage(double);
    await client.request('agenda.push', { entries: [], state: 'calm', habits: { ...NO_HABITS, open: [open] } });
    clock.set('2026-11-23T09:05:00Z');
    double.powerMonitor.emit('unlock-screen');
    await expect.poll(() => double.notifications.length).toBe(1);
    double.notifications[0]!.emit('failed', {}, 'denied');
    expect(double.trays[0]!.menu[0]).toMatchObject({ label: 'Run at 9:10' });
    expect(double.calls.at(-1)).toBe('setBadgeCount 1');
  });

  it('puts notices on the tray and the badge where the system shows none, until somebody looks', async () => {
    const double = await start({ clock: handClock('2026-11-23T09:05:00Z') }, { notificationsSupported: false });
    const client = openPage(double);
    await client.request('agenda.push', { entries: [], state: 'calm', habits: { ...NO_HABITS, open: [open] } });
    const tray = double.trays[0]!;
    expect(double.notifications).toEqual([]);
    expect(tray.menu[0]).toMatchObject({ label: 'Run at 9:10' });
    expect(tray.toolTip).toBe('Daywright: 1 notice, nothing to do');
    expect(double.calls.at(-1)).toBe('setBadgeCount 1');
    tray.emit('click');
    expect(double.calls.at(-1)).toBe('setBadgeCount 0');
    expect(tray.menu[0]).toMatchObject({ label: 'Nothing more today' });
  });

  it('gives the page the files it was opened with, those of a second start, and those of "open with"', async () => {
    const double = await start({ argv: ['daywright', 'a.ics', 'missing.ics'] });
    const client = openPage(double);
    const opened: string[] = [];
    let arrived = (): void => {};
    client.on('files.opened', ({ files }) => {
      opened.push(...files.map(({ name }) => name));
      arrived();
    });
    const next = (): Promise<void> =>
      new Promise((settle) => {
        arrived = settle;
      });
    await client.request('host.describe', {});
    expect(opened).toEqual(['a.ics']);
    expect(warnings).toEqual([`${join(folder, 'missing.ics')} does not exist: expected a file`]);

    const second = next();
    double.app.emit('second-instance', {}, ['daywright', 'a.ics'], folder);
    await second;
    const third = next();
    double.app.emit('open-file', { preventDefault() {} }, join(folder, 'a.ics'));
    await third;
    expect(opened).toEqual(['a.ics', 'a.ics', 'a.ics']);
  });

  it('leaves to the first instance', async () => {
    const double = await start({}, { isFirstInstance: false });
    expect(double.calls).toEqual(['quit']);
    expect(double.windows).toEqual([]);
  });

  it('keeps its data where it is told to', async () => {
    const other = await temporaryFolder();
    const double = await start({ dataFolder: other });
    expect(double.calls[0]).toBe('setPath userData');
    expect(okValue(await openPage(double).request('host.describe', {})).dataFolder).toBe(other);
  });
});
