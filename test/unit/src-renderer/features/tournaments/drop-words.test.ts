import { describe, expect, it } from 'vitest';
import { dropWords, nearestPlaces, neighbourStart, snappedStart } from '#renderer/features/tournaments/drop-words';
import { at } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

describe('a drop', () => {
  it('is refused by name, with the rule, the numbers and the nearest places', () => {
    const drop = { match: 'f', court: 'B', start: at('09:30') };
    const words = dropWords(viewOf(), drop);
    expect(words.legal).toBe(false);
    expect(words.reasons).toContainEqual({
      rule: 'A court has one match at a time, and the changeover between two.',
      message: 'B is not free for match 3 until 30 min later, because of match 2.',
    });
    // One reason a rule.
    expect(new Set(words.reasons.map(({ rule }) => rule)).size).toBe(words.reasons.length);
    expect(nearestPlaces(viewOf(), drop).map(({ label }) => label)).toEqual(['10:30, B']);
  });

  it('is legal where no rule is against it', () => {
    const drop = { match: 'f', court: 'B', start: at('10:30') };
    expect(dropWords(viewOf(), drop)).toEqual({ legal: true, reasons: [] });
    expect(nearestPlaces(viewOf(), drop)).toEqual([]);
  });

  it('of a pinned match is judged without its pin, which moves along', () => {
    const view = viewOf({ pins: [{ match: 'f', start: '2026-11-28T10:30:00Z', court: 'A' }] });
    expect(dropWords(view, { match: 'f', court: 'B', start: at('11:00') }).legal).toBe(true);
  });
});

describe('where a hand puts a match', () => {
  const waves = [at('09:00'), at('10:30')];

  it('snaps to a wave nearby, else to five minutes', () => {
    expect(snappedStart(84, at('09:00'), waves, 10)).toBe(at('10:30'));
    expect(snappedStart(66, at('09:00'), waves, 10)).toBe(at('10:05'));
  });

  it('a key goes to the next wave, and by a match beyond the last', () => {
    expect(neighbourStart(at('09:00'), 1, waves, 60)).toBe(at('10:30'));
    expect(neighbourStart(at('10:30'), 1, waves, 60)).toBe(at('11:30'));
    expect(neighbourStart(at('10:30'), -1, waves, 60)).toBe(at('09:00'));
    expect(neighbourStart(at('09:00'), -1, waves, 60)).toBe(at('08:00'));
  });
});
