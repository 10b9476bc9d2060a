import type { Clock } from '../zones/clock';

const DAY = 86_400_000;

/**
 * The day a UTC time means for a whole-day series: Exchange writes the local midnight of a day, others any time of it. `dayClocks` are
 * the zones whose midnights are looked for, first the likeliest.
 */
export function dayMeantBy(utc: number, dayClocks: readonly Clock[]): number {
  for (const clock of dayClocks) {
    const local = clock.localOf(utc);
    if (local % DAY === 0) return local / DAY;
  }
  return Math.floor(utc / DAY);
}
