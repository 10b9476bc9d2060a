import { beforeEach, describe, expect, it } from 'vitest';
import { addHabit, checkHabit, undo, updateSettings } from '#renderer/state/edit';
import { endTrial, keepTarget, moveToBestPlace, takeSuggestion } from '#renderer/state/habit-moves';
import { noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import type { Day } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';
import type { FakeHost } from '../../../helpers/fake-host';
import { start } from '../../../helpers/started-workspace';

const TUESDAY = '2026-11-24' as Day;
const run = () => workspaceNow().habits.find((habit) => habit.id === 'run')!;
const occurrences = () =>
  workspaceNow().habitOccurrences.map((one) =>
    `${one.day} ${one.state} ${one.start?.slice(11, 16) ?? ''}${one.pinned ? ' fixed' : ''}`.trim(),
  );

describe('what a notice or a suggestion does', () => {
  let host: FakeHost;
  beforeEach(async () => {
    // 9:42 in UTC, with a quarter of an hour of lead.
    ({ host } = await start());
    await updateSettings({ timeZone: parseZone('UTC')! });
    await addHabit({ id: 'run', title: 'Run', durationMinutes: 45, minMinutes: 15, targetTime: '08:00', days: [2] });
  });

  it('[HABIT-45] moves to the nearest place left today, from the notice too, as one undo step', async () => {
    host.emit('tray.action', { kind: 'habits', action: 'move', of: [{ habitId: 'run', day: TUESDAY }] });
    // 9:57 at the earliest, on five minutes.
    await expect.poll(occurrences).toEqual(['2026-11-24 planned 10:00 fixed']);
    await undo();
    expect(occurrences()).toEqual([]);
  });

  it('[HABIT-45] moves to another day of the week where today has no room, and today rests without a miss', async () => {
    await takeSuggestion(run(), TUESDAY, {
      kind: 'otherDay',
      day: '2026-11-26' as Day,
      place: { start: 29_928_000, end: 29_928_045 },
      evidence: '',
    });
    expect(occurrences()).toEqual(['2026-11-24 skipped', '2026-11-26 planned 08:00 fixed']);
    expect(run().history).toEqual([]);
  });

  it('says so when it is not open any more', async () => {
    await checkHabit('run', TUESDAY, 'done');
    await moveToBestPlace('run', TUESDAY);
    expect(noticesNow().at(-1)?.title).toBe('“Run” is not open any more');
  });

  it('skips and ticks off from the tray', async () => {
    host.emit('tray.action', { kind: 'habits', action: 'skip', of: [{ habitId: 'run', day: TUESDAY }] });
    await expect.poll(occurrences).toEqual(['2026-11-24 skipped']);
    host.emit('tray.action', { kind: 'complete', entryKind: 'habit', id: 'run', day: TUESDAY, done: true });
    await expect.poll(occurrences).toEqual(['2026-11-24 done']);
  });

  it('[HABIT-44] tries another target for two weeks, keeps it or goes back, and proposes none for four weeks when told so', async () => {
    const hour = { minutes: 1050, kept: 5, attempts: 6 };
    const proposal = { target: '23:00', weekdayTargets: {}, there: hour, here: hour, elsewhere: null };
    await takeSuggestion(run(), TUESDAY, { kind: 'moveTarget', proposal, evidence: '' });
    expect(run()).toMatchObject({
      targetTime: '23:00',
      window: ['06:00', '23:45'],
      trial: { from: '2026-11-24', until: '2026-12-08', before: '08:00' },
    });
    await endTrial('run', false);
    expect(run()).toMatchObject({ targetTime: '08:00', trial: null });
    await takeSuggestion(run(), TUESDAY, { kind: 'moveTarget', proposal, evidence: '' });
    await endTrial('run', true);
    expect(run()).toMatchObject({ targetTime: '23:00', trial: null });
    await keepTarget('run');
    expect(run().keepTargetUntil).toBe('2026-12-22');
  });

  it('[HABIT-45] gives a weekday up', async () => {
    await addHabit({ id: 'read', title: 'Read', durationMinutes: 30, targetTime: '08:00', days: [1, 3] });
    const read = workspaceNow().habits.find((habit) => habit.id === 'read')!;
    await takeSuggestion(read, TUESDAY, { kind: 'fewerDays', weekday: 3, evidence: '' });
    expect(workspaceNow().habits.find((habit) => habit.id === 'read')?.days).toEqual([1]);
  });
});
