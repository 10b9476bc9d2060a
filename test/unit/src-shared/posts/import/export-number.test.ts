import { describe, expect, it } from 'vitest';
import { exportNumber } from '#shared/posts/import/export-number';

describe('figures of exports', () => {
  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1,234,567', 1234567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['12,5', 12.5],
    ['1\u00A0234', 1234],
    ['12.3K', 12300],
    ['2m', 2000000],
    ['4.5%', 0.045],
    ['-', null],
    ['', null],
    ['n/a', null],
    ['many', undefined],
    ['.', undefined],
    ['1,2,3', undefined],
  ])('[POST-91] %s is %s', (text, value) => {
    expect(exportNumber(text)).toEqual(value);
  });
});
