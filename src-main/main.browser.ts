// Composition root of the browser door: plain Node, no Electron.
import { randomUUID } from 'node:crypto';
import { startBrowserHost } from './hosts/browser/browser-host';
import { BROWSER_USAGE, parseBrowserOptions } from './hosts/browser/options';
import { dataFolderFor } from './hosts/data-folder';
import { installationOf } from './hosts/installation';
import { noAgendaBoard } from './ports/agenda-board';
import { systemClock } from './ports/clock';
import { stderrLog } from './ports/log';
import { minuteTimers } from './ports/wake-ups';
import { lazyPool } from './workers/lazy-pool';

// A terminal that went away, or a reader of the address that has seen enough, is no reason to stop serving.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const options = parseBrowserOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.error}\n`);
  process.exit(2);
}
if (options.value.help) {
  process.stdout.write(BROWSER_USAGE);
  process.exit(0);
}

const installation = installationOf(import.meta.url);
const start = await startBrowserHost({
  options: options.value,
  rendererFolder: installation.rendererFolder,
  log: stderrLog,
  print: (line) => void process.stdout.write(`${line}\n`),
  services: {
    door: 'browser',
    version: installation.version,
    platform: process.platform,
    dataFolder: dataFolderFor(options.value.dataFolder),
    resourcesFolder: installation.resourcesFolder,
    clock: systemClock,
    log: stderrLog,
    jobs: lazyPool({
      workerPath: installation.workerPath,
      report: (message, stack) => stderrLog.error(message, stack),
    }),
    newId: randomUUID,
    agendaBoard: noAgendaBoard,
    wakeUps: minuteTimers,
    windowControls: null,
  },
});

switch (start.kind) {
  case 'refused':
    process.stderr.write(`${start.reason}\n`);
    process.exit(2);
    break;
  case 'elsewhere':
    process.exit(0);
    break;
  case 'running': {
    let stopping = false;
    const stop = (): void => {
      // The second Ctrl-C does not wait.
      if (stopping) process.exit(130);
      stopping = true;
      void start.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  }
}
