import type { Parameters } from '../nouns/parameters';

/** After so many refusals in a row a job gives up. */
export const RETRIES = 8;

/** Seconds to wait before each retry after a 429: the first wait, then times the multiplier, never above the longest. */
export function retryDelays(
  parameters: Pick<Parameters, 'initialBackoffSeconds' | 'backoffMultiplier' | 'maxBackoffSeconds'>,
  retries: number,
): number[] {
  const { initialBackoffSeconds, backoffMultiplier, maxBackoffSeconds } = parameters;
  return Array.from({ length: retries }, (_, retry) =>
    Math.min(maxBackoffSeconds, initialBackoffSeconds * backoffMultiplier ** retry),
  );
}
