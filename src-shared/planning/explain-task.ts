import { instantOfMinute, type MinuteSpan, mergeMinutes, outerMinutes } from '../engine/epoch-minute';
import { onGrid } from '../engine/local-clock';
import type { Placement, Plan } from '../engine/plan';
import { type PlacedPiece, placementScorer } from '../tasks/score-placements';
import type { Task } from '../tasks/task';
import { dueMinute, earliestMinute } from '../tasks/task-work';
import { chooseApart, lengthInWords } from './choose-alternatives';
import type { Alternative, BlockedSlot, PlacedExplanation } from './explanation';
import { type Occupied, OccupiedIndex, occupiedTime } from './occupied-time';
import { busyForTasks } from './plan-tasks';
import type { Situation } from './situation';

/** Slots looked at, at most: beyond this, promptness has long decided. About 60 working days of quarter hours. */
const MOST_SLOTS = 2_000;
const MOST_BLOCKED = 3;

interface RatedSlot extends MinuteSpan {
  readonly late: number;
  readonly score: number;
}

/** Why a task's piece stands where it does, in the finished plan. */
export function explainTask(
  situation: Situation,
  plan: Pick<Plan, 'placements'>,
  task: Task,
  own: Placement,
): PlacedExplanation {
  const { frame } = situation;
  const span = outerMinutes(own.start, own.end);
  const minutes = span.end - span.start;
  const others = plan.placements.filter((placement) => placement !== own);
  const tasks = new Map(situation.problem.tasks.map((item) => [item.id, item]));
  const pieces = others.flatMap((placement): PlacedPiece[] => {
    const item = tasks.get(placement.id);
    if (placement.kind !== 'task' || !item) return [];
    return [{ task: item, pinned: placement.pinned, ...outerMinutes(placement.start, placement.end) }];
  });
  const busy = busyForTasks(situation, plan.placements).filter((item) => item.kind !== 'task');
  const scorer = placementScorer(frame, pieces, { busy: mergeMinutes(busy), windows: situation.windows });
  const factors = own.factors.length > 0 ? own.factors : scorer.factors(task, span);
  const ownScore = own.score > 0 ? own.score : scorer.score(task, span);
  const index = new OccupiedIndex(occupiedTime(situation, { placements: others }));
  const due = dueMinute(task);
  const lateAt = (end: number) => (due === null ? 0 : Math.max(0, end - due));
  const ownLate = lateAt(span.end);
  const [earliest, latest] = limitsOf(situation, others, task);

  const free: RatedSlot[] = [];
  const blocked = new Map<string, BlockedSlot>();
  let candidates = 0;
  // Work under way stays: nothing else is looked at for it.
  const isUnderWay = situation.taskWork.some(
    ({ task: { id }, fixed }) => id === task.id && fixed.some((piece) => !piece.pinned && piece.start === span.start),
  );
  for (const window of isUnderWay ? [] : situation.windows) {
    const last = Math.min(window.end, latest) - minutes;
    for (
      let start = onGrid(frame.clock, Math.max(window.start, earliest), frame.gridMinutes);
      start <= last;
      start += frame.gridMinutes
    ) {
      if (candidates >= MOST_SLOTS) break;
      candidates += 1;
      const slot = { start, end: start + minutes };
      const late = lateAt(slot.end);
      const inTheWay = index.inTheWay(slot, () => frame.bufferMinutes, frame.bufferMinutes);
      if (inTheWay.length === 0) {
        if (start !== span.start) free.push({ ...slot, late, score: scorer.score(task, slot) });
        continue;
      }
      if (late > ownLate) continue;
      const score = scorer.score(task, slot, true);
      if (late === ownLate && score <= ownScore) continue;
      const by = heaviest(inTheWay);
      const key = `${by.kind} ${by.id}`;
      const known = blocked.get(key);
      if (!known || score > known.score) {
        blocked.set(key, { start: instantOfMinute(start), end: instantOfMinute(slot.end), score, by });
      }
    }
  }
  return {
    kind: 'placed',
    score: ownScore,
    factors,
    blocked: [...blocked.values()].sort((a, b) => b.score - a.score || a.start - b.start).slice(0, MOST_BLOCKED),
    alternatives: chooseApart(free, span).map(
      (slot): Alternative => ({
        start: instantOfMinute(slot.start),
        end: instantOfMinute(slot.end),
        score: slot.score,
        lateMinutes: slot.late,
        detail: detailOf(slot, span, index, due),
      }),
    ),
    candidates,
  };
}

/** Between which minutes a task may lie: not before now plus lead, its earliest start and everything it waits for; not after what waits for it. */
export function limitsOf(situation: Situation, others: readonly Placement[], task: Task): [number, number] {
  let earliest = earliestMinute(task, situation.horizon);
  let latest = situation.horizon.end;
  const waiting = new Set(
    situation.problem.tasks.filter((item) => item.dependsOn.includes(task.id)).map((item) => item.id),
  );
  for (const placement of others) {
    if (placement.kind !== 'task' || placement.id === task.id) continue;
    const span = outerMinutes(placement.start, placement.end);
    if (task.dependsOn.includes(placement.id)) earliest = Math.max(earliest, span.end);
    if (waiting.has(placement.id)) latest = Math.min(latest, span.start);
  }
  return [earliest, latest];
}

/** What cannot move is the reason; among equals the longest. */
function heaviest(inTheWay: readonly Occupied[]) {
  const rank = (item: Occupied) =>
    item.by.kind === 'event' ? 3 : item.by.pinned ? 2 : item.by.kind === 'habit' ? 1 : 0;
  return [...inTheWay].sort((a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start))[0]!.by;
}

function detailOf(slot: RatedSlot, own: MinuteSpan, index: OccupiedIndex, due: number | null): string {
  const before = index.lastBefore(slot.start, slot.start - 90);
  const apart = slot.start - own.start;
  const parts = [
    before ? `After "${before.by.title}"` : `${lengthInWords(Math.abs(apart))} ${apart < 0 ? 'earlier' : 'later'}`,
  ];
  if (due !== null) {
    parts.push(slot.late > 0 ? `${lengthInWords(slot.late)} late` : `ends ${lengthInWords(due - slot.end)} before due`);
  }
  const sentence = parts.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
