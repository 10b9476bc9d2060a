import { describe, expect, it } from 'vitest';
import { addTask, completeTask } from '#renderer/state/edit-tasks';
import { isStillWanted } from '#renderer/state/pending-plan';
import { storePlan } from '#renderer/state/planning';
import { workspaceNow } from '#renderer/state/workspace';
import { parseInstant } from '#shared/time/instant';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start } from '../../../helpers/started-workspace';

const placement = placed('task', 'task-1', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
/** Planned at 09:42. */
const plan = planOf('p1', [placement]);
const at = (text: string) => parseInstant(text)!;

describe('a pending plan', () => {
  it.each([
    ['2026-11-24T09:42:00Z', true],
    ['2026-11-24T09:57:00Z', true],
    ['2026-11-24T09:58:00Z', false],
    ['2026-11-24T09:26:00Z', false],
  ])('at %s: still wanted is %s', async (moment, wanted) => {
    await start();
    await addTask({ title: 'A', durationMinutes: 60 });
    expect(isStillWanted(plan, workspaceNow(), at(moment))).toBe(wanted);
  });

  it('is not wanted when a newer plan is in force; the same one is', async () => {
    await start();
    await addTask({ title: 'A', durationMinutes: 60 });
    const moment = at('2026-11-24T09:43:00Z');
    await storePlan(plan, 'Plan');
    expect(isStillWanted(plan, workspaceNow(), moment)).toBe(true);
    await storePlan({ ...planOf('p2', []), plannedAt: '2026-11-24T09:42:30Z' }, 'Plan');
    expect(isStillWanted(plan, workspaceNow(), moment)).toBe(false);
  });

  it('is not wanted when it places what is done or gone', async () => {
    await start();
    const moment = at('2026-11-24T09:43:00Z');
    expect(isStillWanted(plan, workspaceNow(), moment)).toBe(false);
    await addTask({ title: 'A', durationMinutes: 60 });
    expect(isStillWanted(plan, workspaceNow(), moment)).toBe(true);
    await completeTask('task-1', true);
    expect(isStillWanted(plan, workspaceNow(), moment)).toBe(false);
  });
});
