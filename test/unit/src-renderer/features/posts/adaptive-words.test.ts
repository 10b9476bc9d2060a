import { expect, it } from 'vitest';
import { changedSettings } from '#renderer/features/posts/adaptive-words';

it('names only the settings that changed', () => {
  const before = { maxConcurrentPosts: 3, gapFactor: 1, demographicWeight: 0.3 };
  expect(changedSettings(before, { ...before, maxConcurrentPosts: 2, gapFactor: 1.25 })).toBe(
    'posts at once 3 → 2, gaps × 1 → 1.25',
  );
  expect(changedSettings(before, before)).toBe('');
});
