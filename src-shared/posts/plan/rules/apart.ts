import type { Breach } from '../../../engine/hard-rule';
import { minutesBetween } from '../../../time/instant';
import type { PlacedPost } from '../post-plan-view';

/** Pairs closer than `gapMinutes` asks for. `placed` is sorted by start; `longest` bounds the gaps, so that the look back can end. */
export function tooClose(
  placed: readonly PlacedPost[],
  longest: number,
  gapMinutes: (earlier: PlacedPost, later: PlacedPost) => number | null,
  because: string,
): Breach[] {
  return placed.flatMap((later, index) => {
    const breaches: Breach[] = [];
    for (let at = index - 1; at >= 0; at -= 1) {
      const earlier = placed[at]!;
      const between = minutesBetween(earlier.start, later.start);
      if (between >= longest) break;
      const gap = gapMinutes(earlier, later);
      if (gap === null || between >= gap || (earlier.fixed && later.fixed)) continue;
      const [demand, other] = later.fixed ? [earlier, later] : [later, earlier];
      breaches.push({
        amount: gap - between,
        unit: 'min',
        parties: [demand.id, other.id],
        message: `"${demand.title}" lies ${between} min from "${other.title}": ${because} asks for ${gap} min.`,
      });
    }
    return breaches;
  });
}
