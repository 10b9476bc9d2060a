import { beforeEach, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import { addTask } from '#renderer/state/edit-tasks';
import { takeSuggestion } from '#renderer/state/take-suggestion';
import { workspaceNow } from '#renderer/state/workspace';
import { placed, planOf } from '../../../helpers/sample-plan';
import { type Started, start } from '../../../helpers/started-workspace';

let started: Started;

beforeEach(async () => {
  started = await start();
  await addTask({ title: 'Long report', durationMinutes: 300 });
  started.host.answer('plan.run', () =>
    planOf('p1', [placed('task', 'task-1', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z')]),
  );
});

it('makes the change of a task and plans; each is one undo step', async () => {
  const split = { minMinutes: 30, maxMinutes: 60 };
  expect(await takeSuggestion('task-1', { kind: 'task', patch: { split } })).toBe(true);
  expect(workspaceNow().tasks[0]?.split).toEqual(split);
  expect(workspaceNow().lastRun?.why).toBe('A place for Long report');
  expect(started.host.inputs('plan.run')[0]?.tasks[0]?.split).toEqual(split);
  await undo();
  expect(workspaceNow().placements).toEqual([]);
  await undo();
  expect(workspaceNow().tasks[0]?.split).toBeNull();
});

it('makes the change of the settings', async () => {
  await takeSuggestion('task-1', { kind: 'settings', patch: { horizonDays: 60 } });
  expect(workspaceNow().settings.horizonDays).toBe(60);
  expect(workspaceNow().placements).toHaveLength(1);
});

it('does nothing for a task that is gone', async () => {
  expect(await takeSuggestion('task-9', { kind: 'settings', patch: { horizonDays: 60 } })).toBe(false);
  expect(workspaceNow().settings.horizonDays).toBe(30);
});
