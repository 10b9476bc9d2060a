import { beforeEach, describe, expect, it } from 'vitest';
import { exportWorkspace } from '#renderer/state/backup';
import { missedDays } from '#renderer/state/close-days';
import { allCommitted, undo } from '#renderer/state/commit';
import { addHabit, checkHabit, setHabitStatus, updateHabit } from '#renderer/state/edit-habits';
import { updateSettings } from '#renderer/state/edit-settings';
import { storePlan } from '#renderer/state/planning';
import { workspaceNow } from '#renderer/state/workspace';
import { parseDay } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { placed, planOf } from '../../../helpers/sample-plan';
import { closePage, type Started, start } from '../../../helpers/started-workspace';

let started: Started;
const at = (text: string) => parseInstant(text)!;
const on = (day: string) => placed('habit', 'run', `${day}T17:00:00Z`, `${day}T17:45:00Z`, { day });

beforeEach(async () => {
  started = await start();
  await updateSettings({ timeZone: parseZone('UTC')! });
  await addHabit({ id: 'run', title: 'Run', durationMinutes: 45, targetTime: '18:00', history: [true] });
  await storePlan(planOf('p1', [on('2026-11-24'), on('2026-11-25')]), 'Plan');
});

describe('days that are over', () => {
  it('count as missed four hours after their midnight, when nothing was said', () => {
    expect(missedDays(workspaceNow(), at('2026-11-25T03:59:00Z'))).toEqual([]);
    expect(missedDays(workspaceNow(), at('2026-11-25T04:00:00Z')).map((x) => [x.day, x.state])).toEqual([
      ['2026-11-24', 'missed'],
    ]);
  });

  it('[HABIT-14] are no misses in a pause or a vacation that came after the plan', async () => {
    const nextDay = at('2026-11-27T09:00:00Z');
    await setHabitStatus('run', 'paused', parseDay('2026-11-24'));
    expect(missedDays(workspaceNow(), nextDay).map((one) => one.day)).toEqual(['2026-11-25']);
    await updateSettings({ vacations: [{ from: parseDay('2026-11-25')!, to: parseDay('2026-11-26')! }] });
    expect(missedDays(workspaceNow(), nextDay)).toEqual([]);
  });

  it('stay as they were recorded', async () => {
    await checkHabit('run', parseDay('2026-11-24')!, 'skipped');
    expect(missedDays(workspaceNow(), at('2026-11-25T09:00:00Z'))).toEqual([]);
  });

  it('close at the next start, without an undo step, and can be corrected', async () => {
    closePage();
    await start({ disk: started.disk, at: '2026-11-25T09:00:00Z' });
    await allCommitted();
    expect(workspaceNow().habits[0]?.history).toEqual([true, false]);
    expect(workspaceNow().undoLabel).toBe('Plan 0 tasks');
    await checkHabit('run', parseDay('2026-11-24')!, 'done');
    expect(workspaceNow().habits[0]?.history).toEqual([true, true]);
  });

  it('leave the history whole when an older change is undone', async () => {
    await updateHabit('run', { title: 'Long run' });
    closePage();
    await start({ disk: started.disk, at: '2026-11-25T09:00:00Z' });
    await allCommitted();
    await undo();
    expect(workspaceNow().habits[0]).toMatchObject({ title: 'Run', history: [true, false] });
    expect(JSON.parse(await exportWorkspace()).habits[0].history).toEqual([true, false]);
  });
});
