import type { Clock } from '#main/ports/clock';
import { type Instant, parseInstant } from '#shared/time/instant';

export interface HandClock extends Clock {
  set(iso: string): void;
}

/** A clock that stands until the test moves it. Each look at the elapsed time is one millisecond later. */
export function handClock(iso: string): HandClock {
  let now = parseInstant(iso) as Instant;
  let elapsed = 0;
  return {
    now: () => now,
    elapsed() {
      elapsed += 1;
      return elapsed;
    },
    set(next) {
      now = parseInstant(next) as Instant;
    },
  };
}
