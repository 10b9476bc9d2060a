import { describe, expect, it } from 'vitest';
import { quotaCompliance } from '#shared/posts/adaptive/quota-compliance';
import { postsFile } from '../../../../helpers/posts-file';

const { history } = postsFile({
  history: ['23T08', '23T20', '24T07', '24T08', '26T08'].map((at) => ({
    platform: 'x',
    postedAt: `2026-11-${at}:00:00Z`,
  })),
});

describe('quota compliance', () => {
  it('[POST-71] counts the fullest stretch and the posts beyond the quota', () => {
    // 23rd 8:00 to 24th 7:00 are three within a day; at 24th 8:00 the first is just out of it.
    expect(quotaCompliance(history, { posts: 3, perMinutes: 1440 })).toEqual({ most: 3, allowed: 3, beyond: 0 });
    expect(quotaCompliance(history, { posts: 2, perMinutes: 1440 })).toEqual({ most: 3, allowed: 2, beyond: 2 });
    expect(quotaCompliance(history, null)).toBeNull();
  });
});
