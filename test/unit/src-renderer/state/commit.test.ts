import { IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { commitChange } from '#renderer/db/change';
import { type DaywrightDatabase, openDatabase } from '#renderer/db/database';
import { reload, undo } from '#renderer/state/commit';
import { addTask, updateTask } from '#renderer/state/edit-tasks';
import { workspaceNow } from '#renderer/state/workspace';
import type { Task } from '#shared/tasks/task';
import { FakeHost } from '../../../helpers/fake-host';
import { type Started, start } from '../../../helpers/started-workspace';

let started: Started;
/** The same store, as another tab holds it. */
let other: DaywrightDatabase;

beforeEach(async () => {
  started = await start();
  other = await openDatabase('test', { indexedDB: started.disk, IDBKeyRange });
});

const titles = () => workspaceNow().tasks.map((task) => task.title);
const stored = async () => (await other.tasks.toArray()).map((task) => task.title).sort();

/** What the other tab commits, made from a row of ours. */
async function writeThere(title: string): Promise<void> {
  const task: Task = { ...workspaceNow().tasks[0]!, id: `there-${title}`, title };
  await commitChange(other, { puts: { tasks: [task] } }, { label: `Add “${title}”` });
}

describe('two tabs on one store', () => {
  it('read what the other wrote in the middle of own writes, and memory is what is stored', async () => {
    await addTask({ title: 'Ours', durationMinutes: 30 });
    const own = updateTask('task-1', { title: 'Ours, renamed' });
    await Promise.all([
      own,
      writeThere('Theirs').then(() => reload()),
      reload(),
      addTask({ title: 'Next', durationMinutes: 5 }),
    ]);
    expect([...titles()].sort()).toEqual(['Next', 'Ours, renamed', 'Theirs']);
    expect(await stored()).toEqual(['Next', 'Ours, renamed', 'Theirs']);
  });

  it('share one order of undo', async () => {
    await addTask({ title: 'Ours', durationMinutes: 30 });
    await writeThere('Theirs');
    await reload();
    expect(workspaceNow().undoLabel).toBe('Add “Theirs”');
    await undo();
    expect(titles()).toEqual(['Ours']);
    expect(await stored()).toEqual(['Ours']);
  });

  it('leave the offers of an empty store once the other has data', async () => {
    await addTask({ title: 'Ours', durationMinutes: 30 });
    const task = workspaceNow().tasks[0]!;
    started = await start({ host: new FakeHost({ 'marker.read': () => ({ hadData: true }) }) });
    expect(workspaceNow().status).toBe('emptied');
    other = await openDatabase('test', { indexedDB: started.disk, IDBKeyRange });
    await commitChange(other, { puts: { tasks: [task] } }, { label: 'Restore backup' });
    await reload();
    expect(workspaceNow()).toMatchObject({ status: 'ready', isFirstStart: false });
  });
});
