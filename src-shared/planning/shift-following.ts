// The rest of a day moves in its order, around everything that stands: back when something takes longer, up when it is done early.
import { isoOfMinute, type MinuteSpan, minuteCeil, outerMinutes } from '../engine/epoch-minute';
import { firstRunEndingAfter, freeTimeOf } from '../engine/free-time';
import { localDayNumber, onGrid } from '../engine/local-clock';
import type { Placement } from '../engine/plan';
import { earliestMinute } from '../tasks/task-work';
import type { Instant } from '../time/instant';
import { occupiedTime } from './occupied-time';
import type { PlanningProblem } from './problem';
import { withoutLead } from './replan';
import { situationOf } from './situation';

export interface Shifted {
  readonly problem: PlanningProblem;
  /** Tasks that found no room on their day and have no place here; `replanTouched` finds them another. */
  readonly homeless: readonly string[];
}

/** Running late: `problem` already says what takes longer. What follows moves back, each task by no more than it must. */
export function pushFollowing(problem: PlanningProblem, from: Instant): Shifted {
  return shiftFollowing(problem, from, (span, cursor) => Math.max(cursor, span.start));
}

/** Done early: what follows moves up to `from`, each task as far as its earliest start allows. */
export function pullFollowing(problem: PlanningProblem, from: Instant): Shifted {
  return shiftFollowing(problem, from, (_, cursor, earliest) => Math.max(cursor, earliest));
}

function shiftFollowing(
  problem: PlanningProblem,
  from: Instant,
  lowestFor: (span: MinuteSpan, cursor: number, earliest: number) => number,
): Shifted {
  const situation = situationOf(withoutLead(problem));
  const { clock } = situation.horizon;
  const buffer = situation.frame.bufferMinutes;
  const grid = situation.frame.gridMinutes;
  const begin = minuteCeil(from);
  const today = localDayNumber(clock, begin);
  const movable = new Map(situation.taskWork.filter((work) => work.minutes > 0).map(({ task }) => [task.id, task]));
  const follows = problem.present
    .filter((placement) => placement.kind === 'task' && movable.has(placement.id))
    .map((placement) => ({ placement, span: outerMinutes(placement.start, placement.end) }))
    .filter(({ span }) => span.start > situation.horizon.now)
    .filter(({ span }) => span.end > begin - buffer && localDayNumber(clock, span.start) === today)
    .sort((a, b) => a.span.start - b.span.start);
  if (follows.length === 0) return { problem, homeless: [] };
  const leaving = new Set(follows.map(({ placement }) => placement));
  const rest = problem.present.filter((placement) => !leaving.has(placement));
  const free = freeTimeOf(situation.windows, occupiedTime(situation, { placements: rest }), buffer);
  let cursor = begin;
  const moved: Placement[] = [];
  const homeless: string[] = [];
  for (const { placement, span } of follows) {
    const place = firstPlace(
      span,
      lowestFor(span, cursor, earliestMinute(movable.get(placement.id)!, situation.horizon)),
    );
    if (place === null) {
      homeless.push(placement.id);
      continue;
    }
    cursor = place.end + buffer;
    moved.push(
      place.start === span.start
        ? placement
        : { ...placement, start: isoOfMinute(place.start), end: isoOfMinute(place.end), score: 0, factors: [] },
    );
  }
  return { problem: { ...problem, present: [...rest, ...moved] }, homeless };

  function firstPlace(span: MinuteSpan, lowest: number): MinuteSpan | null {
    const minutes = span.end - span.start;
    for (let run = firstRunEndingAfter(free, lowest); run < free.usableStart.length; run += 1) {
      const earliest = Math.max(free.usableStart[run]!, lowest);
      // What need not move keeps its start even off the grid.
      const start = earliest === span.start ? earliest : onGrid(clock, earliest, grid);
      if (localDayNumber(clock, start) !== today) return null;
      if (start + minutes <= free.usableEnd[run]!) return { start, end: start + minutes };
    }
    return null;
  }
}
