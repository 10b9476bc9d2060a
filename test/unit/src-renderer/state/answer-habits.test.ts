import { beforeEach, describe, expect, it } from 'vitest';
import { answerHabits, showHabitOfNotice } from '#renderer/state/answer-habits';
import { addHabit, checkHabit, updateSettings } from '#renderer/state/edit';
import { currentSection, goTo, viewedDay } from '#renderer/state/navigation';
import { noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import type { Day } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';
import { start } from '../../../helpers/started-workspace';

const TUESDAY = '2026-11-24' as Day;
const both = ['run', 'read'].map((habitId) => ({ habitId, day: TUESDAY }));
const states = () =>
  workspaceNow()
    .habitOccurrences.map((one) => `${one.habitId} ${one.state}`)
    .sort();

describe('[HABIT-48] what a notice about several habits asks for', () => {
  beforeEach(async () => {
    await start();
    await updateSettings({ timeZone: parseZone('UTC')! });
    for (const id of ['run', 'read']) await addHabit({ id, title: id, durationMinutes: 30, targetTime: '08:00' });
  });

  it('is done for all of them, and taken back at once', async () => {
    await answerHabits('skip', both);
    expect(states()).toEqual(['read skipped', 'run skipped']);
    expect(noticesNow().at(-1)).toMatchObject({ title: 'Skipped 2 habits without a miss', action: { label: 'Undo' } });
    noticesNow().at(-1)!.action!.run();
    await expect.poll(states).toEqual([]);
    await answerHabits('move', both);
    expect(workspaceNow().habitOccurrences.filter((one) => one.pinned)).toHaveLength(2);
  });

  it('leaves alone what was settled since, and says so when that is all', async () => {
    await checkHabit('run', TUESDAY, 'done');
    await answerHabits('skip', both);
    expect(states()).toEqual(['read skipped', 'run done']);
    await answerHabits('done', both);
    expect(states()).toEqual(['read skipped', 'run done']);
    expect(noticesNow().at(-1)?.title).toBe('Those habits are not open any more');
  });

  it('opens Today on its day', () => {
    goTo('habits');
    showHabitOfNotice(both[0]!);
    expect([currentSection(), viewedDay()]).toEqual(['today', TUESDAY]);
  });
});
