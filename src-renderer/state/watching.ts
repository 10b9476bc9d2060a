// Watched files: what changed in them is imported at once, with an offer to take it back; what vanished is only offered for removal.
import { createStore, useStore } from 'zustand';
import type { ImportedItem } from '#shared/calendar/imported';
import { counted } from '../ui/format-count';
import { nowText } from './clock';
import { commit } from './commit';
import { rollingWindow } from './event-window';
import { followNow } from './follow-plan';
import { withFollowed } from './followed-words';
import { host } from './host';
import { importChange } from './import-change';
import { diffImport, type ImportChange } from './import-diff';
import { storedCalendar } from './import-target';
import { inBackground } from './in-background';
import { newId } from './new-id';
import { readCalendarFile } from './read-calendar-file';
import { showNotice } from './toasts';
import { undoable } from './undoable';
import { onWorkspace, workspaceNow } from './workspace';

type Bytes = Uint8Array<ArrayBuffer>;

/** Why a watched file could not be imported, by calendar. */
const problems = createStore<Readonly<Record<string, string>>>(() => ({}));

export function useWatchProblem(calendarId: string): string | null {
  return useStore(problems, (all) => all[calendarId] ?? null);
}

/** Watches what the calendars say, and follows them. Returns the function that ends it. */
export function followWatches(): () => void {
  let watched = '';
  let current: AbortController | null = null;
  const watch = (): void => {
    const watches = workspaceNow().calendars.flatMap(({ id, watch: wanted }) =>
      wanted === undefined ? [] : [{ id, path: wanted.path }],
    );
    const wanted = JSON.stringify(watches);
    if (wanted === watched) return;
    watched = wanted;
    current?.abort();
    problems.setState({}, true);
    if (watches.length === 0) return;
    current = new AbortController();
    inBackground(
      host().request(
        'calendar.watch',
        { watches },
        {
          signal: current.signal,
          onPart: ({ id, files, problem }) => {
            if (problem !== null) setProblem(id, problem);
            else queue = queue.then(() => takeChange(id, files as WatchedFile[]));
          },
        },
      ),
    );
  };
  watch();
  const ends = [
    onWorkspace((state, before) => {
      if (state.calendars !== before.calendars) watch();
    }),
    host().onConnection((connected) => {
      // A lost connection ended the watch with it.
      if (!connected) watched = '';
      else watch();
    }),
    () => current?.abort(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

interface WatchedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** Changes are taken one after the other. */
let queue: Promise<void> = Promise.resolve();

/** Imports what the files of a calendar hold now. A file that cannot be read whole changes nothing. */
async function takeChange(calendarId: string, files: readonly WatchedFile[]): Promise<void> {
  const calendar = workspaceNow().calendars.find(({ id }) => id === calendarId);
  if (!calendar) return;
  const items: ImportedItem[] = [];
  for (const file of files) {
    const read = await readCalendarFile(file, { zones: calendar.zoneOverrides ?? {} });
    if (read.kind === 'cancelled') return;
    const problem = read.kind === 'failed' ? read.error.message : (read.value.problem?.message ?? null);
    if (problem !== null || read.kind === 'failed') {
      setProblem(calendarId, problem ?? '');
      return;
    }
    // Not spread: a hundred thousand arguments are too many.
    for (const item of read.value.items) items.push(item);
  }
  setProblem(calendarId, null);
  const name = files.length === 1 ? files[0]!.name : calendar.name;
  const { changes } = await diffImport(storedCalendar(calendarId), items, { complete: true });
  const brought = changes.filter((change) => change.kind !== 'removed');
  const gone = changes.filter((change) => change.kind === 'removed');
  if (brought.length > 0) await storeChanges(calendarId, name, brought, `${name} changed: ${wordsFor(brought)}`);
  if (gone.length > 0) {
    showNotice({
      title: `${counted(gone.length, 'event')} of ${calendar.name} ${gone.length === 1 ? 'is' : 'are'} no longer in ${name}`,
      action: {
        label: 'Remove',
        run: () => void storeChanges(calendarId, name, gone, `Removed ${counted(gone.length, 'event')}`),
      },
    });
  }
}

/** One undo step, with a notice that offers to take it back. */
async function storeChanges(
  calendarId: string,
  file: string,
  changes: readonly ImportChange[],
  title: string,
): Promise<void> {
  await undoable(async () => {
    const stored = await commit(title, ({ calendars }) => {
      const calendar = calendars.find(({ id }) => id === calendarId);
      if (!calendar) return `The calendar of ${file} was deleted.`;
      const stamp = { id: newId('import'), at: nowText(), window: rollingWindow() };
      return importChange([{ file, calendar, isWritten: false, changes }], stamp);
    });
    if (!stored.ok) setProblem(calendarId, stored.error);
    return stored.ok ? withFollowed(title, await followNow()) : null;
  });
}

function wordsFor(changes: readonly ImportChange[]): string {
  const count = (kind: ImportChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const parts = [
    count('updated') > 0 ? `${count('updated').toLocaleString('en')} updated` : '',
    count('added') > 0 ? `${count('added').toLocaleString('en')} added` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function setProblem(calendarId: string, problem: string | null): void {
  const { [calendarId]: _, ...others } = problems.getState();
  problems.setState(problem === null ? others : { ...others, [calendarId]: problem }, true);
}
