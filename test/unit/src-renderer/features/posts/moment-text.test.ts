import { describe, expect, it } from 'vitest';
import { momentText, readMomentText } from '#renderer/features/posts/moment-text';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
/** Tuesday 24 November 2026, 10:42 in Berlin. */
const context = { now: parseInstant('2026-11-24T09:42:00Z')!, zone };

describe('moments of a post', () => {
  it.each([
    ['2026-11-27', 'Fri 27 Nov'],
    ['2026-11-27T16:00', 'Fri 27 Nov 16:00'],
    ['2026-11-27T15:00:00Z', 'Fri 27 Nov 16:00'],
    [null, ''],
  ])('writes %s as “%s”', (stored, text) => {
    expect(momentText(stored, zone)).toBe(text);
  });

  it.each([
    ['', null],
    ['fri 16:00', '2026-11-27T16:00'],
    ['tomorrow', '2026-11-25'],
    ['24 dec', '2026-12-24'],
    ['Fri 27 Nov', '2026-11-27'],
    ['Fri 27 Nov 16:00', '2026-11-27T16:00'],
    ['Fri 27 Nov 8:05', '2026-11-27T08:05'],
    // Past today, so tomorrow.
    ['9:00', '2026-11-25T09:00'],
    ['18:00', '2026-11-24T18:00'],
  ])('reads “%s” as %s', (text, stored) => {
    expect(readMomentText(text, context)).toEqual({ ok: true, value: stored });
  });

  it.each(['soonish', 'fri 16:00 sharp', '31.'])('refuses “%s” and names it', (text) => {
    const read = readMomentText(text, context);
    expect(!read.ok && read.error).toContain(`“${text}”`);
  });
});
