// Starts the built browser door as its own process, as a user would.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const BUILT_ROOT = resolve(import.meta.dirname, '../../out/main/main.browser.js');

export interface BrowserHostOptions {
  /** Default: a new folder, removed by `stop`. */
  readonly dataDir?: string;
  /** Default: any free port. A page's data belongs to its port, so start again on the same one to find it. */
  readonly port?: number;
  /** Files to open with the first page. */
  readonly files?: readonly string[];
}

export interface StartedBrowserHost {
  /** The printed address with its one-time token. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** All that was written to stderr so far. */
  readonly stderr: () => string;
  /** Ctrl-C: ends cleanly, and removes the data folder when it was made here. Gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would; the data folder stays. */
  kill(): Promise<void>;
}

/** Rejects with the process's own words when it ends before it prints its address. */
export async function startBrowserHost(options: BrowserHostOptions = {}): Promise<StartedBrowserHost> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'daywright-test-')));
  const child = spawn(
    process.execPath,
    [BUILT_ROOT, '--no-open', '--port', String(options.port ?? 0), '--data', dataDir, ...(options.files ?? [])],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const url = await addressPrintedBy(child, () => stderr);
  return {
    url,
    port: Number(new URL(url).port),
    dataDir,
    stderr: () => stderr,
    async stop() {
      const code = await end(child, 'SIGINT');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
      return code;
    },
    async kill() {
      await end(child, 'SIGKILL');
    },
  };
}

async function addressPrintedBy(child: ChildProcess, stderr: () => string): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`The browser door ended with code ${code} before it printed its address: ${stderr()}`);
  });
  const printed = (async () => {
    for await (const line of lines) {
      const url = /^Daywright is at (http:\S+)$/.exec(line)?.[1];
      if (url) return url;
    }
    return exited;
  })();
  // The loser of the race ends later, when the process does; that is no failure.
  exited.catch(() => {});
  printed.catch(() => {});
  return Promise.race([printed, exited]);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}
