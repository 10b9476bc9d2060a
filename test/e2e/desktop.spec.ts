// The desktop with the real Electron. Runs wherever Electron's binary is; elsewhere each test says why it cannot.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLE = join(ROOT, 'test/fixtures/samples/google-export.ics');

/** The path of Electron's program, or why there is none. */
function electronProgram(): { readonly path: string } | { readonly missing: string } {
  const folder = join(ROOT, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return { missing: "Electron's binary is not downloaded (node_modules/electron/path.txt)" };
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(path) ? { path } : { missing: `Electron's binary is not at ${path}` };
}

const program = electronProgram();

test.describe('desktop', () => {
  test.skip('missing' in program, 'missing' in program ? program.missing : '');

  let application: ElectronApplication | null = null;
  let page: Page;
  let data: string;

  async function launch(...files: string[]): Promise<void> {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const launched = await _electron.launch({
      executablePath: 'path' in program ? program.path : '',
      args: [...sandbox, ROOT, ...files],
      env: { ...process.env, DAYWRIGHT_DATA: data } as Record<string, string>,
    });
    application = launched;
    page = await launched.firstWindow();
    await expect(page.getByRole('navigation').first()).toBeVisible();
  }

  test.beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'daywright-desktop-'));
  });
  test.afterEach(async () => {
    await application?.evaluate(({ app }) => app.exit(0)).catch(() => {});
    application = null;
    await rm(data, { recursive: true, force: true });
  });

  test('opens its own origin, isolated, with one frozen object', async () => {
    await launch();
    expect(page.url()).toMatch(/^app:\/\/daywright\//);
    const seen = await page.evaluate(() => ({
      keys: Object.keys((window as unknown as { daywright: object }).daywright).sort(),
      frozen: Object.isFrozen((window as unknown as { daywright: object }).daywright),
      node: 'require' in window || 'process' in window,
    }));
    expect(seen).toEqual({ keys: ['onFrame', 'platform', 'send'], frozen: true, node: false });
  });

  test('stays on its page', async () => {
    await launch();
    const opened = await page.evaluate(() => window.open('https://example.com/') === null);
    await page.evaluate(() => {
      window.location.href = 'https://example.com/';
    });
    expect(opened).toBe(true);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/daywright\//);
  });

  test('hides on close and comes back with a second start', async () => {
    await launch();
    const isVisible = () =>
      application?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
    await application?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(isVisible).toBe(false);
    await application?.evaluate(({ app }) => app.emit('second-instance', {}, [], '/', null));
    await expect.poll(isVisible).toBe(true);
  });

  test('offers the file it was opened with, and keeps its store over a restart', async () => {
    await launch(SAMPLE);
    await expect(page.getByText('google-export.ics').first()).toBeVisible();
    await page.evaluate(() => window.localStorage.setItem('kept', 'yes'));
    await application?.close();
    await launch();
    expect(await page.evaluate(() => window.localStorage.getItem('kept'))).toBe('yes');
  });
});
