// The Import screen on a large calendar, in a real browser and as it is shipped: how long the page holds still while it reads, shows,
// stores, draws the week and takes it all back, and what the host needs meanwhile.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type StartedBrowserHost, startBrowserHost } from '../../helpers/browser-host';
import { findBrowser } from '../../helpers/find-browser.mjs';
import type { BenchCase } from '../bench-case';
import { generateCalendar } from '../generate-calendar';
import { beginPhase, frames, type PagePhase, recordTasks, settled, watchFrames } from '../page-tasks';

/** Generous: a hundred thousand events on a busy machine. */
const PATIENCE = { timeout: 600_000 };

let folder = '';
let browser: Browser;
let note = '';

async function importOnce(stacks: boolean): Promise<{ milliseconds: number }> {
  const host = await startBrowserHost();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // A page that does nothing, in the same run: what it shows is the machine's.
  const idle = await context.newPage();
  await idle.addInitScript(watchFrames);
  await idle.goto(`http://127.0.0.1:${host.port}/no-such-page`);
  const recording = await recordTasks(browser, { stacks });
  await beginPhase(idle, 'a page that does nothing');
  await frames(idle, 240);
  await beginPhase(idle, 'end');

  const page = await context.newPage();
  await page.addInitScript(watchFrames);
  await page.goto(host.url);
  await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-24T09:42:00Z#/import`);
  await page.getByLabel('Calendar files').waitFor({ state: 'attached' });
  await settled(page);
  const heapBefore = await heapMegabytes(page);
  const cancelled = await cancelOne(page);
  const hostStall = watchHost(`http://127.0.0.1:${host.port}/`);
  await beginPhase(page, 'reading');
  const began = performance.now();
  await page.getByLabel('Calendar files').setInputFiles([join(folder, 'large.ics')]);
  await waitFor(page, 'footer button:enabled', /^Import [\d,]+ changes/);
  await settled(page);
  await beginPhase(page, 'looking');
  await lookThrough(page);
  const heapRead = await heapMegabytes(page);
  await page.getByRole('checkbox', { name: 'Plan again after import' }).uncheck();
  await settled(page);
  // The week opens with the notice; its phase begins in the page, at the very moment.
  await page.evaluate(() => {
    const push = history.pushState.bind(history);
    history.pushState = (...place) => {
      (globalThis as unknown as { beginPhase(name: string): void }).beginPhase('opening the week');
      push(...place);
    };
  });
  await beginPhase(page, 'storing');
  await click(page, 'footer button', /^Import [\d,]+ changes/);
  await waitFor(page, 'article', /Imported [\d,]+ changes/);
  // A notice that holds the focus stays.
  await page.evaluate(() => document.querySelector<HTMLElement>('article button')?.focus());
  await settled(page);
  const milliseconds = performance.now() - began;
  await beginPhase(page, 'undoing');
  await click(page, 'article button', /^Undo$/);
  await waitFor(page, 'article', /: undone/);
  await settled(page);
  await beginPhase(page, 'end');
  const hostSlowest = await hostStall.end();
  const heapAfter = await heapMegabytes(page);
  const phases = await recording.end([idle, page]);
  const hostPeak = await peakMegabytes(host);
  note = [
    ...phases.map(phaseWords),
    `heap of the page ${heapBefore} MB before, ${heapRead} with the preview, ${heapAfter} at the end; host at most ${hostPeak} MB, slowest answer ${Math.round(hostSlowest)} ms; cancelled in ${Math.round(cancelled)} ms`,
  ].join('\n  ');
  await context.close();
  await host.stop();
  return { milliseconds };
}

/** Waits for some words without asking much of the page: the queries of a test tool go through all that is drawn, and would be measured. */
async function waitFor(page: Page, selector: string, words: RegExp): Promise<void> {
  await page.waitForFunction(
    ({ within, source }) =>
      [...document.querySelectorAll(within)].some((element) => new RegExp(source).test(element.textContent ?? '')),
    { within: selector, source: words.source },
    { ...PATIENCE, polling: 100 },
  );
}

async function click(page: Page, selector: string, words: RegExp): Promise<void> {
  await page.evaluate(
    ({ within, source }) => {
      const found = [...document.querySelectorAll<HTMLElement>(within)];
      found.findLast((element) => new RegExp(source).test(element.textContent ?? ''))?.click();
    },
    { within: selector, source: words.source },
  );
}

/** Begins to read and gives up: milliseconds until the screen is empty again. */
async function cancelOne(page: Page): Promise<number> {
  await page.getByLabel('Calendar files').setInputFiles([join(folder, 'large.ics')]);
  await page.getByText('Reading large.ics').first().waitFor(PATIENCE);
  const milliseconds = await page.evaluate(async () => {
    const cancel = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Cancel');
    const began = performance.now();
    cancel?.click();
    while (document.querySelector('progress')) await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });
  await settled(page);
  return milliseconds;
}

/** Scrolls the changes to their end and back. */
async function lookThrough(page: Page): Promise<void> {
  const table = page.getByRole('region', { name: 'Changes' });
  for (const share of [0.1, 0.5, 1, 0]) {
    await table.evaluate((element, part) => element.scrollTo({ top: element.scrollHeight * part }), share);
    await settled(page);
  }
}

function phaseWords({ name, milliseconds, cpu, long, longestFrame }: PagePhase): string {
  const longest = (kind: 'cpu' | 'wall') => Math.round(Math.max(0, ...long.map((task) => task[kind])));
  const over = (kind: 'cpu' | 'wall') => long.filter((task) => task[kind] > 50).length;
  const figure = (kind: 'cpu' | 'wall', unit: string) =>
    over(kind) === 0 ? `none over 50 ms ${unit}` : `${over(kind)} over 50 ms ${unit}, longest ${longest(kind)}`;
  const head = `${name}: ${Math.round(milliseconds)} ms, ${Math.round(cpu)} of the processor; tasks: ${figure('cpu', 'of the processor')}; ${figure('wall', 'on the clock')}; longest frame ${Math.round(longestFrame)} ms`;
  const tasks = long
    .slice(0, 6)
    .map((task) => `    ${Math.round(task.cpu)} (${Math.round(task.wall)}) ms: ${task.where}`);
  return [head, ...tasks].join('\n  ');
}

function heapMegabytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
    return Math.round((memory?.usedJSHeapSize ?? 0) / 1_048_576);
  });
}

/** Largest resident memory of the host so far, in megabytes, as Linux tells it; 0 elsewhere. */
async function peakMegabytes(host: StartedBrowserHost): Promise<number> {
  for (const pid of await readdir('/proc').catch(() => [])) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes(host.dataDir) || !command.includes('main.browser')) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }
  return 0;
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
      await new Promise((resolve) => setTimeout(resolve, 50));
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
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      // Else a page that is not in front gives way to every other program of the machine.
      '--disable-renderer-backgrounding',
      '--enable-precise-memory-info',
    ],
  });
}

async function cleanUp(): Promise<void> {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

function importCaseOf(name: string, events: number): BenchCase {
  return {
    name,
    describe: `imports a calendar of ${events.toLocaleString('en')} events in the browser, from picked to drawn, and takes it back`,
    bar: 'no task over 50 ms; host within 1,024 MB; cancelled within 300 ms',
    runs: 1,
    warmUp: false,
    setUp: () => prepare(events),
    tearDown: cleanUp,
    // Looking at the stack all the time is too much for a hundred thousand.
    variants: { 'picked to drawn': () => importOnce(events < 50_000) },
    note: () => note,
  };
}

export const importPageCase = importCaseOf('import-page', Number(process.env.DAYWRIGHT_BENCH_EVENTS ?? 10_000));
export const importLargeCase = importCaseOf('import-large', 100_000);
