// The test of every end-to-end spec: a host of its own with an empty store, and the application opened in a fresh page.
import { test as base, expect, type Page } from '@playwright/test';
import { type StartedBrowserHost, startBrowserHost } from '../helpers/browser-host';
import { AppPage } from './pages/app-page';

/** Tuesday of the sample week, 10:42 in Berlin. */
export const TUESDAY_MORNING = '2026-11-24T09:42:00Z';

interface AppFixtures {
  readonly host: StartedBrowserHost;
  readonly app: AppPage;
}

export const test = base.extend<AppFixtures>({
  // Playwright reads the destructured names of the first argument; this one costs nothing.
  host: async ({ browserName: _browser }, use) => {
    const host = await startBrowserHost();
    await use(host);
    await host.stop();
  },
  app: async ({ page, host }, use) => {
    const problems = watchForProblems(page);
    const app = new AppPage(page);
    await app.open(host, TUESDAY_MORNING);
    await use(app);
    expect(problems(), 'errors written to the console').toEqual([]);
  },
});

export { expect };

/** A page that errs in its console is not fine, whatever it shows. A host that was killed on purpose is no error of the page. */
function watchForProblems(page: Page): () => string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/WebSocket connection|ERR_CONNECTION_REFUSED/.test(message.text()))
      problems.push(message.text());
  });
  return () => problems;
}
