import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/helpers/find-browser.mjs';

// Workers load this file again; the first load leaves them its answer.
const browser = await findBrowser();
if (browser.kind === 'none') throw new Error(`No browser for the end-to-end tests: ${browser.reason}`);
process.env.DAYWRIGHT_BROWSER = browser.path;

// A browser of root's needs --no-sandbox; the others keep Chromium from calling home.
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/end-to-end.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      args,
      executablePath: browser.path,
    },
  },
});
