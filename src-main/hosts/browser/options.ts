import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#shared/base/result';

export interface BrowserOptions {
  readonly open: boolean;
  /** 0 = any free port. The page's data belongs to the port: another port is another store. */
  readonly port: number;
  readonly dataFolder: string | null;
  readonly files: readonly string[];
  readonly help: boolean;
}

export const USUAL_PORT = 47615;

export const BROWSER_USAGE = `Usage: npm start -- [options] [FILE.ics ...]
  --no-open     do not open the default browser
  --port N      listen on this port of 127.0.0.1 (default ${USUAL_PORT}; another port is another store)
  --data DIR    keep backups and the session here
  --help        show this
`;

/** The message of a failure is one line. */
export function parseBrowserOptions(args: readonly string[]): Result<BrowserOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: String(USUAL_PORT) },
        data: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      return failed(`--port is ${JSON.stringify(values.port)}: expected a number from 0 to 65535`);
    }
    return ok({
      open: !values['no-open'],
      port,
      dataFolder: values.data ?? null,
      files: positionals,
      help: values.help,
    });
  } catch (error) {
    return failed((error as Error).message.split('\n', 1)[0]!);
  }
}
