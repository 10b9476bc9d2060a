import { describe, expect, it } from 'vitest';
import { adjustmentRows, readAdjustmentRows, withNewAdjustment } from '#renderer/features/posts/adjustment-form';
import { STARTING_ADJUSTMENTS } from '#shared/posts/evidence/starting-adjustments';

const TYPES = ['linkedin_post', 'linkedin_carousel'];
const rows = adjustmentRows(STARTING_ADJUSTMENTS, 'linkedin', TYPES);
const sorted = (list: readonly unknown[]) =>
  list.map((one) => JSON.stringify(one, Object.keys(one as object).sort())).sort();

describe('adjustments of hours as a form', () => {
  it('come back as they were, those of other platforms too', () => {
    const read = readAdjustmentRows(rows, 'linkedin', TYPES, STARTING_ADJUSTMENTS);
    if (!read.ok) throw new Error([...read.error.values()].join());
    expect(sorted(read.value.demographic)).toEqual(sorted(STARTING_ADJUSTMENTS.demographic));
    expect(sorted(read.value.format)).toEqual(sorted(STARTING_ADJUSTMENTS.format));
    expect(read.value.season).toEqual(STARTING_ADJUSTMENTS.season);
  });

  it('show those of every audience, of the platform’s types and of its months', () => {
    expect(rows.filter(({ part }) => !part.startsWith('age:') && !part.startsWith('device:'))).toMatchObject([
      { part: 'format:linkedin_carousel', when: 'Mon–Fri 8:00–11:00', percent: '30' },
      { part: 'season', when: 'Jul, Aug, Dec', percent: '-50' },
    ]);
  });

  it('are read from what was typed', () => {
    const added = withNewAdjustment([], 'format:linkedin_post').map((row) => ({
      ...row,
      when: 'tue 9-11',
      percent: '−20 %',
    }));
    const read = readAdjustmentRows(
      [...added, { key: 9, part: 'season', when: 'december 1', percent: '12.5' }],
      'linkedin',
      TYPES,
      { demographic: [], format: [], season: [] },
    );
    expect(read).toEqual({
      ok: true,
      value: {
        demographic: [],
        format: [{ contentType: 'linkedin_post', days: [2], fromHour: 9, toHour: 11, adjustment: -0.2 }],
        season: [{ platform: 'linkedin', months: [1, 12], adjustment: 0.125 }],
      },
    });
  });

  it('say what is wrong at their row', () => {
    const wrong = [
      { key: 1, part: 'age:18-24', when: '8:30-11', percent: '10' },
      { key: 2, part: 'season', when: 'soon', percent: '10' },
      { key: 3, part: 'device:mobile', when: '8-11', percent: '150' },
    ];
    const read = readAdjustmentRows(wrong, 'linkedin', TYPES, STARTING_ADJUSTMENTS);
    expect(read.ok ? [] : [...read.error]).toEqual([
      [1, '“8:30-11” is not in whole hours.'],
      [2, '“soon” names no months. Write “Jul, Aug” or “12”.'],
      [3, '“150” is no share from -100 to 100%.'],
    ]);
  });
});
