import { describe, expect, it } from 'vitest';
import { dateOrderOf, exportTime } from '#shared/posts/import/export-time';
import { formatInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const read = (text: string, order: 'monthFirst' | 'dayFirst' = 'monthFirst') => {
  const time = exportTime(text, BERLIN, order);
  return time && [formatInstant(time.at), time.hourKnown];
};

describe('moments of exports', () => {
  it.each([
    ['2025-11-05T10:00:00Z', '2025-11-05T10:00:00Z'],
    ['2025-11-05 10:00', '2025-11-05T09:00:00Z'],
    ['2025-11-05 10:11 +0000', '2025-11-05T10:11:00Z'],
    ['11/05/2025 10:30', '2025-11-05T09:30:00Z'],
    ['Nov 5, 2025, 3:04 PM', '2025-11-05T14:04:00Z'],
    ['Nov 5, 2025 at 12:04 AM', '2025-11-04T23:04:00Z'],
    ['5 November 2025 15:04', '2025-11-05T14:04:00Z'],
    ['Wed, Nov 5, 2025 15:04 UTC', '2025-11-05T15:04:00Z'],
  ])('[POST-92] %s', (text, at) => {
    expect(read(text)).toEqual([at, true]);
  });

  it('[POST-92] read day first where the dates say so', () => {
    expect(read('05.11.2025 10:30', 'dayFirst')).toEqual(['2025-11-05T09:30:00Z', true]);
    expect(dateOrderOf(['11/05/2025', '25/11/2025'])).toBe('dayFirst');
    expect(dateOrderOf(['11/05/2025', '11/25/2025'])).toBe('monthFirst');
    expect(dateOrderOf(['05.11.2025'])).toBe('dayFirst');
    expect(dateOrderOf(['11/05/2025', 'Nov 5, 2025'])).toBe('monthFirst');
  });

  it('[POST-93] know no hour where only the day is named', () => {
    expect(read('Nov 5, 2025')).toEqual(['2025-11-05T11:00:00Z', false]);
    expect(read('Wed, Nov 5, 2025')).toEqual(['2025-11-05T11:00:00Z', false]);
    expect(read('2025-11-05')).toEqual(['2025-11-05T11:00:00Z', false]);
  });

  it.each(['', 'Lifetime', 'Foo 5, 2025', '2025-02-30', '13/13/2025', 'Nov 5, 2025 25:00', 'Nov 5, 2025 13:00 PM'])(
    '[POST-92] refuse "%s"',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
