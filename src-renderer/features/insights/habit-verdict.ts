// The comparison of the two habit methods in a sentence.
import type { HabitMethodComparison } from '#shared/planning/compare-habit-methods';

/** More placed comes before nearer: a method that leaves habits out is near with the rest. */
export function verdict({ best, greedy, nearerMinutes }: HabitMethodComparison): string {
  const more = best.placed - greedy.placed;
  if (more > 0) {
    return `${more} ${more === 1 ? 'visit has' : 'visits have'} a place that the simple method leaves out.`;
  }
  if (Math.abs(nearerMinutes) < 0.05)
    return 'As near to your targets as the simple method: your days leave enough room for both.';
  return nearerMinutes > 0
    ? `${minuteWords(nearerMinutes)} nearer to your targets than the simple method.`
    : `${minuteWords(-nearerMinutes)} farther from your targets than the simple method in the mean, at a lower cost: what is needed most lies nearest.`;
}

/** One decimal: `8.5 min`. */
export function minuteWords(value: number): string {
  return `${(Math.round(value * 10) / 10).toLocaleString('en')} min`;
}
