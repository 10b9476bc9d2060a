import { describe, expect, it } from 'vitest';
import { retryDelays } from '#shared/posts/adaptive/backoff';
import { STARTING_PARAMETERS } from '#shared/posts/nouns/parameters';

describe('backoff', () => {
  it('[POST-72] waits 1 s, doubles, and never waits longer than 60 s', () => {
    expect(retryDelays(STARTING_PARAMETERS, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(retryDelays(STARTING_PARAMETERS, 0)).toEqual([]);
  });
});
