#!/usr/bin/env node
// Composition root of the command line: plain Node, no desktop.
import { once } from 'node:events';
import { cancellation } from '#shared/ipc/cancellation';
import { runCli } from './hosts/cli/cli';
import type { Terminal } from './hosts/cli/terminal';
import { installationOf } from './hosts/installation';
import { systemClock } from './ports/clock';
import type { ReportJobBug } from './ports/job-runner';
import { inProcessRunner } from './workers/in-process-runner';
import { lazyPool } from './workers/lazy-pool';

const installation = installationOf(import.meta.url);
const interrupt = cancellation();
process.on('SIGINT', () => {
  // The second Ctrl-C does not wait.
  if (interrupt.signal.aborted) process.exit(130);
  interrupt.cancel();
});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, is no failure.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output cannot be written: ${error.message}\n`);
  process.exit(1);
});
// Notes that nobody can take are no reason to fail.
process.stderr.on('error', () => {});

const report: ReportJobBug = (message, stack) => void process.stderr.write(`${message}\n${stack}\n`);

const terminal: Terminal = {
  async print(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  note: (line) => void process.stderr.write(`${line}\n`),
  progress(fraction, phase) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${Math.round(fraction * 100)}% ${phase}\r`);
  },
  signal: interrupt.signal,
  clock: systemClock,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  pool: (threads) => lazyPool({ workerPath: installation.workerPath, report, ...(threads ? { threads } : {}) }),
  inProcess: inProcessRunner(report),
};

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    events: async () => (await import('./hosts/cli/events-verb')).eventsVerb,
    plan: async () => (await import('./hosts/cli/plan-verb')).planVerb,
    check: async () => (await import('./hosts/cli/check-verb')).checkVerb,
    export: async () => (await import('./hosts/cli/export-verb')).exportVerb,
    tournament: async () => (await import('./hosts/cli/tournament-verb')).tournamentVerb,
    posts: async () => (await import('./hosts/cli/posts-verb')).postsVerb,
    bench: async () => (await import('./hosts/cli/bench-verb')).benchVerb(installation.rootFolder),
  },
  installation.version,
  terminal,
);
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
