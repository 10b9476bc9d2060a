import { type Instant, instant } from '#shared/time/instant';

/** The only place where the host learns what time it is. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instant(Date.now()) };
