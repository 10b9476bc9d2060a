// What a recommendation's button says, and how its gain is read.
import { assertNever } from '#shared/base/assert-never';
import type { Recommendation, RecommendedChange } from '#shared/posts/recommendations';

/** "1.24× (1.08 to 1.41)"; empty where nothing can be said. */
export function gainWords(gain: Recommendation['gain']): string {
  if (gain === null) return '';
  return `${gain.expected.toFixed(2)}× (${gain.low.toFixed(2)} to ${gain.high.toFixed(2)})`;
}

/** "from 68 of your posts", "Posting windows by platform, research summary, 2025". */
export function evidenceWords({ source, n }: Recommendation['evidence']): string {
  return n === 0 ? source : `${n.toLocaleString('en')} of ${source}`;
}

/** What one click does, as its button. */
export function changeWords(change: RecommendedChange): string {
  switch (change.kind) {
    case 'preferWindows':
      return `Prefer ${hours(change.windows.length)}`;
    case 'prohibitWindows':
      return `Close ${hours(change.windows.length)}`;
    case 'setConcurrency':
      return `Send ${change.posts} at once at most`;
    case 'explore':
      return 'Try new hours';
    default:
      return assertNever(change, 'change');
  }
}

function hours(count: number): string {
  return count === 1 ? 'this window' : `these ${count} windows`;
}
