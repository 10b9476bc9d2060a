import { describe, expect, it } from 'vitest';
import { readWindowText, windowText } from '#renderer/features/posts/window-text';

describe('window texts', () => {
  it('writes days as runs and times without leading zeros', () => {
    expect(windowText({ days: [2, 3, 4], from: '08:00', to: '11:00' })).toBe('Tue–Thu 8:00–11:00');
    expect(windowText({ days: [6, 7], from: '00:00', to: '24:00' })).toBe('Sat, Sun');
    expect(windowText({ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' })).toBe('22:00–6:00');
    expect(windowText({ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' })).toBe('Every day');
    expect(windowText({ days: [1, 3, 4, 5, 7], from: '09:30', to: '10:00' })).toBe('Mon, Wed–Fri, Sun 9:30–10:00');
  });

  it.each([
    ['tue-thu 8-11', { days: [2, 3, 4], from: '08:00', to: '11:00' }],
    ['Tue–Thu 8:00–11:00', { days: [2, 3, 4], from: '08:00', to: '11:00' }],
    ['Sat, Sun', { days: [6, 7], from: '00:00', to: '24:00' }],
    ['22:00–6:00', { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' }],
    ['fri-mon 20-24', { days: [1, 5, 6, 7], from: '20:00', to: '24:00' }],
    ['Every day', { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  ])('reads %s', (text, window) => {
    expect(readWindowText(text)).toEqual({ ok: true, value: window });
  });

  it.each(['', 'someday', 'tue 8', '8-25', 'tue-xyz 8-9', '9-9', '24-6'])('refuses “%s” and names it', (text) => {
    const read = readWindowText(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error).toContain(text === '' ? 'empty' : text);
  });
});
