// The Import screen on a large calendar, in a real browser: how long the page holds still while it reads, compares and stores.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type StartedBrowserHost, startBrowserHost } from '../../helpers/browser-host';
import { findBrowser } from '../../helpers/find-browser.mjs';
import type { BenchCase } from '../bench-case';
import { generateCalendar } from '../generate-calendar';

const EVENTS = Number(process.env.DAYWRIGHT_BENCH_EVENTS ?? 10_000);

let folder = '';
let browser: Browser;
const notes: string[] = [];

interface Stalls {
  /** Longest task of the page, in milliseconds. */
  readonly longest: number;
  readonly over50: number;
}

/** Notes every task of the page that lasts: meanwhile nothing can be drawn or answered. */
function watchStalls(): void {
  const probe = { longest: 0, over50: 0 };
  Object.assign(globalThis, { stallProbe: probe });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      probe.longest = Math.max(probe.longest, duration);
      probe.over50 += 1;
    }
  }).observe({ type: 'longtask' });
  // What is stored is shown at once; drawing a week of a thousand events is not the import's.
  addEventListener('hashchange', () => Object.assign(globalThis, { stallsBefore: { ...probe } }), { once: true });
}

async function takeStalls(page: Page): Promise<Stalls> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { stallProbe, stallsBefore } = globalThis as unknown as Record<string, { longest: number; over50: number }>;
    const taken = { ...(stallsBefore ?? stallProbe!) };
    Object.assign(stallProbe!, { longest: 0, over50: 0 });
    return taken;
  });
}

/** Resident memory of a process and its largest so far, in megabytes, as Linux tells it; 0 elsewhere. */
async function peakMegabytes(host: StartedBrowserHost): Promise<number> {
  for (const pid of await readdir('/proc').catch(() => [])) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes(host.dataDir) || !command.includes('main.browser')) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }
  return 0;
}

async function importOnce(): Promise<{ milliseconds: number }> {
  const host = await startBrowserHost();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchStalls);
  await page.goto(host.url);
  await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-24T09:42:00Z#/import`);
  await page.getByLabel('Calendar files').waitFor({ state: 'attached' });
  await takeStalls(page);
  const began = performance.now();
  await page.getByLabel('Calendar files').setInputFiles([join(folder, 'large.ics')]);
  const confirm = page.getByRole('button', { name: /^Import [\d,]+ changes/ });
  await confirm.and(page.locator(':enabled')).waitFor({ timeout: 300_000 });
  const read = performance.now() - began;
  const reading = await takeStalls(page);
  await page.getByRole('checkbox', { name: 'Plan again after import' }).uncheck();
  await takeStalls(page);
  await confirm.click();
  await page
    .getByText(/^Imported .*changes$/)
    .first()
    .waitFor({ timeout: 300_000 });
  const milliseconds = performance.now() - began;
  const storing = await takeStalls(page);
  await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-24T09:42:00Z#/import`);
  await takeStalls(page);
  await page.getByLabel('Calendar files').setInputFiles([join(folder, 'large.ics')]);
  await page.getByText('Nothing changes').waitFor({ timeout: 300_000 });
  const again = await takeStalls(page);
  const memory = await peakMegabytes(host);
  notes.splice(
    0,
    notes.length,
    `read in ${Math.round(read)} ms; longest task: reading ${stalls(reading)}, storing ${stalls(storing)}, reading again ${stalls(again)}; peak of the host ${memory} MB`,
  );
  await context.close();
  await host.stop();
  return { milliseconds };
}

function stalls({ longest, over50 }: Stalls): string {
  return over50 === 0 ? 'under 50 ms' : `${Math.round(longest)} ms (${over50} over 50 ms)`;
}

/** The largest calendar: read until the preview is ready, and cancelled half way. */
const LARGE_EVENTS = 100_000;
let largeNote = '';

async function readLarge(): Promise<{ milliseconds: number }> {
  const host = await startBrowserHost();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchStalls);
  await page.goto(host.url);
  await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-24T09:42:00Z#/import`);
  const input = page.getByLabel('Calendar files');
  await input.waitFor({ state: 'attached' });
  await takeStalls(page);
  const heapBefore = await heapMegabytes(page);

  await input.setInputFiles([join(folder, 'large.ics')]);
  await page.getByText('Reading large.ics').first().waitFor({ timeout: 60_000 });
  const cancelled = performance.now();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Reading large.ics').first().waitFor({ state: 'detached' });
  const cancelMilliseconds = performance.now() - cancelled;
  await takeStalls(page);

  const hostStall = watchHost(`http://127.0.0.1:${host.port}/`);
  const began = performance.now();
  await input.setInputFiles([join(folder, 'large.ics')]);
  await page
    .getByRole('button', { name: /^Import [\d,]+ changes/ })
    .and(page.locator(':enabled'))
    .waitFor({ timeout: 600_000 });
  const milliseconds = performance.now() - began;
  const reading = await takeStalls(page);
  const slowest = await hostStall.end();
  const heap = await heapMegabytes(page);
  const memory = await peakMegabytes(host);
  largeNote = [
    `page longest task ${stalls(reading)}, its heap ${heapBefore} to ${heap} MB`,
    `host slowest answer ${Math.round(slowest)} ms, peak ${memory} MB`,
    `cancelled in ${Math.round(cancelMilliseconds)} ms`,
  ].join('; ');
  await context.close();
  await host.stop();
  return { milliseconds };
}

function heapMegabytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
    return Math.round((memory?.usedJSHeapSize ?? 0) / 1_048_576);
  });
}

/** Asks the host for its page again and again: while its only thread is busy it does not answer. */
function watchHost(url: string): { end(): Promise<number> } {
  let going = true;
  let slowest = 0;
  const asking = (async () => {
    while (going) {
      const asked = performance.now();
      await fetch(url).then(
        (answer) => answer.arrayBuffer(),
        () => null,
      );
      slowest = Math.max(slowest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    async end() {
      going = false;
      await asking;
      return slowest;
    },
  };
}

async function prepare(events: number): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'daywright-bench-'));
  await writeFile(join(folder, 'large.ics'), generateCalendar({ events, seed: 3, style: 'google' }));
  const found = await findBrowser();
  if (found.kind === 'none') throw new Error(found.reason);
  browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}

async function cleanUp(): Promise<void> {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

export const largeImportCase: BenchCase = {
  name: 'import-large',
  describe: `reads a calendar of ${LARGE_EVENTS.toLocaleString('en')} events in the browser up to its preview, and cancels one`,
  bar: 'host within 1,024 MB; no task over 50 ms',
  runs: 1,
  setUp: () => prepare(LARGE_EVENTS),
  tearDown: cleanUp,
  variants: { 'picked to preview': readLarge },
  note: () => largeNote,
};

export const importCase: BenchCase = {
  name: 'import',
  describe: `reads, compares and stores a calendar of ${EVENTS.toLocaleString('en')} events in the browser`,
  bar: 'no task over 50 ms; host within 1,024 MB',
  runs: 2,
  setUp: () => prepare(EVENTS),
  tearDown: cleanUp,
  variants: { 'picked to stored': importOnce },
  note: () => notes.join('; '),
};
