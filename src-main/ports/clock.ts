import { performance } from 'node:perf_hooks';
import { type Instant, instant } from '#shared/time/instant';

/** The only place where the host learns what time it is. */
export interface Clock {
  now(): Instant;
  /** Milliseconds of a clock that never jumps, for measuring only. */
  elapsed(): number;
}

export const systemClock: Clock = { now: () => instant(Date.now()), elapsed: () => performance.now() };
