import { seededRandom } from '../../base/seeded-random';
import { instantOfMinute } from '../../engine/epoch-minute';
import type { Post } from '../nouns/post';
import type { PostsFile } from '../posts-file';
import { heatMap } from '../timing/heat-map';
import type { FileScores } from '../timing/slot-scores';
import { hourOfWeekAt } from '../timing/timing-scores';
import { explorationWeek, exploringPosts } from './exploration';

/** Which posts of the file try hours hardly tried, and what each of them seeks; null for all others. Urgent posts never explore. */
export function explorationAims(
  file: PostsFile,
  scores: FileScores,
  seed: number,
): (post: Post, minutes: Int32Array) => Float64Array | null {
  const policy = file.exploration;
  if (policy === 'none') return () => null;
  const chosen = exploringPosts(file.posts.length, file.parameters.explorationRate, seed);
  const turns = new Map(
    file.posts.flatMap(({ id, priority }, i) => (chosen[i] && priority !== 'urgent' ? [[id, i]] : [])),
  );
  return (post, minutes) => {
    const turn = turns.get(post.id);
    if (turn === undefined) return null;
    const own = file.history.filter((record) => record.platform === post.platform);
    const { priorStrength } = file.parameters;
    const map = heatMap(scores.question(post.platform, post.contentType), own, priorStrength);
    // Each post draws for itself, so that two of them do not try the same hour.
    const week = explorationWeek(map, policy, priorStrength, seededRandom(seed * 1009 + turn));
    return Float64Array.from(minutes, (minute) => week[hourOfWeekAt(file.timeZone, instantOfMinute(minute))]!);
  };
}
