/**
 * How many matches run at once: the least of courts, umpires and the override. A list that is empty says nothing about it (its column
 * stays null in the timetable), and neither does an override of null or 0. With nothing said a wave is a whole round: Infinity.
 */
export function batchSizeOf(courts: number, umpires: number, override: number | null): number {
  return Math.min(
    courts || Number.POSITIVE_INFINITY,
    umpires || Number.POSITIVE_INFINITY,
    override || Number.POSITIVE_INFINITY,
  );
}
