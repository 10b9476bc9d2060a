import { describe, expect, it } from 'vitest';
import { momentFrom, momentUntil } from '#shared/posts/nouns/moment';
import { formatInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;

describe('moments', () => {
  it('[POST-26] a day begins at its midnight and ends at the next, an exact moment counts itself', () => {
    const both = (text: string) => [formatInstant(momentFrom(text, BERLIN)), formatInstant(momentUntil(text, BERLIN))];
    expect(both('2026-11-23')).toEqual(['2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z']);
    expect(both('2026-11-23T09:00')).toEqual(['2026-11-23T08:00:00Z', '2026-11-23T08:01:00Z']);
    expect(both('2026-11-23T09:00:00Z')).toEqual(['2026-11-23T09:00:00Z', '2026-11-23T09:01:00Z']);
    // The day on which the clocks go back is 25 hours long.
    expect(both('2026-10-25')).toEqual(['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']);
  });
});
