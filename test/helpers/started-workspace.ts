// A started workspace on a store in memory, with a frozen clock and ids that count up.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabase } from '#renderer/db/database';
import { setClock } from '#renderer/state/clock';
import { setIdSource } from '#renderer/state/new-id';
import { startWorkspace } from '#renderer/state/start';
import { database } from '#renderer/state/store';
import { parseInstant } from '#shared/time/instant';
import { FakeHost } from './fake-host';

/** Tuesday 24 November 2026, 10:42 in Berlin. */
export const TUESDAY_MORNING = '2026-11-24T09:42:00Z';

export interface Started {
  readonly host: FakeHost;
  /** The disk: give it to the next start to reload the page. */
  readonly disk: IDBFactory;
}

export async function start({
  host = new FakeHost(),
  disk = new IDBFactory(),
  at = TUESDAY_MORNING,
}: {
  host?: FakeHost;
  disk?: IDBFactory;
  at?: string;
} = {}): Promise<Started> {
  setClock(() => parseInstant(at)!);
  let count = 0;
  setIdSource((prefix) => {
    count += 1;
    return `${prefix}-${count}`;
  });
  await startWorkspace(host, { open: () => openDatabase('test', { indexedDB: disk, IDBKeyRange }) });
  return { host, disk };
}

/** The page is gone: its connection closes, the disk stays. */
export function closePage(): void {
  database().close();
}
