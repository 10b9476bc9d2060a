import { describe, expect, it } from 'vitest';
import { formatLength, readLength } from '#renderer/ui/length';

describe('the length of work', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [90, '90 min'],
    [120, '2 h'],
    [150, '2 h 30'],
  ])('writes %i as %s and reads it back', (minutes, text) => {
    expect(formatLength(minutes)).toBe(text);
    expect(readLength(text)).toBe(minutes);
  });

  it.each([
    ['90', 90],
    ['90m', 90],
    ['1h30', 90],
    ['1:30', 90],
    ['1.5h', 90],
    ['1,5 h', 90],
    [' 2 hours 15 min ', 135],
    ['10080', 10_080],
  ])('reads %s', (text, minutes) => {
    expect(readLength(text)).toBe(minutes);
  });

  it.each(['', 'soon', 'h', '1:75', '-5', '10081', '1.5'])('refuses %j', (text) => {
    expect(readLength(text)).toBeNull();
  });
});
