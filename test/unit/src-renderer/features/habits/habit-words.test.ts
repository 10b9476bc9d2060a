import { describe, expect, it } from 'vitest';
import { daysWords, deltaWords, nextWords } from '#renderer/features/habits/habit-words';
import { type Day, parseDay } from '#shared/time/day';
import { instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const TUESDAY = parseDay('2026-11-24') as Day;
const WEDNESDAY = parseDay('2026-11-25') as Day;
const at = (text: string) => instant(Date.parse(text));

describe('habit words', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7], 'Daily'],
    [[5, 4, 3, 2, 1], 'Weekdays'],
    [[6, 7], 'Weekends'],
    [[2], 'Tuesdays'],
    [[1, 5, 3], 'Mon, Wed, Fri'],
    [[], 'No days'],
  ])('writes the days %j as %s', (days, words) => {
    expect(daysWords(days)).toBe(words);
  });

  it('say when it is next', () => {
    expect(
      nextWords(
        { kind: 'placed', day: TUESDAY, start: at('2026-11-24T11:15:00Z'), end: at('2026-11-24T11:45:00Z') },
        BERLIN,
        TUESDAY,
      ),
    ).toBe('Today 12:15');
    expect(nextWords({ kind: 'unplaced', day: WEDNESDAY, detail: '' }, BERLIN, TUESDAY)).toBe('No room tomorrow');
    expect(nextWords({ kind: 'unplaced', day: parseDay('2026-11-28') as Day, detail: '' }, BERLIN, TUESDAY)).toBe(
      'No room on Sat',
    );
    expect(nextWords({ kind: 'none' }, BERLIN, TUESDAY)).toBe('');
  });

  it('write a difference with its sign', () => {
    expect([deltaWords(38), deltaWords(-4), deltaWords(0)]).toEqual(['+38 min', '−4 min', 'on time']);
  });
});
