// Stability: what moved without having to goes back, unless it gained more than the threshold by moving.
import { outerMinutes } from '../engine/epoch-minute';
import type { Placement } from '../engine/plan';
import { STAY_BONUS } from '../tasks/stay-bonus';

/**
 * `free` may have moved and could have stayed. A return that `isFine` refuses is not made, nor is it asked about where another task stands now or
 * nearer than the buffer. What goes back is what it was to the byte.
 */
export function putBack(
  before: readonly Placement[],
  after: readonly Placement[],
  free: ReadonlySet<string>,
  bufferMinutes: number,
  isFine: (placements: readonly Placement[]) => boolean,
): readonly Placement[] {
  let answer = after;
  for (const id of free) {
    const old = before.filter((placement) => isTask(placement, id));
    const fresh = answer.filter((placement) => isTask(placement, id));
    if (old.length === 0 || fresh.length === 0 || old.some(({ factors }) => factors.length === 0)) continue;
    if (fresh.every((placement, index) => placement.start === old[index]?.start && placement.end === old[index]?.end))
      continue;
    if (meanScore(fresh) > (1 + STAY_BONUS) * meanScore(old)) continue;
    const others = answer.filter((placement) => !isTask(placement, id));
    if (others.some((other) => other.kind === 'task' && old.some((place) => isTooNear(place, other, bufferMinutes))))
      continue;
    const returned = [...others, ...old];
    if (isFine(returned)) answer = returned;
  }
  return answer;
}

function isTask(placement: Placement, id: string): boolean {
  return placement.kind === 'task' && placement.id === id;
}

function isTooNear(one: Placement, other: Placement, bufferMinutes: number): boolean {
  const a = outerMinutes(one.start, one.end);
  const b = outerMinutes(other.start, other.end);
  return a.start < b.end + bufferMinutes && b.start < a.end + bufferMinutes;
}

function meanScore(placements: readonly Placement[]): number {
  return placements.reduce((sum, { score }) => sum + score, 0) / placements.length;
}
