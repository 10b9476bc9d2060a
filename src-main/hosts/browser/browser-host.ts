// The browser door: the page and the services on 127.0.0.1. Prints one line on stdout, the address.
import type { ServedPage } from '#shared/ipc/server';
import { servePage } from '#shared/ipc/server';
import { type OpenedFile, readOpenedFile } from '../../files/read-opened-file';
import type { Log } from '../../ports/log';
import { LARGEST_FILE_BYTES } from '../../services/calendar/calendar';
import { createServices, type ServicePorts } from '../../services/create-services';
import { practiceWhenQuiet, practisePlanning } from '../../services/planning/practice';
import { startLoopbackServer } from './loopback-server';
import { openInBrowser } from './open-in-browser';
import type { BrowserOptions } from './options';
import { addressWith, whoHolds } from './running-daywright';
import { openSession } from './session';

export interface BrowserHostParts {
  readonly options: BrowserOptions;
  readonly services: Omit<ServicePorts, 'notifier' | 'act'>;
  readonly rendererFolder: string;
  readonly log: Log;
  readonly print: (line: string) => void;
}

export type BrowserHostStart =
  | { readonly kind: 'running'; readonly url: string; readonly port: number; stop(): Promise<void> }
  /** Another Daywright with the same data serves already; its address was printed. */
  | { readonly kind: 'elsewhere'; readonly url: string }
  /** One line for stderr. */
  | { readonly kind: 'refused'; readonly reason: string };

export async function startBrowserHost(parts: BrowserHostParts): Promise<BrowserHostStart> {
  const { options, services, rendererFolder, log, print } = parts;
  const opened = await readAll(options.files);
  if (typeof opened === 'string') return { kind: 'refused', reason: opened };

  const session = await openSession(services.dataFolder).catch((error: Error) => error);
  if (session instanceof Error) {
    return { kind: 'refused', reason: `The data folder ${services.dataFolder} cannot be used: ${session.message}` };
  }
  const pages = new Set<ServedPage>();
  // The newest page speaks for all: several tabs must not say one notice several times.
  const newest = (): ServedPage | undefined => [...pages].at(-1);
  const handlers = createServices({
    ...services,
    notifier: {
      ready: () => pages.size > 0,
      show: (notice) => newest()?.emit('notice.due', notice),
    },
    act: (action) => newest()?.emit('tray.action', action),
  });
  let waitingFiles = [...opened];
  const practice = practiceWhenQuiet(practisePlanning);

  const started = await startLoopbackServer({
    port: options.port,
    rendererFolder,
    session,
    log,
    onPage(transport) {
      const page = servePage(transport, handlers, (message, error) =>
        error === undefined ? log.warn(message) : log.error(message, error),
      );
      pages.add(page);
      transport.onClose(() => pages.delete(page));
      transport.onFrame(practice.stirred);
      if (waitingFiles.length > 0) page.emit('files.opened', { files: waitingFiles });
      waitingFiles = [];
    },
  }).catch((error: NodeJS.ErrnoException) => error);

  if (started instanceof Error) {
    if (started.code !== 'EADDRINUSE') {
      return { kind: 'refused', reason: `Daywright cannot listen on port ${options.port}: ${started.message}` };
    }
    const holder = await whoHolds(options.port, session);
    if (holder.kind !== 'daywright') {
      const who = holder.kind === 'stranger' ? 'another program' : 'a Daywright with other data';
      return { kind: 'refused', reason: `Port ${options.port} is taken by ${who}; choose another with --port N` };
    }
    log.info('Daywright is running already.');
    if (opened.length > 0) log.info('Drop your files on its page: a running Daywright takes none from here.');
    print(`Daywright is at ${holder.url}`);
    if (options.open) await openInBrowser(holder.url);
    return { kind: 'elsewhere', url: holder.url };
  }

  const url = addressWith(started.port, session.mintToken());
  print(`Daywright is at ${url}`);
  if (options.open) await openInBrowser(url);
  return {
    kind: 'running',
    url,
    port: started.port,
    async stop() {
      practice.end();
      for (const page of pages) page.release();
      await started.close();
      await services.jobs.close();
    },
  };
}

/** The files, or the one line that says why one of them cannot be opened. */
async function readAll(paths: readonly string[]): Promise<readonly OpenedFile[] | string> {
  const files: OpenedFile[] = [];
  for (const path of paths) {
    const read = await readOpenedFile(path, LARGEST_FILE_BYTES);
    if (!read.ok) return read.error;
    files.push(read.value);
  }
  return files;
}
