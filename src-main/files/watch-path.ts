// Notices when a file, or the calendar files of a folder, changed. Looks again and again instead of trusting the system's own events:
// those are lost on network drives, and programs that save by renaming end them.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Calls a function again and again until the returned function is called. */
export type Repeat = (work: () => Promise<void>) => () => void;

export const everyTwoSeconds: Repeat = (work) => {
  const timer = setInterval(() => void work(), 2_000);
  return () => clearInterval(timer);
};

export type WatchNews =
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  | { readonly kind: 'problem'; readonly message: string };

const CALENDAR = /\.(ics|ical|ifb|icalendar)$/i;

/**
 * Tells what stands there now, and again after each change. A change is told once it stood still for two looks, so that a file that is
 * being written is not read halfway. The returned function ends it; nothing is told afterwards.
 */
export function watchPath(path: string, tell: (news: WatchNews) => void, repeat: Repeat): () => void {
  let told = '';
  let seen = '';
  let looking = false;
  let ended = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    const { print, news } = await lookAt(path);
    looking = false;
    const still = print === seen;
    seen = print;
    if (ended || !still || print === told) return;
    told = print;
    tell(news);
  };
  const stop = repeat(look);
  return () => {
    ended = true;
    stop();
  };
}

/** What is there, and a text that is another one when that changed. */
async function lookAt(path: string): Promise<{ readonly print: string; readonly news: WatchNews }> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      return { print: `${found.size} ${found.mtimeMs}`, news: { kind: 'changed', paths: [path] } };
    }
    const names = (await readdir(path)).filter((name) => CALENDAR.test(name) && !name.startsWith('.')).sort();
    if (names.length === 0) return problem(`${path} holds no .ics file`);
    const prints = await Promise.all(
      names.map(async (name) => {
        const file = await stat(join(path, name));
        return `${name} ${file.size} ${file.mtimeMs}`;
      }),
    );
    return { print: prints.join('\n'), news: { kind: 'changed', paths: names.map((name) => join(path, name)) } };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem(code === 'ENOENT' ? `${path} does not exist` : `${path} cannot be read: ${message}`);
  }
}

function problem(message: string): { readonly print: string; readonly news: WatchNews } {
  return { print: `problem ${message}`, news: { kind: 'problem', message } };
}
