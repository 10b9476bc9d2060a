import { describe, expect, it } from 'vitest';
import { isAudienceZone, readShares, shareRows } from '#renderer/features/posts/shares';

const errorOf = (rows: Parameters<typeof readShares>[0]) => {
  const read = readShares(rows, 'time zone', isAudienceZone);
  return read.ok ? null : read.error;
};

describe('shares', () => {
  it('come back as they were', () => {
    const shares = { 'Europe/Helsinki': 0.64, 'UTC-5': 0.125 };
    expect(shareRows(shares)).toEqual([
      { key: 0, name: 'Europe/Helsinki', percent: '64' },
      { key: 1, name: 'UTC-5', percent: '12.5' },
    ]);
    expect(readShares(shareRows(shares), 'time zone', isAudienceZone)).toEqual({ ok: true, value: shares });
  });

  it('leave empty rows out', () => {
    expect(readShares([{ name: '', percent: '' }], 'age group')).toEqual({ ok: true, value: {} });
  });

  it('name what is wrong', () => {
    expect(errorOf([{ name: '', percent: '20' }])).toBe('A share of 20% has no time zone.');
    expect(errorOf([{ name: 'Helsinki', percent: '20' }])).toBe('“Helsinki” is no time zone.');
    expect(errorOf([{ name: 'UTC', percent: 'most' }])).toBe('The share of “UTC” is “most”: 0 to 100% was expected.');
    expect(
      errorOf([
        { name: 'UTC', percent: '60' },
        { name: 'UTC-5', percent: '50' },
      ]),
    ).toBe('The shares add up to 110%.');
    expect(
      errorOf([
        { name: 'UTC', percent: '10' },
        { name: 'UTC', percent: '20' },
      ]),
    ).toBe('“UTC” stands twice.');
  });
});
