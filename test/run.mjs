// `npm test`: type check, lint, boundaries, unit, property, contract and migration tests, build, then end-to-end in a real Chromium.
// Stops at the first step that fails. The last line of the output is "N passed, N failed".
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './helpers/find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const endToEndReport = join(results, 'end-to-end.json');

const totals = { passed: 0, failed: 0 };
/** How many tests did not run, by the reason they give. */
const skipped = new Map();

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const steps = [
  ['Type check', () => run('npx', ['tsc', '-b'])],
  ['Lint', () => run('npx', ['biome', 'check', '--error-on-warnings', '.'])],
  ['Build', () => run('npm', ['run', '--silent', 'build'])],
  ['Unit, property, contract, migration and boundary tests', runUnitTests],
  ['End-to-end tests in a real browser', runEndToEndTests],
];

for (const [title, step] of steps) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const good = await step();
  console.log(`== ${title}: ${good ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!good) {
    // A step without counted tests (a compiler, a build) still counts as one failure.
    if (totals.failed === 0) totals.failed = 1;
    break;
  }
}

console.log('');
console.log(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
);
process.exit(totals.failed > 0 ? 1 : 0);

async function runUnitTests() {
  const good = await run(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    { CI: '1' },
  );
  if (!existsSync(unitReport)) return false;
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests;
  if (report.numPendingTests > 0) skipped.set('no reason given', report.numPendingTests);
  if (report.numPassedTests === 0) {
    console.error('No unit test ran.');
    return false;
  }
  return good;
}

async function runEndToEndTests() {
  const browser = await findBrowser();
  if (browser.kind === 'none') {
    console.error(`No browser for the end-to-end tests: ${browser.reason}`);
    return false;
  }
  console.log(`Browser: ${browser.path}`);
  const good = await run('npx', ['playwright', 'test'], {
    DAYWRIGHT_BROWSER: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport,
  });
  if (!existsSync(endToEndReport)) return false;
  const report = JSON.parse(readFileSync(endToEndReport, 'utf8'));
  const { stats } = report;
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected;
  for (const reason of skipReasons(report)) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  if (stats.expected === 0) {
    console.error('No end-to-end test ran.');
    return false;
  }
  return good;
}

function skipReasons(suite) {
  const own = (suite.specs ?? [])
    .flatMap((spec) => spec.tests)
    .filter((test) => test.status === 'skipped')
    .map((test) => test.annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'no reason given');
  return [...own, ...(suite.suites ?? []).flatMap(skipReasons)];
}

/** Runs a command with its output shown; true when it exits with 0. */
function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}
