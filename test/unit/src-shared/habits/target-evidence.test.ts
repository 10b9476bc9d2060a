import { describe, expect, it } from 'vitest';
import { type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { bestHours, hourRecord, proposeTarget } from '#shared/habits/target-evidence';
import type { Day } from '#shared/time/day';
import { plusDays } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

const UTC = parseZone('UTC')!;
const habit = habitSchema.parse({ id: 'h', title: 'Spanish', durationMinutes: 30, targetTime: '08:30' });
/** One line a day from Sunday 1 November: `+17:30` kept, `-8:30` missed. */
function past(...lines: string[]): HabitOccurrence[] {
  return lines.map((line, index) => {
    const day = plusDays('2026-11-01' as Day, index);
    const [hour, minute] = line.slice(1).split(':');
    const start = `${day}T${hour!.padStart(2, '0')}:${minute}:00Z`;
    const state = line.startsWith('+') ? 'done' : 'missed';
    return habitOccurrenceSchema.parse({ id: `h@${day}`, habitId: 'h', day, state, start, end: start });
  });
}
const times = (line: string, count: number) => Array.from({ length: count }, () => line);

describe('[HABIT-44] the hour that keeps a habit', () => {
  const mixed = past(
    ...times('-8:30', 4),
    ...times('+8:45', 2),
    ...times('+17:30', 5),
    '-17:45',
    ...times('+20:00', 4),
  );

  it('counts attempts within three quarters of an hour', () => {
    expect(hourRecord(habit, mixed, UTC, 510)).toEqual({ minutes: 510, kept: 2, attempts: 6 });
    expect(hourRecord(habit, mixed, UTC, 1050)).toEqual({ minutes: 1050, kept: 5, attempts: 6 });
  });

  it('names only hours with five attempts, the best first', () => {
    // 20:00 has four.
    expect(bestHours(habit, mixed, UTC, 4).map((one) => `${one.minutes} ${one.kept}/${one.attempts}`)).toEqual([
      '1050 5/6',
      '510 2/6',
    ]);
  });

  it('is proposed when it keeps at least 20 points better', () => {
    expect(proposeTarget(habit, mixed.slice(0, 12), UTC)).toMatchObject({
      target: '17:30',
      there: { kept: 5, attempts: 6 },
    });
    const even = past(...times('-8:30', 3), ...times('+8:30', 7), ...times('+17:30', 4), '-17:30');
    expect(proposeTarget(habit, even, UTC)).toBeNull();
    expect(proposeTarget(habit, [], UTC)).toBeNull();
  });

  it('is the median of the times it was done when more than half of the last ten were elsewhere', () => {
    const moved = past('+8:30', '-8:30', '-8:30', '+8:30', ...times('+18:00', 3), ...times('+18:20', 3));
    // Six of ten; the times done are 8:30 twice, 18:00 three times, 18:20 three times: the middle is 18:00.
    expect(proposeTarget(habit, moved, UTC)).toMatchObject({
      target: '18:00',
      weekdayTargets: {},
      elsewhere: { moved: 6, of: 10 },
      there: { kept: 6, attempts: 6 },
    });
  });

  it('is told by weekday where that differs', () => {
    // Done at 18:00, on Sundays at 11:00.
    const lines = Array.from({ length: 28 }, (_, index) => (index % 7 === 0 ? '+11:00' : '+18:00'));
    expect(proposeTarget(habit, past(...lines), UTC)).toMatchObject({ target: '18:00', weekdayTargets: {} });
    // The last twenty hold three Sundays.
    expect(proposeTarget(habit, past(...lines.slice(0, 22)), UTC)).toMatchObject({
      target: '18:00',
      weekdayTargets: { '7': '11:00' },
    });
  });
});
