// The independent check of a plan. It shares nothing with the search but the rules and the frame.
import { storedInstant } from '../../engine/epoch-minute';
import { violationsOf } from '../../engine/hard-rule';
import type { Violation } from '../../engine/plan';
import type { Instant } from '../../time/instant';
import type { PlanFrame } from './plan-frame';
import { placedFixed, placedOpen } from './post-plan-view';
import type { PostingPlan } from './posting-plan';
import { postRules } from './rules';

/** Every rule a plan breaks; none for a valid one. */
export function verifyPostingPlan(
  frame: PlanFrame,
  plan: { readonly placements: readonly { readonly id: string; readonly start: string }[] } & Pick<
    PostingPlan,
    'unplaced'
  >,
): Violation[] {
  const open = new Map(frame.open.map((post) => [post.id, post]));
  const given = new Map<string, { start: Instant; times: number }>();
  const placed = frame.fixed.map(placedFixed);
  for (const { id, start } of plan.placements) {
    const at = storedInstant(start);
    const post = open.get(id);
    if (post && !given.has(id)) placed.push(placedOpen(post, at));
    given.set(id, { start: given.get(id)?.start ?? at, times: (given.get(id)?.times ?? 0) + 1 });
  }
  placed.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  return violationsOf(postRules, { frame, placed, given, unplaced: new Set(plan.unplaced.map(({ id }) => id)) });
}
