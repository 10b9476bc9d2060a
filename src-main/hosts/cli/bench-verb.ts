import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from './bad-input';
import { EXIT, type Terminal, type Verb } from './terminal';

/** The benchmarks live beside the tests, so they run in a checkout only. */
export function benchVerb(rootFolder: string): Verb {
  return {
    summary: 'run the benchmarks (in a checkout of the project)',
    usage: `Usage: daywright bench [NAME]
Runs the benchmarks of the project, or the one named: a table and JSON.
`,
    async run(args: readonly string[], terminal: Terminal) {
      const harness = join(rootFolder, 'test/bench/run.mjs');
      if (!existsSync(harness))
        throw new BadInput(`There are no benchmarks at ${harness}: expected a checkout of the project`);
      const child = spawn(process.execPath, [harness, ...args], { cwd: rootFolder, stdio: 'inherit' });
      const stop = (): void => void child.kill('SIGINT');
      terminal.signal.addEventListener('abort', stop);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code ?? EXIT.cancelled;
    },
  };
}
