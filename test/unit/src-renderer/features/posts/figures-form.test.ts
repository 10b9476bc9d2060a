import { describe, expect, it } from 'vitest';
import { figuresFormOf, readFigures } from '#renderer/features/posts/figures-form';

const EMPTY = figuresFormOf(null);

describe('figures typed by hand', () => {
  it('are read as exports write them; an empty field is not known', () => {
    expect(readFigures({ ...EMPTY, reach: '1,500', likes: '1.2K', engagementRate: '4.5', clicks: '0' })).toEqual({
      ok: true,
      value: {
        reach: 1500,
        impressions: null,
        likes: 1200,
        comments: null,
        shares: null,
        clicks: 0,
        engagementRate: 0.045,
        watchTimeMinutes: null,
      },
    });
  });

  it('come back as they were', () => {
    const figures = { ...EMPTY, reach: '1500', engagementRate: '4.5', watchTimeMinutes: '90.5' };
    const read = readFigures(figures);
    expect(read.ok && figuresFormOf(read.value)).toEqual(figures);
  });

  it('name each field that holds none', () => {
    const read = readFigures({ ...EMPTY, reach: 'lots', engagementRate: '-1', likes: '-3' });
    expect(!read.ok && Object.keys(read.error)).toEqual(['reach', 'likes', 'engagementRate']);
  });
});
