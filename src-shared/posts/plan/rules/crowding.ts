import type { Breach } from '../../../engine/hard-rule';
import type { PlacedPost } from '../post-plan-view';

/**
 * Where more than `most` posts start within less than `minutes`. One breach a post that is one too many, with what it crowds.
 * `placed` is sorted by start.
 */
export function crowding(
  placed: readonly PlacedPost[],
  most: number,
  minutes: number,
  sentence: (post: PlacedPost, together: number) => string,
): Breach[] {
  return placed.flatMap((post, index) => {
    const since = post.start - minutes * 60_000;
    let first = index;
    while (first > 0 && placed[first - 1]!.start > since) first -= 1;
    const together = placed.slice(first, index + 1);
    if (together.length <= most || together.every((one) => one.fixed)) return [];
    const others = together.filter((one) => one !== post).map((one) => one.id);
    const message = sentence(post, together.length);
    return [{ amount: together.length - most, unit: 'posts', parties: [post.id, ...others], message }];
  });
}
