import { beforeEach, describe, expect, it } from 'vitest';
import { updateSettings } from '#renderer/state/edit-settings';
import { addTask } from '#renderer/state/edit-tasks';
import { explain } from '#renderer/state/explanation';
import { storePlan } from '#renderer/state/planning';
import { parseZone } from '#shared/time/zone';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start } from '../../../helpers/started-workspace';

beforeEach(async () => {
  await start();
  const day: [string, string][] = [['09:00', '17:00']];
  await updateSettings({ timeZone: parseZone('UTC')!, workingHours: { 2: day, 3: day }, horizonDays: 7 });
  await addTask({ title: 'Report', durationMinutes: 60 });
  await addTask({ title: 'Endless', durationMinutes: 600 });
  await storePlan(
    planOf(
      'p1',
      [placed('task', 'task-1', '2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z')],
      [
        {
          kind: 'task',
          id: 'task-2',
          reason: 'longerThanAnyFreeRun',
          detail: 'needs 600 min, the longest run is 480 min',
        },
      ],
    ),
    'Plan',
  );
});

describe('explain', () => {
  it('gives a placed task its factors and legal alternatives', async () => {
    const explanation = await explain({ kind: 'task', id: 'task-1' });
    expect(explanation?.kind).toBe('placed');
    if (explanation?.kind !== 'placed') return;
    expect(explanation.factors.length).toBeGreaterThan(0);
    expect(explanation.alternatives.length).toBeGreaterThan(0);
  });

  it('gives an unplaced task its reason', async () => {
    expect(await explain({ kind: 'task', id: 'task-2' })).toMatchObject({
      kind: 'unplaced',
      reason: 'longerThanAnyFreeRun',
    });
  });

  it('knows nothing of what the plan does not hold', async () => {
    expect(await explain({ kind: 'task', id: 'nobody' })).toBeNull();
  });
});
