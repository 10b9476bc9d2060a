// One placement made by hand, and the waves of all.
import { by } from '#shared/base/ordering';
import { minuteFloor, storedInstant } from '#shared/engine/epoch-minute';
import type { Post } from '#shared/posts/nouns/post';
import type { PostPlacement } from '#shared/posts/plan/posting-plan';
import { waveNumbers } from '#shared/posts/plan/waves';
import { formatInstant, type Instant } from '#shared/time/instant';
import { wallTimeAt } from '#shared/time/zone';
import type { WorkspaceState } from '../workspace';
import { postsFileIn, scoresIn } from './posts-file';

export function placementAt(state: WorkspaceState, post: Post, at: Instant): PostPlacement {
  const file = postsFileIn(state);
  const scores = scoresIn(state.posts, file, at).slotScores(
    post.platform,
    post.contentType,
    Int32Array.of(minuteFloor(at)),
  );
  return {
    id: post.id,
    platform: post.platform,
    start: formatInstant(at),
    score: scores[0] ?? 0,
    wave: 1,
    wallTime: wallTimeAt(file.timeZone, at),
    timeZone: file.timeZone,
    preferred: null,
    pinned: true,
  };
}

/** The placements to write so that these replace those of their posts and every wave has its number. */
export function withWaves(
  before: readonly PostPlacement[],
  changed: readonly PostPlacement[],
  gone: ReadonlySet<string>,
  mostInFlight: number,
): PostPlacement[] {
  const present = new Map(before.map((placement) => [placement.id, placement]));
  const wanted = new Map(present);
  for (const placement of changed) wanted.set(placement.id, placement);
  for (const id of gone) wanted.delete(id);
  const sorted = [...wanted.values()].sort(by((placement) => storedInstant(placement.start)));
  const waves = waveNumbers(
    sorted.map(({ start }) => storedInstant(start)),
    mostInFlight,
  );
  return sorted
    .map((placement, index) => (placement.wave === waves[index] ? placement : { ...placement, wave: waves[index]! }))
    .filter((placement) => placement !== present.get(placement.id));
}
