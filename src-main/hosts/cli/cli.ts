// The command line door. Exit codes: 0 done, 1 not fine (violations, a fault), 2 bad input (one line on stderr), 130 cancelled.
import { BadInput } from './bad-input';
import { stopWhenInterrupted } from './stop-when-interrupted';
import { EXIT, type Terminal, type Verb } from './terminal';

/** A verb is loaded only when it is asked for: loading them all takes longer than most of them run. */
export type Verbs = Readonly<Record<string, () => Promise<Verb>>>;

const HELP = new Set(['--help', '-h', 'help']);

export async function runCli(
  args: readonly string[],
  verbs: Verbs,
  version: string,
  terminal: Terminal,
): Promise<number> {
  try {
    const [name, ...rest] = args;
    if (name === undefined) {
      terminal.note(`Say what to do: ${Object.keys(verbs).join(', ')}. See daywright --help.`);
      return EXIT.badInput;
    }
    if (name === '--version' || name === '-v') {
      await terminal.print(`${version}\n`);
      return EXIT.done;
    }
    if (HELP.has(name)) {
      await terminal.print(await overview(verbs));
      return EXIT.done;
    }
    const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (!load) throw new BadInput(`${JSON.stringify(name)} is no verb: expected ${Object.keys(verbs).join(', ')}`);
    const verb = await load();
    if (rest.some((argument) => argument === '--help' || argument === '-h')) {
      await terminal.print(verb.usage);
      return EXIT.done;
    }
    const code = await verb.run(rest, printingUnlessInterrupted(terminal));
    return terminal.signal.aborted ? EXIT.cancelled : code;
  } catch (error) {
    if (terminal.signal.aborted) return EXIT.cancelled;
    if (error instanceof BadInput) {
      terminal.note(error.message);
      return EXIT.badInput;
    }
    terminal.note(`Daywright failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return EXIT.notFine;
  }
}

function printingUnlessInterrupted(terminal: Terminal): Terminal {
  return {
    ...terminal,
    async print(text) {
      await stopWhenInterrupted(terminal.signal);
      await terminal.print(text);
    },
  };
}

async function overview(verbs: Verbs): Promise<string> {
  const lines = [];
  for (const [name, load] of Object.entries(verbs)) lines.push(`  ${name.padEnd(8)} ${(await load()).summary}`);
  return `Usage: daywright VERB [options]; daywright VERB --help explains one.
${lines.join('\n')}
JSON goes to stdout, notes to stderr. Exit codes: 0 done, 1 not fine, 2 bad input, 130 cancelled.
`;
}
