// Finds a Chromium for the end-to-end tests: a named one, Playwright's own, a system Chromium or Chrome;
// on Debian as root it installs the `chromium` package; elsewhere it asks Playwright to download its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_BROWSERS = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** `{ kind: 'found', path }`, or `{ kind: 'none', reason }`. Never throws. */
export async function findBrowser() {
  const named = process.env.DAYWRIGHT_BROWSER;
  if (named)
    return existsSync(named)
      ? found(named)
      : { kind: 'none', reason: `DAYWRIGHT_BROWSER names ${named}, which does not exist` };
  return (
    installed() ??
    installWithApt() ??
    downloadWithPlaywright() ?? {
      kind: 'none',
      reason:
        'none is installed and none could be fetched; install Chromium or Chrome, or run "npx playwright install chromium"',
    }
  );
}

function installed() {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return found(own);
  const system = (SYSTEM_BROWSERS[process.platform] ?? []).find((path) => existsSync(path));
  return system ? found(system) : null;
}

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null;
  console.log('No browser found: installing the Debian package chromium.');
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 300_000 });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    console.error(`Installing chromium failed: ${error.message}`);
  }
  return installed();
}

function downloadWithPlaywright() {
  console.log('No browser found: asking Playwright to fetch its own.');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 600_000,
    shell: process.platform === 'win32',
  });
  return installed();
}

function found(path) {
  return { kind: 'found', path };
}
