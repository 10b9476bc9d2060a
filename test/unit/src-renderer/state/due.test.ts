import { describe, expect, it } from 'vitest';
import { dueInstant, dueWords, dueWordsInline, readDue } from '#renderer/state/due';
import { type Day, parseDay } from '#shared/time/day';
import { formatInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const TUESDAY = parseDay('2026-11-24') as Day;
const THURSDAY = parseDay('2026-11-26') as Day;

describe('a due', () => {
  it('without a time is the end of its day, and reads back as that day', () => {
    const at = formatInstant(dueInstant(BERLIN, { day: THURSDAY, minutes: null }));
    expect(at).toBe('2026-11-26T23:00:00Z');
    expect(readDue(BERLIN, at)).toEqual({ day: THURSDAY, minutes: null });
  });

  it('with a time keeps it', () => {
    const at = formatInstant(dueInstant(BERLIN, { day: THURSDAY, minutes: 17 * 60 }));
    expect(at).toBe('2026-11-26T16:00:00Z');
    expect(readDue(BERLIN, at)).toEqual({ day: THURSDAY, minutes: 1020 });
  });

  it('is written relative to today', () => {
    expect(dueWords({ day: TUESDAY, minutes: 960 }, TUESDAY)).toBe('Today 16:00');
    expect(dueWords({ day: THURSDAY, minutes: null }, TUESDAY)).toBe('Thu');
    expect(dueWordsInline({ day: TUESDAY, minutes: 960 }, TUESDAY)).toBe('today 16:00');
  });

  it('is null when the text is no instant', () => {
    expect(readDue(BERLIN, 'Thursday')).toBeNull();
  });
});
