// From starting the browser door to the first painted week, with 10,000 occurrences stored.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { startBrowserHost } from '../../helpers/browser-host';
import { findBrowser } from '../../helpers/find-browser.mjs';
import type { BenchCase } from '../bench-case';

const OCCURRENCES = 10_000;
/** Monday of the shown week. */
const MONDAY = Date.UTC(2026, 10, 23);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let dataDir = '';
let context: BrowserContext;
let port = 0;

/** Spread over 200 days around the shown week, 50 a day, an hour each on the half hour. */
function workspaceWithOccurrences(): string {
  const events = Array.from({ length: OCCURRENCES }, (_, index) => {
    const start = MONDAY + (Math.floor(index / 50) - 60) * DAY + (6 + ((index % 50) * 17) / 50) * HOUR;
    return {
      id: `e${index}`,
      calendarId: 'work',
      uid: `u${index}`,
      title: `Meeting ${index}`,
      start: new Date(start).toISOString(),
      end: new Date(start + HOUR / 2).toISOString(),
      allDay: false,
      busy: true,
    };
  });
  return JSON.stringify({
    format: 'daywright.workspace',
    version: 1,
    settings: { timeZone: 'Europe/Berlin', workingHours: { '1': [['09:00', '17:00']] } },
    calendars: [{ id: 'work', name: 'Work', blocks: true }],
    events,
  });
}

async function start(): Promise<{ hostMs: number; weekMs: number }> {
  const began = performance.now();
  const host = await startBrowserHost({ dataDir, port });
  const hostMs = performance.now() - began;
  port = host.port;
  const page = await context.newPage();
  await page.goto(host.url);
  await page.goto(`http://127.0.0.1:${port}/?now=2026-11-24T09:42:00Z#/week/2026-11-24`);
  await page.locator('[data-block]').nth(20).waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const weekMs = performance.now() - began;
  await page.close();
  await host.stop();
  return { hostMs, weekMs };
}

export const startCase: BenchCase = {
  name: 'start',
  describe: `starts the browser door and shows a week out of ${OCCURRENCES.toLocaleString('en')} stored occurrences`,
  runs: 7,
  setUp: async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'daywright-bench-'));
    const browser = await findBrowser();
    if (browser.kind === 'none') throw new Error(browser.reason);
    context = await chromium.launchPersistentContext(join(dataDir, 'profile'), {
      executablePath: browser.path,
      headless: true,
      viewport: { width: 1440, height: 900 },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    const host = await startBrowserHost({ dataDir });
    port = host.port;
    const page = await context.newPage();
    await page.goto(host.url);
    await page.goto(`http://127.0.0.1:${port}/?now=2026-11-24T09:42:00Z`);
    // A first start opens Import.
    await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    const workspace = {
      name: 'workspace.json',
      mimeType: 'application/json',
      buffer: Buffer.from(workspaceWithOccurrences()),
    };
    await page.getByLabel('Workspace file').setInputFiles([workspace]);
    await page.getByText('Opened workspace.json').first().waitFor();
    await page.close();
    await host.stop();
  },
  tearDown: async () => {
    await context.close();
    await rm(dataDir, { recursive: true, force: true });
  },
  variants: {
    'to the printed address': async () => ({ milliseconds: (await start()).hostMs }),
    'to the painted week': async () => ({ milliseconds: (await start()).weekMs }),
  },
};
