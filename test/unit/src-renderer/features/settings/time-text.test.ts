import { describe, expect, it } from 'vitest';
import { isOvernight, readTimeText, showTimeText } from '#renderer/features/settings/time-text';

describe('times as people type them', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    [' 17:05 ', '17:05'],
    ['24:00', '24:00'],
  ])('%s is %s', (text, expected) => {
    expect(readTimeText(text)).toBe(expected);
  });

  it.each(['', 'noon', '9:75', '25', '24:30', '9:3'])('“%s” is no time', (text) => {
    expect(readTimeText(text)).toBeNull();
  });

  it('shows hours without padding, and knows an end of the next day', () => {
    expect(showTimeText('09:05')).toBe('9:05');
    expect(isOvernight('22:00', '06:00')).toBe(true);
    expect(isOvernight('09:00', '17:00')).toBe(false);
  });
});
