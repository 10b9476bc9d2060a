// From the click on Plan to the frame that shows the stored plan, in a real browser against a real host.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type StartedBrowserHost, startBrowserHost } from '../../helpers/browser-host';
import { BUSY_WEEK_EVENTS, BUSY_WEEK_TASKS, busyWeekDocument } from '../../helpers/busy-week';
import { findBrowser } from '../../helpers/find-browser.mjs';
import type { BenchCase } from '../bench-case';

interface Run {
  readonly totalMilliseconds: number;
  readonly clickToDrawnMilliseconds: number | null;
  readonly storage?: { readonly milliseconds: number; readonly rowsWritten: number };
}

let dataDir = '';
let host: StartedBrowserHost;
let browser: Browser;
let page: Page;
let last: Run;

/** The one stored run, once it is wholly measured. Asked for only when the plan is on the screen: reading would slow the storing. */
async function measuredRun(): Promise<Run> {
  await page
    .getByText(/^Planned \d+ tasks/)
    .first()
    .waitFor();
  return page.evaluate(async () => {
    const read = () =>
      new Promise<Run[]>((resolve, reject) => {
        const open = indexedDB.open('daywright');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const reading = open.result.transaction('runs').objectStore('runs').getAll();
          reading.onsuccess = () => {
            open.result.close();
            resolve(reading.result as Run[]);
          };
        };
      });
    for (;;) {
      const run = (await read()).find((one) => one.clickToDrawnMilliseconds !== null);
      if (run) return run;
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
  });
}

/** From an empty plan: all tasks get their places. Then undone, for the next round. */
async function planOnce(): Promise<Run> {
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  const run = await measuredRun();
  await page.getByRole('main').locator('header').getByRole('button', { name: 'Undo' }).click();
  await page
    .getByText(/^Planned \d+ tasks/)
    .first()
    .waitFor({ state: 'detached' });
  last = run;
  return run;
}

export const clickCase: BenchCase = {
  name: 'click',
  describe: `plans ${BUSY_WEEK_TASKS} tasks around ${BUSY_WEEK_EVENTS} events on the week, from the click to the frame that shows the stored plan`,
  bar: 'click to stored and drawn <= 60 ms',
  runs: 15,
  setUp: async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'daywright-bench-'));
    const found = await findBrowser();
    if (found.kind === 'none') throw new Error(found.reason);
    host = await startBrowserHost({ dataDir });
    browser = await chromium.launch({
      executablePath: found.path,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Berlin' });
    page = await context.newPage();
    await page.goto(host.url);
    await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-23T06:00:00Z`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page
      .getByLabel('Workspace file')
      .setInputFiles([{ name: 'week.json', mimeType: 'application/json', buffer: Buffer.from(busyWeekDocument()) }]);
    await page.getByText('Opened week.json').first().waitFor();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Week' }).click();
    await page.locator('[data-block]').nth(10).waitFor();
    // The first plans of a host and a page compile their code.
    for (let warm = 0; warm < 5; warm += 1) await planOnce();
  },
  tearDown: async () => {
    await browser.close();
    await host.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  variants: {
    'click to drawn': async () => ({ milliseconds: (await planOnce()).clickToDrawnMilliseconds ?? 0 }),
    'host: plan and verify': async () => ({ milliseconds: (await planOnce()).totalMilliseconds }),
    'page: the one transaction': async () => ({ milliseconds: (await planOnce()).storage?.milliseconds ?? 0 }),
  },
  note: () => `the last run wrote ${last.storage?.rowsWritten ?? 0} rows in one transaction`,
};
