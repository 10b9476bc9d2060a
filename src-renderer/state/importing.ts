// The import flow: files are read side by side, compared with their calendar, looked at, and stored in one transaction.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Result } from '#shared/base/result';
import type { Calendar } from '#shared/calendar/event';
import type { ImportedFile } from '#shared/calendar/imported';
import { isArchive } from '#shared/calendar/is-archive';
import type { Progress } from '#shared/ipc/outcome';
import type { ZoneId } from '#shared/time/zone';
import { counted } from '../ui/format-count';
import { nowText } from './clock';
import { commit } from './commit';
import { updateSettings } from './edit-settings';
import { rollingWindow } from './event-window';
import { followNow } from './follow-plan';
import { withFollowed } from './followed-words';
import { host } from './host';
import { type ImportPart, importChange } from './import-change';
import { diffImport, EMPTY_CALENDAR, type ImportDiff, tickedAtFirst } from './import-diff';
import { type ImportTarget, newCalendar, storedCalendar, suggestTarget } from './import-target';
import { inBackground } from './in-background';
import { newId } from './new-id';
import { planNow } from './planning';
import { readCalendarFile } from './read-calendar-file';
import { undoable } from './undoable';
import { onWorkspace, workspaceNow } from './workspace';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file as the host sends it, or as the page picked it. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Bytes | (() => Promise<Bytes>);
}

export interface ImportFile {
  readonly id: string;
  readonly name: string;
  /** `cut`: it breaks off, and what was read waits for a decision. */
  readonly phase: 'reading' | 'ready' | 'cut' | 'failed';
  readonly progress: Progress | null;
  /** Why it failed, or where it breaks off. */
  readonly problem: string | null;
  readonly read: ImportedFile | null;
  /** Zones the user chose for names that nothing explains; what the calendar remembers is among them. */
  readonly zones: Readonly<Record<string, ZoneId>>;
  readonly target: ImportTarget | null;
  /** The file to watch from now on; null to watch none, undefined to leave it as the calendar has it. */
  readonly watchPath?: string | null;
  readonly diff: ImportDiff | null;
  /** Keys of the changes to make. */
  readonly ticked: ReadonlySet<string>;
}

export interface ImportState {
  readonly files: readonly ImportFile[];
  readonly shownId: string | null;
  readonly planAfter: boolean;
  readonly importing: boolean;
  readonly problem: string | null;
}

const store = createStore<ImportState>(() => ({
  files: [],
  shownId: null,
  planAfter: true,
  importing: false,
  problem: null,
}));
const readers = new Map<string, AbortController>();
/** Where to read a file again from. */
const sources = new Map<string, OpenedFile>();

export function useImport<T>(selector: (state: ImportState) => T): T {
  return useStore(store, useShallow(selector));
}

export function importNow(): ImportState {
  return store.getState();
}

/** Reads files and shows what they would change. Nothing is stored. */
export async function addImportFiles(opened: readonly OpenedFile[]): Promise<void> {
  const added = opened.map((file) => ({ ...file, id: newId('file') }));
  store.setState(({ files, shownId }) => ({
    files: [...files, ...added.map(({ id, name }) => emptyFile(id, name))],
    shownId: shownId ?? added[0]?.id ?? null,
    problem: null,
  }));
  for (const { id, name, bytes } of added) sources.set(id, { name, bytes });
  await Promise.all(added.map(({ id }) => readFile(id)));
}

/** Reads files again, such as after they changed on the disk; all of the list unless one is named. */
export async function readAgain(only?: string): Promise<void> {
  const ids = only === undefined ? [...sources.keys()] : [only];
  await Promise.all(
    ids.map((id) => {
      readers.get(id)?.abort();
      update(id, () => ({ phase: 'reading', progress: null, problem: null }));
      return readFile(id);
    }),
  );
}

/** Reads a file again with the zone of a name that nothing explained. Its calendar remembers it. */
export async function chooseZone(id: string, name: string, zone: ZoneId): Promise<void> {
  update(id, (file) => ({ zones: { ...file.zones, [name]: zone } }));
  await readAgain(id);
}

/** Says which addresses are the user's, or with none that the question was answered; the files on the list follow. */
export async function answerOwnAddresses(addresses: readonly string[]): Promise<Result<void, string>> {
  const stored = await updateSettings(
    addresses.length === 0 ? { ownAddressesAsked: true } : { ownAddresses: [...addresses] },
  );
  if (stored.ok && addresses.length > 0) await readAgain();
  return stored;
}

/** Shows a file that cannot be read at all, such as a folder. */
export function addUnreadableFile(name: string, problem: string): void {
  const file: ImportFile = { ...emptyFile(newId('file'), name), phase: 'failed', problem };
  store.setState(({ files, shownId }) => ({ files: [...files, file], shownId: shownId ?? file.id }));
}

/** Takes a file off the list; stops reading it. */
export function leaveOutFile(id: string): void {
  readers.get(id)?.abort();
  sources.delete(id);
  store.setState(({ files, shownId }) => {
    const rest = files.filter((file) => file.id !== id);
    return { files: rest, shownId: shownId === id ? (rest[0]?.id ?? null) : shownId };
  });
}

/** Takes all files off the list. */
export function cancelImport(): void {
  for (const { id } of store.getState().files) leaveOutFile(id);
  store.setState({ problem: null });
}

export function showFile(id: string): void {
  store.setState({ shownId: id });
}

export function setPlanAfter(planAfter: boolean): void {
  store.setState({ planAfter });
}

/** Keeps what was read of a file that breaks off. */
export function keepCutFile(id: string): void {
  update(id, () => ({ phase: 'ready' }));
}

export function tickChanges(id: string, keys: readonly string[], ticked: boolean): void {
  update(id, (file) => {
    const next = new Set(file.ticked);
    for (const key of keys) {
      if (ticked) next.add(key);
      else next.delete(key);
    }
    return { ticked: next };
  });
}

/** Chooses the calendar of a file and compares again. */
export async function setImportTarget(id: string, target: ImportTarget): Promise<void> {
  update(id, () => ({ target }));
  if (takeRememberedZones(id)) await readAgain(id);
  else await compare(id);
}

/** Says where on this computer the file lies, so that its changes are imported as they happen; null to end that. */
export function setWatchPath(id: string, watchPath: string | null): void {
  update(id, () => ({ watchPath }));
}

/** The path a file would be watched at after its import; null when it would not. */
export function watchPathOf({ target, watchPath }: ImportFile): string | null {
  if (watchPath !== undefined) return watchPath;
  if (target?.kind !== 'existing') return null;
  return workspaceNow().calendars.find(({ id }) => id === target.calendarId)?.watch?.path ?? null;
}

/** Ticked changes of the files that are ready. */
export function countTicked(state: ImportState): number {
  return state.files.reduce((sum, file) => sum + (file.phase === 'ready' ? file.ticked.size : 0), 0);
}

/**
 * Stores what is ticked, in one transaction and as one undo step, plans again when that is wanted, and offers to take both back.
 * Returns whether it was stored.
 */
export async function importFiles(): Promise<boolean> {
  const count = countTicked(store.getState());
  let stored = false;
  await undoable(async () => {
    stored = await storeTicked();
    if (!stored) return null;
    const title = `Imported ${counted(count, 'change')}`;
    if (store.getState().planAfter && hasDemands()) {
      await planNow('After an import');
      return title;
    }
    return withFollowed(title, await followNow());
  });
  return stored;
}

/** The transaction alone. */
export async function storeTicked(): Promise<boolean> {
  const { files, importing } = store.getState();
  const ready = files.filter((file) => file.phase === 'ready' && file.ticked.size > 0);
  const count = countTicked(store.getState());
  if (importing || count === 0) return false;
  store.setState({ importing: true, problem: null });
  const stored = await commit(`Import ${counted(count, 'change')}`, (state) => {
    const known = state.calendars.map((calendar) => calendar.id);
    const gone = ready.find((x) => x.target?.kind === 'existing' && !known.includes(x.target.calendarId));
    if (gone) return `The calendar for ${gone.name} was deleted meanwhile. Choose another one.`;
    return importChange(partsOf(ready), { id: newId('import'), at: nowText(), window: rollingWindow() });
  });
  // What is stored leaves the list, and so does a file that changes nothing: neither has anything left to say.
  if (stored.ok) for (const file of files) if (file.phase === 'ready') leaveOutFile(file.id);
  store.setState({ importing: false, problem: stored.ok ? null : stored.error });
  return stored.ok;
}

function hasDemands(): boolean {
  const { tasks, habits } = workspaceNow();
  return tasks.some((task) => task.status === 'open') || habits.some((habit) => habit.status === 'active');
}

let pickerWanted = false;
const pickerListeners = new Set<() => void>();

/** Asks the Import screen to open its file picker, also when the screen is only about to appear. */
export function requestAddFiles(): void {
  pickerWanted = pickerListeners.size === 0;
  for (const listener of pickerListeners) listener();
}

export function onAddFilesRequested(listener: () => void): () => void {
  pickerListeners.add(listener);
  if (pickerWanted) {
    pickerWanted = false;
    listener();
  }
  return () => pickerListeners.delete(listener);
}

/** Compares again when calendars or events changed under the list, such as after an undo. */
onWorkspace((state, before) => {
  if (state.eventsRevision === before.eventsRevision || store.getState().importing) return;
  for (const file of store.getState().files) if (file.read) inBackground(compare(file.id));
});

async function readFile(id: string): Promise<void> {
  const source = sources.get(id);
  if (!source) return;
  const { name, bytes } = source;
  const reader = new AbortController();
  readers.set(id, reader);
  try {
    const content = bytes instanceof Uint8Array ? bytes : await bytes();
    if (isArchive(content)) {
      await unpack(id, name, content, reader.signal);
      return;
    }
    const outcome = await readCalendarFile(
      { name, bytes: content },
      { zones: zonesOf(id), signal: reader.signal, onProgress: (progress) => update(id, () => ({ progress })) },
    );
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'failed') update(id, () => ({ phase: 'failed', problem: outcome.error.message }));
    else await takeRead(id, outcome.value);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    update(id, () => ({ phase: 'failed', problem: `${name} cannot be read: ${why}` }));
  } finally {
    if (readers.get(id) === reader) readers.delete(id);
  }
}

/** Puts the calendars of an archive on the list in its place. */
async function unpack(id: string, name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
  const unpacked = await host().request('calendar.unpack', { name, bytes }, { signal });
  if (unpacked.kind === 'cancelled') return;
  if (unpacked.kind === 'failed') {
    update(id, () => ({ phase: 'failed', problem: unpacked.error.message }));
    return;
  }
  leaveOutFile(id);
  await addImportFiles(unpacked.value.files);
}

async function takeRead(id: string, read: ImportedFile): Promise<void> {
  if (read.problem && read.items.length === 0) {
    const problem = read.problem.message;
    update(id, () => ({ phase: 'failed', problem, read }));
    return;
  }
  const target = fileOf(id)?.target ?? (await suggestTarget(read, workspaceNow().calendars));
  update(id, () => ({ read, target }));
  if (takeRememberedZones(id)) {
    await readFile(id);
    return;
  }
  await compare(id);
  update(id, () => ({
    phase: read.problem ? 'cut' : 'ready',
    problem: read.problem?.message ?? null,
    progress: null,
  }));
}

/** Takes over what the calendar of a file remembers of the names it could not explain. Returns whether that is news. */
function takeRememberedZones(id: string): boolean {
  const file = fileOf(id);
  if (!file?.read || file.target?.kind !== 'existing') return false;
  const { calendarId } = file.target;
  const remembered = workspaceNow().calendars.find((calendar) => calendar.id === calendarId)?.zoneOverrides ?? {};
  const zones: Record<string, ZoneId> = {};
  for (const { zoneName } of file.read.report) {
    const zone = zoneName === undefined || Object.hasOwn(file.zones, zoneName) ? undefined : remembered[zoneName];
    if (zoneName !== undefined && zone) zones[zoneName] = zone;
  }
  if (Object.keys(zones).length === 0) return false;
  update(id, (now) => ({ zones: { ...now.zones, ...zones } }));
  return true;
}

function zonesOf(id: string): Record<string, ZoneId> {
  return { ...fileOf(id)?.zones };
}

function fileOf(id: string): ImportFile | undefined {
  return store.getState().files.find((file) => file.id === id);
}

async function compare(id: string): Promise<void> {
  const file = fileOf(id);
  if (!file?.read || !file.target) return;
  const stored = file.target.kind === 'existing' ? storedCalendar(file.target.calendarId) : EMPTY_CALENDAR;
  const diff = await diffImport(stored, file.read.items, { complete: file.read.problem === null });
  update(id, (now) => (now.target === file.target ? { diff, ticked: tickedAtFirst(diff) } : {}));
}

/** Files of one new calendar name share the calendar. */
function partsOf(files: readonly ImportFile[]): ImportPart[] {
  const { calendars } = workspaceNow();
  const made = new Map<string, ReturnType<typeof newCalendar>>();
  return files.map((file) => {
    const changes = (file.diff?.changes ?? []).filter((change) => file.ticked.has(change.key));
    if (file.target?.kind === 'existing') {
      const { calendarId } = file.target;
      return { file: file.name, ...remembering(calendars.find((x) => x.id === calendarId)!, file), changes };
    }
    const name = file.target?.name ?? file.name;
    const calendar = made.get(name) ?? newCalendar(newId('calendar'), name, [...calendars, ...made.values()]);
    const kept = remembering(calendar, file);
    made.set(name, kept.calendar);
    return { file: file.name, calendar: kept.calendar, isWritten: true, changes };
  });
}

/** The calendar with the zones that were chosen for a file of it, and the file to watch. */
function remembering(
  calendar: Calendar,
  { zones, watchPath }: ImportFile,
): { readonly calendar: Calendar; readonly isWritten: boolean } {
  let kept = calendar;
  const before = calendar.zoneOverrides ?? {};
  if (Object.entries(zones).some(([name, zone]) => before[name] !== zone))
    kept = { ...kept, zoneOverrides: { ...before, ...zones } };
  const path = watchPath?.trim().replace(/^"(.*)"$/, '$1');
  if (path) kept = { ...kept, watch: { path } };
  else if (watchPath === null && kept.watch) {
    const { watch: _, ...unwatched } = kept;
    kept = unwatched;
  }
  return { calendar: kept, isWritten: kept !== calendar };
}

function update(id: string, patch: (file: ImportFile) => Partial<ImportFile>): void {
  store.setState(({ files }) => ({
    files: files.map((file) => (file.id === id ? { ...file, ...patch(file) } : file)),
  }));
}

function emptyFile(id: string, name: string): ImportFile {
  return {
    id,
    name,
    phase: 'reading',
    progress: null,
    problem: null,
    read: null,
    zones: {},
    target: null,
    diff: null,
    ticked: new Set(),
  };
}
