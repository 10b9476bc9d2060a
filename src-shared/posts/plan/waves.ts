import { groupBy } from '../../base/group-by';
import type { Instant } from '../../time/instant';
import { minutesBetween } from '../../time/instant';
import { IN_FLIGHT_MINUTES } from './plan-frame';
import type { PostPlacement, PostWave } from './posting-plan';

/** Numbers starts from 1: a wave is what begins within an hour of its first post, at most `most` posts. Starts ascend. */
export function waveNumbers(starts: readonly Instant[], most: number): number[] {
  let wave = 0;
  let opened: Instant | null = null;
  let size = 0;
  return starts.map((start) => {
    if (opened === null || minutesBetween(opened, start) >= IN_FLIGHT_MINUTES || size >= most) {
      wave += 1;
      opened = start;
      size = 0;
    }
    size += 1;
    return wave;
  });
}

/** The posts of each numbered wave. Placements ascend. */
export function wavesOf(placements: readonly PostPlacement[]): PostWave[] {
  return [...groupBy(placements, ({ wave }) => wave)].map(([wave, posts]) => ({
    wave,
    start: posts[0]!.start,
    ids: posts.map(({ id }) => id),
  }));
}
