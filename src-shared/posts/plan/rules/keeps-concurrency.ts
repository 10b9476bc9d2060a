import type { Breach } from '../../../engine/hard-rule';
import { IN_FLIGHT_MINUTES } from '../plan-frame';
import type { PlacedPost, PostRule } from '../post-plan-view';
import { crowding } from './crowding';

/**
 * No more posts are in flight at once than allowed, urgent ones up to the urgent limit, on a platform and on all together.
 * Amount: posts too many. A post is in flight for an hour.
 */
export const keepsConcurrency: PostRule = {
  id: 'post.keepsConcurrency',
  sentence: 'No more posts are in flight at once than allowed; urgent ones may use the urgent limit.',
  check({ frame, placed }) {
    return [
      ...inFlight(placed, frame.maxConcurrent, frame.maxUrgentConcurrent, 'all platforms'),
      ...[...frame.lanes.values()].flatMap((lane) =>
        inFlight(
          placed.filter((post) => post.platform === lane.platform),
          lane.maxConcurrent,
          lane.maxUrgentConcurrent,
          lane.name,
        ),
      ),
    ];
  },
};

function inFlight(placed: readonly PlacedPost[], most: number, mostUrgent: number, where: string): Breach[] {
  const says = (limit: number, kind: string) => (post: PlacedPost, together: number) =>
    `"${post.title}" makes ${together} ${kind} in flight at once on ${where}: the limit is ${limit}.`;
  return [
    ...crowding(
      placed.filter((post) => !post.urgent),
      most,
      IN_FLIGHT_MINUTES,
      says(most, 'posts that are not urgent'),
    ),
    ...crowding(placed, mostUrgent, IN_FLIGHT_MINUTES, says(mostUrgent, 'posts')),
  ];
}
