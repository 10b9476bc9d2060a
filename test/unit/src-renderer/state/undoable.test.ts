import { beforeEach, describe, expect, it } from 'vitest';
import { takingBack } from '#renderer/state/commit';
import { addTask } from '#renderer/state/edit-tasks';
import { undoable } from '#renderer/state/undoable';
import { workspaceNow } from '#renderer/state/workspace';
import { start } from '../../../helpers/started-workspace';

const titles = () => workspaceNow().tasks.map((task) => task.title);
const add = (title: string) => addTask({ title, durationMinutes: 30 });

beforeEach(async () => {
  await start();
  await add('Before');
});

describe('an offer to take back', () => {
  it('takes back all steps of the work and no more', async () => {
    const takeBack = await takingBack(async () => {
      await add('One');
      await add('Two');
    });
    expect(titles()).toEqual(['Before', 'One', 'Two']);
    expect((await takeBack()).ok).toBe(true);
    expect(titles()).toEqual(['Before']);
  });

  it('does not touch what was stored on top', async () => {
    const takeBack = await takingBack(async () => {
      await add('One');
    });
    await add('Later');
    expect(await takeBack()).toEqual({
      ok: false,
      error: 'Something was changed since. Undo that first, with Ctrl Z.',
    });
    expect(titles()).toEqual(['Before', 'One', 'Later']);
  });

  it('is not made when the work says it did nothing', async () => {
    await undoable(async () => null);
    expect(titles()).toEqual(['Before']);
  });
});
