// From the click on Plan to the frame that shows the plan, in a real browser with the built page and host.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type StartedBrowserHost, startBrowserHost } from '../../helpers/browser-host';
import { BUSY_WEEK_EVENTS, BUSY_WEEK_TASKS, busyWeekDocument } from '../../helpers/busy-week';
import { findBrowser } from '../../helpers/find-browser.mjs';
import type { BenchCase } from '../bench-case';

/** Between two marks that planning leaves in the browser's timeline. */
const PHASES = {
  'read the events': ['clicked', 'asked'],
  'ask, plan, verify, journal': ['asked', 'answered'],
  store: ['answered', 'stored'],
  draw: ['stored', 'drawn'],
  'click to drawn': ['clicked', 'drawn'],
} as const;

type Phase = keyof typeof PHASES;

let dataDir = '';
let browser: Browser;
let host: StartedBrowserHost;
let page: Page;
/** Of the newest round; every phase of a round is of one click. */
let round: Readonly<Record<Phase, number>> | null = null;
const taken = new Set<Phase>();
const inHost: number[] = [];
const pageCpu: number[] = [];

/** One plan from the same state each time: the plan is undone afterwards. */
async function plan(): Promise<Readonly<Record<Phase, number>>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const busyBefore = await busy();
  await page.evaluate(() => performance.clearMarks());
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.waitForFunction(() => performance.getEntriesByName('plan drawn').length > 0);
  const marks = await page.evaluate(() =>
    Object.fromEntries(performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime])),
  );
  pageCpu.push(((await busy()) - busyBefore) * 1000);
  const status = await page
    .getByText(/^Planned \d+ tasks in/)
    .first()
    .innerText();
  inHost.push(Number(/in ([\d.]+) ms/.exec(status)?.[1] ?? Number.NaN));
  await page.keyboard.press('Control+z');
  await page.locator('[data-block][data-kind="task"]').first().waitFor({ state: 'detached' });
  await cdp.detach();
  const between = ([from, to]: readonly [string, string]) => marks[`plan ${to}`]! - marks[`plan ${from}`]!;
  return Object.fromEntries(Object.entries(PHASES).map(([name, phase]) => [name, between(phase)])) as unknown as Record<
    Phase,
    number
  >;
}

/** The variants of one round share a click: the first that asks again begins the next. */
async function phase(name: Phase): Promise<{ milliseconds: number }> {
  if (round === null || taken.has(name)) {
    round = await plan();
    taken.clear();
  }
  taken.add(name);
  return { milliseconds: round[name] };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const clickCase: BenchCase = {
  name: 'click',
  describe: `From the click to ${BUSY_WEEK_TASKS} tasks planned around ${BUSY_WEEK_EVENTS} events, stored and drawn, in Chromium`,
  runs: 25,
  setUp: async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'daywright-bench-'));
    const found = await findBrowser();
    if (found.kind === 'none') throw new Error(found.reason);
    browser = await chromium.launch({
      executablePath: found.path,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    host = await startBrowserHost({ dataDir });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(host.url);
    await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-24T09:42:00Z`);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page
      .getByLabel('Workspace file')
      .setInputFiles([{ name: 'week.json', mimeType: 'application/json', buffer: Buffer.from(busyWeekDocument()) }]);
    await page.getByText('Opened week.json').first().waitFor();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Week' }).click();
    await page.locator('[data-block]').nth(20).waitFor();
    for (let warm = 0; warm < 3; warm += 1) await plan();
    inHost.length = 0;
    pageCpu.length = 0;
  },
  tearDown: async () => {
    await browser.close();
    await host.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  variants: Object.fromEntries(Object.keys(PHASES).map((name) => [name, () => phase(name as Phase)])),
  bars: [
    {
      what: 'from the click to stored and drawn',
      measured: (of) => of('click to drawn'),
      atMost: 60,
      unit: 'ms',
    },
  ],
  note: () =>
    `the host planned, verified and journaled in ${median(inHost).toFixed(1)} ms; the page's thread was busy for ${median(pageCpu).toFixed(0)} ms of processor time`,
};
