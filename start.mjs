// `npm start`: does all set-up and opens Daywright, on the desktop where Electron is or can be had, else in the browser.
//
//   npm start                     the desktop, or the browser door
//   npm start -- --no-open        does not open the default browser, where it comes to that
//   npm start -- calendar.ics     opens files with it
//   npm start -- --browser        the browser door, even where Electron is
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: a Node too old for it shall still be told so.
const ROOT = dirname(fileURLToPath(import.meta.url));
const OLDEST_NODE = [20, 19];
/** How long Electron's download may take before the browser opens instead. */
const FETCH_LIMIT_MILLISECONDS = 120_000;
/** A download that failed is not tried again for this long, so that later starts are quick. */
const FETCH_PAUSE_MILLISECONDS = 24 * 3600 * 1000;
const FETCH_FAILED_MARKER = join(ROOT, 'node_modules/.cache/daywright/electron-fetch-failed');

const given = process.argv.slice(2);
/** These are the browser door's own: whoever gives one wants that door. */
const wantsBrowser = given.some((argument) => /^--(browser|port|data|help)(=|$)/.test(argument));
const passedOn = given.filter((argument) => argument !== '--browser');

checkNode();
checkPackages();
buildWhenStale();
if (!wantsBrowser && haveElectron()) run(electronBinary(), [ROOT, ...passedOn]);
else run(process.execPath, [join(ROOT, 'out/main/main.browser.js'), ...passedOn]);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  end(`Daywright needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

function checkPackages() {
  if (existsSync(join(ROOT, 'node_modules/electron-vite/package.json'))) return;
  say('Installing what Daywright needs (once) …');
  const installed = spawnSync('npm', ['ci'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows() });
  if (installed.status !== 0) end('The packages could not be installed; see above.');
}

function buildWhenStale() {
  const built = join(ROOT, 'out/main/main.browser.js');
  const page = join(ROOT, 'out/renderer/index.html');
  if (existsSync(built) && existsSync(page)) {
    const builtAt = Math.min(statSync(built).mtimeMs, statSync(page).mtimeMs);
    if (newestSource() <= builtAt) return;
  }
  say('Building Daywright …');
  const tool = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
  const build = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'error'], { cwd: ROOT, encoding: 'utf8' });
  if (build.status !== 0) end(`${build.stdout}${build.stderr}\nThe build failed; see above.`);
}

/** When a source was last changed, in milliseconds. */
function newestSource() {
  let newest = 0;
  for (const folder of ['src-main', 'src-renderer', 'src-shared']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  for (const file of ['package.json', 'package-lock.json', 'electron.vite.config.ts']) {
    newest = Math.max(newest, statSync(join(ROOT, file)).mtimeMs);
  }
  return newest;
}

function haveElectron() {
  const hindrance = desktopHindrance();
  if (electronBinary()) {
    if (!hindrance) return true;
    say(`Electron cannot run because ${hindrance}; opening in the browser instead.`);
    return false;
  }
  if (hindrance) {
    say(`Electron's binary is not here and was not fetched because ${hindrance}; opening in the browser instead.`);
    return false;
  }
  if (!fetchFailedLately()) {
    say('Fetching Electron (once) …');
    const installer = join(ROOT, 'node_modules/electron/install.js');
    spawnSync(process.execPath, [installer], { cwd: ROOT, stdio: 'ignore', timeout: FETCH_LIMIT_MILLISECONDS });
    if (electronBinary()) {
      rmSync(FETCH_FAILED_MARKER, { force: true });
      return true;
    }
    rememberFailedFetch();
  }
  say("Electron's binary is not here and could not be fetched; opening in the browser instead.");
  return false;
}

/** Why a desktop window cannot open here even with the binary, or null. */
function desktopHindrance() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  // Chromium's sandbox refuses root, and Daywright does not run without the sandbox.
  if (process.getuid() === 0) return 'it does not run as root';
  return null;
}

/** The path of Electron's program, or null while it is not downloaded. */
function electronBinary() {
  const folder = join(ROOT, 'node_modules/electron');
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** The marker holds the version that could not be fetched: another version is tried at once. */
function fetchFailedLately() {
  try {
    const age = Date.now() - statSync(FETCH_FAILED_MARKER).mtimeMs;
    return age < FETCH_PAUSE_MILLISECONDS && readFileSync(FETCH_FAILED_MARKER, 'utf8') === electronVersion();
  } catch {
    return false;
  }
}

function rememberFailedFetch() {
  mkdirSync(join(FETCH_FAILED_MARKER, '..'), { recursive: true });
  writeFileSync(FETCH_FAILED_MARKER, electronVersion());
}

function electronVersion() {
  return createRequire(import.meta.url)('electron/package.json').version;
}

/** Hands over: signals reach the child by the terminal, and its end is ours. */
function run(program, args) {
  const child = spawn(program, args, { cwd: process.cwd(), stdio: 'inherit' });
  // In a terminal Ctrl-C reaches the child by itself, and the child decides when it has done its work.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => end(`Daywright could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === 'SIGINT' ? 130 : (code ?? 1);
  });
}

/** Set-up is told on stderr: stdout belongs to the address. */
function say(line) {
  process.stderr.write(`${line}\n`);
}

function end(line) {
  say(line);
  process.exit(1);
}

function isWindows() {
  return process.platform === 'win32';
}
