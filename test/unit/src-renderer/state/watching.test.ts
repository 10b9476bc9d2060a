import { beforeEach, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import { updateCalendar } from '#renderer/state/edit-settings';
import { addImportFiles, cancelImport, importFiles, setPlanAfter } from '#renderer/state/importing';
import { database } from '#renderer/state/store';
import { dismissNotice, noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import type { ImportedFile, ImportedItem } from '#shared/calendar/imported';
import type { WatchedChange } from '#shared/ipc/calendar';
import { type Started, start } from '../../../helpers/started-workspace';

let started: Started;
let content: ImportedItem[];
let tell: (change: WatchedChange) => void;
let watched: string[];

function item(uid: string, hash: string): ImportedItem {
  const times = { start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' };
  return {
    ...{ uid, title: `${uid}${hash}`, ics: `BEGIN:VCALENDAR ${uid} ${hash}`, hash, sequence: 0, recurring: false },
    ...{ lastModified: null, stamp: null },
    occurrences: [{ uid, title: `${uid}${hash}`, ...times, allDay: false, busy: true }],
  };
}

const change = (problem: string | null = null): WatchedChange => ({
  id: workspaceNow().calendars[0]!.id,
  files: problem === null ? [{ name: 'work.ics', bytes: new Uint8Array([1]) }] : [],
  problem,
});
const titles = async () => (await database().events.toArray()).map(({ event }) => event.title).sort();
const notices = () => noticesNow().map(({ title }) => title);

beforeEach(async () => {
  for (const { id } of noticesNow()) dismissNotice(id);
  cancelImport();
  setPlanAfter(false);
  watched = [];
  started = await start();
  started.host.answer('calendar.read', (): { files: ImportedFile[] } => ({
    files: [
      {
        ...{ name: 'work.ics', sizeBytes: 1, source: 'google', calendarName: 'Work', items: content },
        ...{ report: [], problem: null },
      },
    ],
  }));
  started.host.answer('calendar.watch', ({ watches }, { signal, onPart }) => {
    watched.push(...watches.map(({ path }) => path));
    tell = onPart as typeof tell;
    return new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ kind: 'cancelled' })));
  });
  content = [item('a', '1'), item('b', '1')];
  await addImportFiles([{ name: 'work.ics', bytes: new Uint8Array([1]) }]);
  await importFiles();
  await updateCalendar(workspaceNow().calendars[0]!.id, { watch: { path: '/calendars/work.ics' } });
});

it('watches what the calendars say, and nothing before', () => {
  expect(watched).toEqual(['/calendars/work.ics']);
});

it('imports a change as one step that can be taken back', async () => {
  content = [item('a', '2'), item('b', '1'), item('c', '1')];
  tell(change());
  await expect.poll(titles).toEqual(['a2', 'b1', 'c1']);
  await expect.poll(notices).toContain('work.ics changed: 1 updated, 1 added');
  await undo();
  expect(await titles()).toEqual(['a1', 'b1']);
});

it('says nothing when nothing changed', async () => {
  const before = notices();
  tell(change());
  await expect.poll(() => started.host.inputs('calendar.read').length).toBe(2);
  await expect.poll(titles).toEqual(['a1', 'b1']);
  expect(notices()).toEqual(before);
});

it('only offers to remove what vanished', async () => {
  content = [item('a', '1')];
  tell(change());
  await expect.poll(notices).toContain('1 event of Work is no longer in work.ics');
  expect(await titles()).toEqual(['a1', 'b1']);
  noticesNow()
    .find(({ title }) => title.startsWith('1 event of Work'))!
    .action!.run();
  await expect.poll(titles).toEqual(['a1']);
});

it('stops watching when the path is taken out', async () => {
  await updateCalendar(workspaceNow().calendars[0]!.id, { watch: undefined });
  expect(watched).toHaveLength(1);
  await updateCalendar(workspaceNow().calendars[0]!.id, { watch: { path: '/elsewhere' } });
  expect(watched).toEqual(['/calendars/work.ics', '/elsewhere']);
});
