import { IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { commitChange } from '#renderer/db/change';
import { openDatabase } from '#renderer/db/database';
import { undo } from '#renderer/state/commit';
import { addTask, completeTask, updateTask } from '#renderer/state/edit-tasks';
import {
  applyPreview,
  cancelPlan,
  discardPreview,
  planNow,
  planningNow,
  previewPlan,
  storePlan,
} from '#renderer/state/planning';
import { database } from '#renderer/state/store';
import { workspaceNow } from '#renderer/state/workspace';
import type { Outcome } from '#shared/ipc/outcome';
import { FakeHost } from '../../../helpers/fake-host';
import { placed, planOf } from '../../../helpers/sample-plan';
import { closePage, type Started, start } from '../../../helpers/started-workspace';

let started: Started;
const first = placed('task', 'task-1', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
const second = placed('task', 'task-2', '2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z');

beforeEach(async () => {
  started = await start();
  await addTask({ title: 'A', durationMinutes: 60 });
  await addTask({ title: 'B', durationMinutes: 60 });
});

/** A task from another tab, whose word of it has not arrived. */
async function writeInAnotherTab(): Promise<void> {
  const other = await openDatabase('test', { indexedDB: started.disk, IDBKeyRange });
  const theirs = { ...workspaceNow().tasks[0]!, id: 'task-theirs', title: 'Theirs' };
  await commitChange(other, { puts: { tasks: [theirs] } }, { label: 'Add “Theirs”' });
  other.close();
}

const starts = () => workspaceNow().placements.map((x) => [x.id, x.start.slice(11, 16)]);

describe('planNow', () => {
  it('stores the plan in one step and acknowledges it', async () => {
    started.host.answer('plan.run', () => planOf('p1', [first, second]));
    await planNow();
    expect(starts()).toEqual([
      ['task-1', '10:00'],
      ['task-2', '11:00'],
    ]);
    expect(workspaceNow().lastRun).toMatchObject({ planId: 'p1', why: 'Plan', tasks: 2, moved: 0, late: 0 });
    expect(workspaceNow().undoLabel).toBe('Plan 2 tasks');
    expect(started.host.inputs('plan.acknowledge')).toEqual([{ planId: 'p1' }]);
    expect(planningNow()).toMatchObject({ phase: 'idle', problem: null });
    await undo();
    expect(starts()).toEqual([]);
    expect(workspaceNow().lastRun).toBeNull();
  });

  it('gives the planner the snapshot of the workspace', async () => {
    started.host.answer('plan.run', () => planOf('p1', []));
    await planNow();
    const [problem] = started.host.inputs('plan.run');
    expect(problem).toMatchObject({
      now: '2026-11-24T09:42:00Z',
      present: [],
      options: { algorithm: 'best', seed: 1 },
    });
    expect(problem?.tasks.map((task) => task.id)).toEqual(['task-1', 'task-2']);
  });

  it('changes nothing when the same plan is stored twice', async () => {
    await storePlan(planOf('p1', [first]), 'Plan');
    const revision = workspaceNow().revision;
    await updateTask('task-1', { priority: 1 });
    await undo();
    expect(await storePlan(planOf('p1', [second]), 'Plan')).toBeNull();
    expect(starts()).toEqual([['task-1', '10:00']]);
    expect(workspaceNow().revision).toBe(revision + 2);
    expect(await database().runs.count()).toBe(1);
  });

  it('plans again when the workspace changed while it was planning', async () => {
    let runs = 0;
    started.host.answer('plan.run', async () => {
      runs += 1;
      if (runs === 1) await updateTask('task-1', { priority: 1 });
      return planOf(`p${runs}`, [first]);
    });
    await planNow();
    expect(workspaceNow().lastRun?.planId).toBe('p2');
    expect(started.host.inputs('plan.acknowledge')).toEqual([{ planId: 'p1' }, { planId: 'p2' }]);
    expect(started.host.inputs('plan.run')[1]?.tasks[0]?.priority).toBe(1);
  });

  it('plans again when another tab wrote while it was planning, before its word of it arrived', async () => {
    let runs = 0;
    started.host.answer('plan.run', async () => {
      runs += 1;
      if (runs === 1) await writeInAnotherTab();
      return planOf(`p${runs}`, [first]);
    });
    await planNow();
    expect(workspaceNow().lastRun?.planId).toBe('p2');
    expect(started.host.inputs('plan.run')[1]?.tasks.map((task) => task.title)).toContain('Theirs');
  });

  it('notes the one transaction and what the plan was held against', async () => {
    started.host.answer('plan.run', () => planOf('p1', [first, second]));
    await planNow();
    await expect.poll(() => workspaceNow().lastRun?.storage).toBeDefined();
    // Two placements and the run record.
    expect(workspaceNow().lastRun?.storage).toMatchObject({ transactions: 1, rowsWritten: 3 });
    expect(workspaceNow().lastRun?.storage?.milliseconds).toBeGreaterThan(0);
    expect(workspaceNow().lastRun?.checks).toEqual({ overlaps: 0, lockedMoved: 0, outsideMinutes: 0 });
  });

  it('lets the last 50 plans be undone after a restart, whatever was edited between them', async () => {
    const placeOf = (index: number) => `2026-11-24T${String(10 + (index % 8)).padStart(2, '0')}:00:00Z`;
    const endOf = (index: number) => placeOf(index).replace(':00:00Z', ':30:00Z');
    for (let index = 0; index < 53; index += 1) {
      await storePlan(planOf(`p${index}`, [placed('task', 'task-1', placeOf(index), endOf(index))]), 'Plan');
      await updateTask('task-2', { notes: `after plan ${index}` });
    }
    closePage();
    await start({ disk: started.disk });
    let plans = 0;
    for (;;) {
      const undone = await undo();
      if (!undone.ok) break;
      if (undone.value.startsWith('Plan ')) plans += 1;
    }
    expect(plans).toBe(50);
    expect(workspaceNow().lastRun?.planId).toBe('p2');
    expect(workspaceNow().placements.map((x) => x.start)).toEqual([placeOf(2)]);
  });

  it('says why it could not plan, and moves nothing', async () => {
    started.host.answer('plan.run', () => ({
      kind: 'failed',
      error: { code: 'busy', message: 'Another plan is being made.', advice: 'Wait for it, or cancel it.' },
    }));
    await planNow();
    expect(planningNow().problem).toBe('Another plan is being made.\nWait for it, or cancel it.');
    expect(workspaceNow().lastRun).toBeNull();
  });

  it('stops when it is cancelled', async () => {
    started.host.answer(
      'plan.run',
      (_, { signal }) =>
        new Promise<Outcome<never>>((resolve) => {
          signal?.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
          queueMicrotask(cancelPlan);
        }),
    );
    await planNow();
    expect(planningNow()).toMatchObject({ phase: 'idle', problem: null });
    expect(starts()).toEqual([]);
  });

  it('keeps the block of what is done until it is over, then as history', async () => {
    const past = placed('task', 'task-1', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z');
    await storePlan(planOf('p1', [past, second]), 'Plan');
    await completeTask('task-1', true);
    await completeTask('task-2', true);
    started.host.answer('plan.run', () => planOf('p2', []));
    await planNow();
    expect(starts()).toEqual([['task-1', '08:00']]);
    expect(started.host.inputs('plan.run')[0]?.present).toEqual([]);
  });
});

describe('a plan that was interrupted', () => {
  it('is stored and acknowledged at the next start, once', async () => {
    closePage();
    const host = new FakeHost({ 'plan.pending': () => ({ plan: planOf('p9', [first]) }) });
    await start({ host, disk: started.disk });
    expect(starts()).toEqual([['task-1', '10:00']]);
    expect(host.inputs('plan.acknowledge')).toEqual([{ planId: 'p9' }]);
    closePage();
    await start({ host, disk: started.disk });
    expect(await database().runs.count()).toBe(1);
    await undo();
    expect(starts()).toEqual([]);
  });

  it('is forgotten when the page comes back to another workspace', async () => {
    await completeTask('task-1', true);
    closePage();
    const host = new FakeHost({ 'plan.pending': () => ({ plan: planOf('p9', [first]) }) });
    await start({ host, disk: started.disk });
    expect(starts()).toEqual([]);
    expect(host.inputs('plan.acknowledge')).toEqual([{ planId: 'p9' }]);
  });

  it('is forgotten when it could not be stored: that was said', async () => {
    database().close();
    expect(await storePlan(planOf('p9', [first]), 'Plan')).toContain('Nothing was saved');
    expect(started.host.inputs('plan.acknowledge')).toEqual([{ planId: 'p9' }]);
  });
});

describe('previewPlan', () => {
  it('shows what would change and applies the ticked rows only', async () => {
    await storePlan(planOf('p1', [first, second]), 'Plan');
    const later = placed('task', 'task-1', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z');
    const earlier = placed('task', 'task-2', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z');
    started.host.answer('plan.run', () => planOf('p2', [later, earlier]));
    await previewPlan();
    const { phase, preview } = planningNow();
    expect(phase).toBe('previewing');
    expect(preview?.since, 'nothing was done since the plan').toEqual([]);
    expect(preview?.rows.map((row) => [row.key, row.kind, row.title])).toEqual([
      ['task:task-2::', 'moved', 'B'],
      ['task:task-1::', 'moved', 'A'],
    ]);
    expect(starts()).toEqual([
      ['task-1', '10:00'],
      ['task-2', '11:00'],
    ]);
    await applyPreview(new Set(['task:task-1::']));
    expect(starts()).toEqual([
      ['task-2', '11:00'],
      ['task-1', '14:00'],
    ]);
    expect(planningNow().phase).toBe('idle');
    await undo();
    expect(starts()).toEqual([
      ['task-1', '10:00'],
      ['task-2', '11:00'],
    ]);
  });

  it('[TASK-95] locks where they come to stand those it is told to, in the same step', async () => {
    await storePlan(planOf('p1', [first, second]), 'Plan');
    const later = placed('task', 'task-1', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z');
    started.host.answer('plan.run', () => planOf('p2', [later, second]));
    await previewPlan();
    await applyPreview(new Set(['task:task-1::']), new Set(['task:task-1::', 'task:task-2::']));
    const pins = () => workspaceNow().placements.map(({ id, pinned }) => [id, pinned]);
    expect(pins()).toEqual([
      ['task-2', false],
      ['task-1', true],
    ]);
    expect(workspaceNow().tasks.map(({ id, pinnedStart }) => [id, pinnedStart])).toEqual([
      ['task-1', '2026-11-24T14:00:00Z'],
      ['task-2', null],
    ]);
    await undo();
    expect(workspaceNow().tasks.map(({ pinnedStart }) => pinnedStart)).toEqual([null, null]);
    expect(starts()).toEqual([
      ['task-1', '10:00'],
      ['task-2', '11:00'],
    ]);
  });

  it('is made anew instead of applied when another tab changed the workspace meanwhile', async () => {
    let runs = 0;
    started.host.answer('plan.run', () => {
      runs += 1;
      return planOf(`p${runs}`, [first]);
    });
    await previewPlan();
    expect(planningNow().preview?.since).toEqual(['Add “B”', 'Add “A”']);
    await writeInAnotherTab();
    await applyPreview(new Set(['task:task-1::']));
    expect(starts()).toEqual([]);
    expect(planningNow()).toMatchObject({ phase: 'previewing', problem: null });
    expect(planningNow().preview?.plan.planId).toBe('p2');
    await applyPreview(new Set(['task:task-1::']));
    expect(starts()).toEqual([['task-1', '10:00']]);
    expect(workspaceNow().tasks.map((task) => task.title)).toContain('Theirs');
  });

  it('is not put in force by a page that ends while it is looked at', async () => {
    started.host.answer('plan.run', () => planOf('p2', [first]));
    await previewPlan();
    expect(started.host.inputs('plan.acknowledge')).toEqual([{ planId: 'p2' }]);
  });

  it('leaves nothing when it is discarded', async () => {
    started.host.answer('plan.run', () => planOf('p2', [first]));
    await previewPlan();
    discardPreview();
    expect(planningNow().preview).toBeNull();
    expect(starts()).toEqual([]);
    expect(started.host.inputs('plan.acknowledge')).toEqual([{ planId: 'p2' }]);
  });
});
