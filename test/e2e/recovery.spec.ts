// A plan on its way into the store is interrupted at every step, by the end of the host and by the end of the page:
// afterwards it is in force once or not at all, nothing else is lost, and one undo takes it back.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type StartedBrowserHost, startBrowserHost } from '../helpers/browser-host';
import { actAt, STEPS, type Step } from '../helpers/plan-wire';
import { expect, test } from './app-test';
import { AppPage } from './pages/app-page';

const TASKS = 46;
/** More rounds for a longer look: `DAYWRIGHT_RECOVERY_ROUNDS=10 npx playwright test recovery`. */
const ROUNDS = Number(process.env.DAYWRIGHT_RECOVERY_ROUNDS ?? 1);

const ENDS = ['the host is killed', 'the page is closed', 'the page crashes'] as const;
type End = (typeof ENDS)[number];

/** Always working hours: what is planned does not depend on when the test runs. */
const workspace = JSON.stringify({
  format: 'daywright.workspace',
  version: 1,
  settings: {
    timeZone: 'Europe/Berlin',
    horizonDays: 14,
    workingHours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), [['00:00', '00:00']]])),
  },
  tasks: Array.from({ length: TASKS }, (_, index) => ({
    id: `t${index}`,
    title: `Task ${index}`,
    durationMinutes: 30 + 15 * (index % 4),
    priority: 1 + (index % 4),
  })),
});

/** The host and the page that come and go around one store. The clock is the real one: a plan is only finished soon after. */
class Desk {
  host: StartedBrowserHost;
  private readonly context: BrowserContext;

  constructor(host: StartedBrowserHost, context: BrowserContext) {
    this.host = host;
    this.context = context;
  }

  async open(): Promise<AppPage> {
    const page = await this.context.newPage();
    await page.goto(this.host.url);
    await page.goto(`http://127.0.0.1:${this.host.port}/#/tasks`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    return new AppPage(page);
  }

  async end(end: End, page: Page): Promise<void> {
    switch (end) {
      case 'the host is killed':
        await this.host.kill();
        return;
      case 'the page is closed':
        await page.close();
        return;
      case 'the page crashes': {
        const crashed = page.waitForEvent('crash');
        const session = await this.context.newCDPSession(page);
        // Its answer never comes.
        session.send('Page.crash').catch(() => undefined);
        await crashed;
      }
    }
  }

  /** Whatever has ended starts again; then the page is opened anew and has finished what was left over. */
  async comeBack(end: End, page: Page): Promise<AppPage> {
    if (!page.isClosed()) await page.close();
    if (end === 'the host is killed') {
      this.host = await startBrowserHost({ dataDir: this.host.dataDir, port: this.host.port });
    }
    const app = await this.open();
    await expect.poll(() => existsSync(join(this.host.dataDir, 'plan-journal.json'))).toBe(false);
    return app;
  }
}

interface Stored {
  readonly tasks: number;
  readonly runs: number;
  /** Ids of the placed tasks. */
  readonly placed: readonly string[];
  readonly undoablePlans: number;
}

async function stored(app: AppPage): Promise<Stored> {
  const [tasks, runs, placements, undo] = [
    await app.stored('tasks'),
    await app.stored('runs'),
    await app.stored<{ placement: { id: string } }>('placements'),
    await app.stored<{ stack: string; plan?: 1 }>('undo'),
  ];
  return {
    tasks: tasks.length,
    runs: runs.length,
    placed: placements.map(({ placement }) => placement.id).sort(),
    undoablePlans: undo.filter((step) => step.stack === 'undo' && step.plan === 1).length,
  };
}

const NOTHING: Stored = { tasks: TASKS, runs: 0, placed: [], undoablePlans: 0 };
const ONCE: Stored = {
  tasks: TASKS,
  runs: 1,
  placed: Array.from({ length: TASKS }, (_, index) => `t${index}`).sort(),
  undoablePlans: 1,
};

/** One interrupted plan, from an empty plan to an empty plan. Returns whether it came into force. */
async function interrupt(desk: Desk, step: Step, end: End): Promise<boolean> {
  const before = await desk.open();
  expect(await stored(before), 'before').toEqual(NOTHING);
  const { acted } = await actAt(before.page, step, () => desk.end(end, before.page));
  // The page connects through the wire from its next start on.
  await before.page.reload();
  await expect(before.page.getByRole('heading', { level: 1 })).toBeVisible();
  await before.page.getByRole('button', { name: 'Plan', exact: true }).click();
  await acted;
  const after = await desk.comeBack(end, before.page);
  const found = await stored(after);
  // The host may have been killed before it had a plan; everywhere else the plan must have survived.
  if (step !== 'asked' || found.runs > 0) {
    expect(found, `${step}, ${end}`).toEqual(ONCE);
    await after.page.keyboard.press('Control+z');
    await expect.poll(() => stored(after), `${step}, ${end}: undone`).toEqual(NOTHING);
  } else {
    expect(found, `${step}, ${end}`).toEqual(NOTHING);
  }
  await after.page.close();
  return found.runs > 0;
}

test('a plan that is interrupted at any step is in force once or not at all', async ({ context }) => {
  test.setTimeout(60_000 + ROUNDS * 300_000);
  const desk = new Desk(await startBrowserHost(), context);
  try {
    const first = await desk.open();
    await first.page.getByRole('button', { name: 'Settings' }).click();
    await first.page
      .getByLabel('Workspace file')
      .setInputFiles([{ name: 'workspace.json', mimeType: 'application/json', buffer: Buffer.from(workspace) }]);
    await expect(first.page.getByText('Opened workspace.json').first()).toBeVisible();
    await first.page.close();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const step of STEPS) {
        for (const end of ENDS) await test.step(`${step}, ${end}`, () => interrupt(desk, step, end));
      }
    }
  } finally {
    await desk.host.stop();
  }
});
