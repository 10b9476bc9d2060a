import { formatInstant } from '../../time/instant';
import type { Occupancy } from './occupancy';
import { type PlanFrame, startWindowOf } from './plan-frame';
import type { PostUnplaced, PostUnplacedReason } from './posting-plan';
import type { Demand, SearchSpace } from './search-space';

/** Why a post found no place beside what is placed: the limit that closes most of its times, with the numbers. */
export function whyUnplaced(space: SearchSpace, occupancy: Occupancy, demand: Demand, frame: PlanFrame): PostUnplaced {
  const { post, first, end, worth } = demand;
  const said = (reason: PostUnplacedReason, detail: string): PostUnplaced => ({
    id: post.id,
    platform: post.platform,
    reason,
    detail,
  });
  const window = startWindowOf(frame, post);
  const between = `between ${formatInstant(window.from)} and ${formatInstant(window.until)}`;
  if (end <= first) {
    return said('windowEmpty', `no time of the ${space.step}-minute grid lies ${between}`);
  }
  const closed = new Map<string, { reason: PostUnplacedReason; where: string; count: number }>();
  let allowed = 0;
  for (let slot = first; slot < end; slot += 1) {
    if (worth[slot]! < 0) continue;
    allowed += 1;
    for (const index of demand.limits) {
      if (occupancy.states[index]!.admits(space.minutes[slot]!)) continue;
      const { reason, where } = space.limits[index]!;
      const key = `${reason} ${where}`;
      const entry = closed.get(key) ?? { reason, where, count: 0 };
      entry.count += 1;
      closed.set(key, entry);
    }
  }
  const lane = space.lanes[demand.lane]!;
  if (allowed === 0) {
    const why = lane.preferredOnly ? 'outside its preferred windows or prohibited' : 'prohibited';
    return said('noAllowedTime', `all ${end - first} times ${between} are ${why} on ${lane.name}`);
  }
  const causes = [...closed.values()].sort((a, b) => b.count - a.count);
  const parts = causes.map(({ reason, where, count }) => `${count} by ${NAMES[reason]} of ${where}`).join(', ');
  return said(causes[0]?.reason ?? 'minimumGap', `of ${allowed} allowed times ${between}, closed: ${parts}`);
}

const NAMES: Readonly<Record<PostUnplacedReason, string>> = {
  windowEmpty: 'the window',
  noAllowedTime: 'prohibited windows',
  minimumGap: 'the minimum gap',
  concurrency: 'the posts in flight',
  dailyCap: 'the daily cap',
  quota: 'the quota',
  duplicateTooClose: 'the gap',
  campaignTooClose: 'the gap',
  minuteTaken: 'the taken minutes',
};
