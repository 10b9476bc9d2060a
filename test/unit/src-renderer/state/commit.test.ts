import { IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { commitChange } from '#renderer/db/change';
import { type DaywrightDatabase, openDatabase } from '#renderer/db/database';
import { commit, reload, storeProblem, undo } from '#renderer/state/commit';
import { addTask } from '#renderer/state/edit-tasks';
import { loadWorkspace } from '#renderer/state/store';
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
  it('read what the other wrote in turn with own writes, never in the middle of one', async () => {
    await addTask({ title: 'Ours', durationMinutes: 30 });
    const order: string[] = [];
    let goOn = (): void => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const own = commit(null, async () => {
      await gate;
      order.push('wrote');
      return {};
    });
    await writeThere('Theirs');
    const read = reload().then(() => order.push('read'));
    // Time enough for a reader that does not wait for its turn.
    await loadWorkspace();
    await loadWorkspace();
    goOn();
    await Promise.all([own, read]);
    expect(order).toEqual(['wrote', 'read']);
    expect([...titles()].sort()).toEqual(['Ours', 'Theirs']);
  });

  it('compute a change again when the other wrote and its word of it is still on the way', async () => {
    await addTask({ title: 'Ours', durationMinutes: 30 });
    await writeThere('Theirs');
    const seen: string[][] = [];
    const done = await commit('Rename all', (state) => {
      seen.push(state.tasks.map((task) => task.title).sort());
      return { puts: { tasks: state.tasks.map((task) => ({ ...task, title: `${task.title}!` })) } };
    });
    expect(done.ok).toBe(true);
    expect(seen).toEqual([['Ours'], ['Ours', 'Theirs']]);
    expect(await stored()).toEqual(['Ours!', 'Theirs!']);
    await undo();
    expect(await stored()).toEqual(['Ours', 'Theirs']);
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

describe('what went wrong with the store', () => {
  const full = 'The disk is full, so nothing was saved. Free some space and try again.';

  it.each([
    [new DOMException('full', 'QuotaExceededError'), full],
    [
      Object.assign(new Error('aborted'), {
        name: 'AbortError',
        inner: new DOMException('full', 'QuotaExceededError'),
      }),
      full,
    ],
    [new Error('The store is closed'), 'Nothing was saved: The store is closed'],
    ['odd', 'Nothing was saved: odd'],
  ])('is a sentence for the user: %s', (error, sentence) => {
    expect(storeProblem(error)).toBe(sentence);
  });
});
