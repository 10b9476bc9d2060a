import { describe, expect, it } from 'vitest';
import { changeWords, evidenceWords, gainWords } from '#renderer/features/posts/recommendation-words';

describe('recommendations in words', () => {
  it('name gain with interval, and where it comes from', () => {
    expect(gainWords({ expected: 1.291, low: 1.2, high: 1.35 })).toBe('1.29× (1.20 to 1.35)');
    expect(gainWords(null)).toBe('');
    expect(evidenceWords({ source: 'your posts', n: 1068 })).toBe('1,068 of your posts');
    expect(evidenceWords({ source: 'A study, 2025', n: 0 })).toBe('A study, 2025');
  });

  it('say what one click does', () => {
    const window = { days: [2], from: '08:00', to: '09:00' };
    expect(changeWords({ kind: 'preferWindows', platform: 'x', windows: [window, window] })).toBe(
      'Prefer these 2 windows',
    );
    expect(changeWords({ kind: 'prohibitWindows', platform: 'x', windows: [window] })).toBe('Close this window');
    expect(changeWords({ kind: 'setConcurrency', platform: 'x', posts: 2 })).toBe('Send 2 at once at most');
    expect(changeWords({ kind: 'explore' })).toBe('Try new hours');
  });
});
