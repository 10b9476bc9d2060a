import { describe, expect, it, vi } from 'vitest';
import { addHabit } from '#renderer/state/edit-habits';
import { updateSettings } from '#renderer/state/edit-settings';
import { repeatedMove } from '#renderer/state/new-target';
import { moveAndPush } from '#renderer/state/real-time';
import { noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import { habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { start } from '../../../helpers/started-workspace';

const UTC = parseZone('UTC')!;
const habit = habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '08:30' });
/** One day each from the 16th on: `!` = moved by hand. */
const past = (...starts: string[]) =>
  starts.map((text, index) => {
    const day = `2026-11-${16 + index}`;
    const start = `${day}T${text.replace('!', '')}:00Z`;
    return habitOccurrenceSchema.parse({
      id: `h@${day}`,
      habitId: 'h',
      day,
      state: 'done',
      start,
      end: start,
      pinned: text.endsWith('!'),
    });
  });

describe('[HABIT-47] a move that repeats', () => {
  it('is asked about after three moves to about the same time among the last six', () => {
    expect(repeatedMove(habit, past('18:00!', '08:30', '18:20!', '18:10!'), UTC)).toBe(18 * 60 + 10);
    expect(repeatedMove(habit, past('18:00!', '08:30', '18:10!'), UTC)).toBeNull();
    expect(repeatedMove(habit, past('18:00!', '12:00!', '15:00!'), UTC)).toBeNull();
    expect(repeatedMove(habit, past('18:00!', '18:00!', '08:30', '08:30', '08:30', '08:30', '18:00!'), UTC)).toBeNull();
  });

  it('is not asked about where it is the target already', () => {
    expect(repeatedMove(habit, past('08:45!', '08:40!', '08:50!'), UTC)).toBeNull();
    expect(repeatedMove(habit, [], UTC)).toBeNull();
  });

  it('is asked about on the week as well, the newest question only, and one click makes it the target', async () => {
    await start();
    await updateSettings({ timeZone: UTC });
    await addHabit({ id: 'walk', title: 'Walk', durationMinutes: 30, targetTime: '12:15' });
    const questions = () => noticesNow().filter(({ action }) => action?.label === 'New target');
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']) {
      expect(questions()).toHaveLength(day === '2026-11-28' ? 1 : 0);
      const moved = await moveAndPush({ kind: 'habit', id: 'walk', day }, parseInstant(`${day}T14:00:00Z`)!);
      expect(moved.ok).toBe(true);
    }
    expect(questions().map(({ title }) => title)).toEqual(['“Walk” keeps going to 14:00']);
    questions()[0]!.action!.run();
    await vi.waitFor(() => expect(workspaceNow().habits.find(({ id }) => id === 'walk')?.targetTime).toBe('14:00'));
  });
});
