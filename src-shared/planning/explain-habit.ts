import { instantOfMinute, type MinuteSpan, outerMinutes } from '../engine/epoch-minute';
import type { Placement, Plan } from '../engine/plan';
import { windowOn } from '../engine/working-windows';
import type { Habit } from '../habits/habit';
import { parseDay } from '../time/day';
import { chooseApart, lengthInWords } from './choose-alternatives';
import type { BlockedSlot, PlacedExplanation } from './explanation';
import { habitTarget, targetScore } from './habit-target';
import { type Occupied, OccupiedIndex, occupiedTime } from './occupied-time';
import type { Situation } from './situation';

const STEP_MINUTES = 5;
const MOST_BLOCKED = 3;

/** Why a habit stands where it does on its day. */
export function explainHabit(
  situation: Situation,
  plan: Pick<Plan, 'placements'>,
  habit: Habit,
  own: Placement,
): PlacedExplanation {
  const { settings } = situation.problem;
  const span = outerMinutes(own.start, own.end);
  const day = parseDay(own.day ?? '') ?? situation.horizon.firstDay;
  const target = habitTarget(settings, habit, day);
  const window = windowOn(settings, day, habit.window);
  const minutes = span.end - span.start;
  const others = plan.placements.filter((placement) => placement !== own);
  const index = new OccupiedIndex(occupiedTime(situation, { placements: others }));
  // Beside a task its buffer is kept; events and other habits may be touched.
  const margin = (item: Occupied) => (item.by.kind === 'task' ? settings.bufferMinutes : 0);
  const free: (MinuteSpan & { late: number; score: number })[] = [];
  const blocked = new Map<string, BlockedSlot>();
  let candidates = 0;
  const first = Math.max(window.start, situation.horizon.earliest);
  const ownDelta = Math.abs(span.start - target);
  for (const start of startsAround(target, first, window.end - minutes)) {
    candidates += 1;
    const slot = { start, end: start + minutes };
    const delta = Math.abs(start - target);
    const inTheWay = index.inTheWay(slot, margin, settings.bufferMinutes);
    if (inTheWay.length === 0) {
      if (start !== span.start) free.push({ ...slot, late: 0, score: targetScore(delta) });
    } else if (delta < ownDelta) {
      const { by } = inTheWay[0]!;
      const key = `${by.kind} ${by.id}`;
      const known = blocked.get(key);
      if (!known || targetScore(delta) > known.score) {
        blocked.set(key, {
          start: instantOfMinute(start),
          end: instantOfMinute(slot.end),
          score: targetScore(delta),
          by,
        });
      }
    }
  }
  return {
    kind: 'placed',
    score: own.score,
    factors: own.factors,
    blocked: [...blocked.values()].sort((a, b) => b.score - a.score || a.start - b.start).slice(0, MOST_BLOCKED),
    alternatives: chooseApart(free, span).map((slot) => ({
      start: instantOfMinute(slot.start),
      end: instantOfMinute(slot.end),
      score: slot.score,
      lateMinutes: 0,
      detail: detailOf(slot, target, index),
    })),
    candidates,
  };
}

/** The target itself and every fifth minute on both sides of it. */
function startsAround(target: number, first: number, last: number): number[] {
  const starts: number[] = [];
  const from = target - Math.floor((target - first) / STEP_MINUTES) * STEP_MINUTES;
  for (let start = from; start <= last; start += STEP_MINUTES) if (start >= first) starts.push(start);
  return starts;
}

function detailOf(slot: MinuteSpan, target: number, index: OccupiedIndex): string {
  const delta = slot.start - target;
  const away =
    delta === 0
      ? 'exactly at its target'
      : `${lengthInWords(Math.abs(delta))} ${delta < 0 ? 'before' : 'after'} its target`;
  const before = index.lastBefore(slot.start, slot.start - 30);
  const sentence = before ? `after "${before.by.title}", ${away}` : away;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
