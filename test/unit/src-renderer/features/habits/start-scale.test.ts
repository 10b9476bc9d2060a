import { describe, expect, it } from 'vitest';
import { startPoints, startScale } from '#renderer/features/habits/start-scale';
import { habitOccurrenceSchema } from '#shared/habits/habit';
import { type Day, parseDay } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

const day = (text: string) => parseDay(text) as Day;
const point = (minutes: number | null) => ({ day: day('2026-11-24'), minutes });

describe('the start chart', () => {
  it('has whole ticks around points and target', () => {
    expect(startScale([point(545), point(505)], 510)).toEqual({ from: 495, to: 555, ticks: [495, 510, 525, 540, 555] });
    expect(startScale([point(600), point(505)], 510)).toEqual({ from: 480, to: 600, ticks: [480, 510, 540, 570, 600] });
    expect(startScale([], 510)).toEqual({ from: 510, to: 525, ticks: [510, 525] });
    expect(startScale([point(60), point(1_380)], 720).ticks).toEqual([0, 360, 720, 1_080, 1_440]);
  });

  it('keeps missed days without a time, and leaves skipped and planned ones out', () => {
    const one = (on: string, state: string, start: string | null) =>
      habitOccurrenceSchema.parse({ id: on, habitId: 'h', day: on, state, start, end: start });
    expect(
      startPoints(
        { durationMinutes: 30 },
        [
          one('2026-11-24', 'missed', '2026-11-24T07:30:00Z'),
          one('2026-11-23', 'done', '2026-11-23T07:30:00Z'),
          one('2026-11-22', 'skipped', '2026-11-22T07:30:00Z'),
          one('2026-11-21', 'done', null),
          one('2026-11-25', 'planned', '2026-11-25T07:30:00Z'),
        ],
        parseZone('Europe/Berlin')!,
      ),
    ).toEqual([
      { day: '2026-11-23', minutes: 510 },
      { day: '2026-11-24', minutes: null },
    ]);
  });
});
