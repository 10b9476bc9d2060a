// Composition root of the desktop.
import { randomUUID } from 'node:crypto';
import * as electron from 'electron';
import { startDesktop } from './hosts/desktop/desktop-host';
import { installationOf } from './hosts/installation';
import { systemClock } from './ports/clock';
import { stderrLog } from './ports/log';
import { lazyPool } from './workers/lazy-pool';

const MINUTE_MILLISECONDS = 60_000;

const installation = installationOf(import.meta.url);
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

// Not awaited here: Electron becomes ready only after this module has run to its end.
startDesktop(electron, {
  installation,
  argv: process.argv,
  workingDirectory: process.cwd(),
  platform: process.platform,
  dataFolder: process.env.DAYWRIGHT_DATA ?? null,
  clock: systemClock,
  log: stderrLog,
  jobs: lazyPool({
    workerPath: installation.workerPath,
    report: (message, stack) => stderrLog.error(message, stack),
  }),
  newId: randomUUID,
  formatTime: (at) => timeOfDay.format(at),
  everyMinute: (refresh) => void setInterval(refresh, MINUTE_MILLISECONDS),
}).catch((error: unknown) => {
  stderrLog.error('Daywright cannot start', error);
  electron.app.exit(1);
});
