import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import { addHabit, checkHabit, removeHabit, updateHabit } from '#renderer/state/edit-habits';
import { workspaceNow } from '#renderer/state/workspace';
import { parseDay } from '#shared/time/day';
import { start } from '../../../helpers/started-workspace';

const MONDAY = parseDay('2026-11-23')!;
const TUESDAY = parseDay('2026-11-24')!;

beforeEach(async () => {
  await start();
  await addHabit({ title: 'Run', durationMinutes: 45, targetTime: '18:00', history: [true, false] });
});

const history = () => workspaceNow().habits[0]?.history;
const states = () => workspaceNow().habitOccurrences.map((x) => [x.day, x.state]);

describe('habits', () => {
  it('records a day and keeps the history in step', async () => {
    await checkHabit('habit-1', TUESDAY, 'done');
    expect(states()).toEqual([['2026-11-24', 'done']]);
    expect(workspaceNow().habitOccurrences[0]?.completedAt).toBe('2026-11-24T09:42:00Z');
    expect(history()).toEqual([true, false, true]);
  });

  it('corrects a day instead of counting it twice', async () => {
    await checkHabit('habit-1', TUESDAY, 'done');
    await checkHabit('habit-1', TUESDAY, 'missed');
    expect(history()).toEqual([true, false, false]);
    await checkHabit('habit-1', TUESDAY, 'planned');
    expect(history()).toEqual([true, false]);
    expect(workspaceNow().habitOccurrences[0]).toMatchObject({ state: 'planned', completedAt: null });
  });

  it('puts an earlier day before a later one, and a skip nowhere', async () => {
    await checkHabit('habit-1', TUESDAY, 'done');
    await checkHabit('habit-1', MONDAY, 'missed');
    expect(history()).toEqual([true, false, false, true]);
    await checkHabit('habit-1', MONDAY, 'skipped');
    expect(history()).toEqual([true, false, true]);
    await undo();
    expect(history()).toEqual([true, false, false, true]);
  });

  it('changes and removes a habit with its days', async () => {
    await updateHabit('habit-1', { targetTime: '07:00' });
    expect(workspaceNow().habits[0]?.targetTime).toBe('07:00');
    expect((await updateHabit('habit-1', { targetTime: '7 am' })).ok).toBe(false);
    await checkHabit('habit-1', TUESDAY, 'done');
    await removeHabit('habit-1');
    expect(workspaceNow()).toMatchObject({ habits: [], habitOccurrences: [] });
    await undo();
    expect(states()).toEqual([['2026-11-24', 'done']]);
  });
});
