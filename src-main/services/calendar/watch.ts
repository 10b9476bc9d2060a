// Watched calendar files: the page asks once and hears of each change until it cancels or goes away.
import { isAbsolute } from 'node:path';
import type { WatchedChange } from '#shared/ipc/calendar';
import { CANCELLED, type Handlers, type RequestContext } from '#shared/ipc/handlers';
import { readOpenedFile } from '../../files/read-opened-file';
import { everyTwoSeconds, type Repeat, type WatchNews, watchPath } from '../../files/watch-path';
import { LARGEST_FILE_BYTES } from './calendar';

export function watchHandlers(repeat: Repeat = everyTwoSeconds) {
  return {
    async 'calendar.watch'({ watches }, { signal, part }: RequestContext<WatchedChange>) {
      const ends = watches.map(({ id, path }) => {
        if (!isAbsolute(path)) {
          part({ id, files: [], problem: `“${path}” is not a full path: expected one from the root on` });
          return () => {};
        }
        return watchPath(path, (news) => void changeOf(id, news).then(part), repeat);
      });
      if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', resolve));
      for (const end of ends) end();
      return CANCELLED;
    },
  } satisfies Pick<Handlers, 'calendar.watch'>;
}

async function changeOf(id: string, news: WatchNews): Promise<WatchedChange> {
  if (news.kind === 'problem') return { id, files: [], problem: news.message };
  const files = [];
  for (const path of news.paths) {
    const read = await readOpenedFile(path, LARGEST_FILE_BYTES);
    if (!read.ok) return { id, files: [], problem: read.error };
    files.push(read.value);
  }
  return { id, files, problem: null };
}
