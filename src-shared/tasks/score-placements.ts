// From pieces to placements: every factor with its value and its sentence, computed afresh from the finished plan.
import { percent } from '#shared/base/percent';
import { type EpochMinute, isoOfMinute, type MinuteSpan, minuteFloor, storedInstant } from '../engine/epoch-minute';
import { localMinuteOfDay } from '../engine/local-clock';
import type { Factor, Placement } from '../engine/plan';
import { type DaySums, energySums, meanOver, partSums } from './day-sums';
import { bufferFactor, FACTOR_WEIGHT, NEUTRAL, projectFactor, promptnessFrom, TOTAL_WEIGHT } from './factors';
import { partName, partWindow } from './part-of-day';
import { slackOf } from './slack';
import type { Task } from './task';
import type { TaskFrame } from './task-demand';

/** A piece of a task where the finished plan has it. */
export interface PlacedPiece extends MinuteSpan {
  readonly task: Task;
  readonly pinned: boolean;
}

/** What surrounds the pieces: time taken by anything else, and the windows; both merged and sorted. */
export interface Surroundings {
  readonly busy: readonly MinuteSpan[];
  readonly windows: readonly MinuteSpan[];
}

/** Scores any stretch for a task within one finished plan. */
export interface PlacementScorer {
  /** The pieces by their start. */
  readonly inOrder: readonly PlacedPiece[];
  factors(task: Task, span: MinuteSpan): Factor[];
  /** Weighted mean of the factors, 0 to 1. `openBuffer` counts the buffer as wholly free: the score of a place once others made way. */
  score(task: Task, span: MinuteSpan, openBuffer?: boolean): number;
}

export function placementScorer(
  frame: TaskFrame,
  pieces: readonly PlacedPiece[],
  around: Surroundings,
): PlacementScorer {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || a.end - b.end);
  const projects = new Map<string, PlacedPiece[]>();
  for (const piece of sorted) {
    if (piece.task.projectId === null) continue;
    const list = projects.get(piece.task.projectId);
    if (list) list.push(piece);
    else projects.set(piece.task.projectId, [piece]);
  }
  const energy = new Map<string | null, DaySums>();
  const parts = new Map<string, DaySums>();
  const energyOf = (task: Task) => lookUp(energy, task.energy, () => energySums(frame.energy, task.energy));
  const partOf = (task: Task) => lookUp(parts, keyOf(task.partOfDay), () => partSums(partWindow(task.partOfDay)));

  const factors = (task: Task, span: MinuteSpan): Factor[] => {
    const minutes = span.end - span.start;
    const local = localMinuteOfDay(frame.clock, span.start);
    const [before, after] = freeAround(span, sorted, around);
    const nearest = nearestInProject(task, span, projects);
    const daysAhead = Math.max(0, span.start - frame.now) / 1440;
    return [
      {
        name: 'promptness',
        value: promptnessFrom(frame.now, span.start, ratherFrom(task)),
        weight: FACTOR_WEIGHT.promptness,
        detail: promptnessDetail(daysAhead, span.start, ratherFrom(task)),
      },
      task.energy === null ? ANY_ENERGY : energyFactor(task, meanOver(energyOf(task), local, minutes)),
      task.partOfDay === null ? ANY_PART : partFactor(task, meanOver(partOf(task), local, minutes), minutes),
      {
        name: 'buffer',
        value: bufferFactor(before, after, frame.bufferMinutes),
        weight: FACTOR_WEIGHT.buffer,
        detail: `${capped(before)} free before, ${capped(after)} after`,
      },
      nearest === null
        ? ALONE
        : {
            name: 'project',
            value: projectFactor(nearest),
            weight: FACTOR_WEIGHT.project,
            detail: `Nearest ${capped(nearest, 24 * 60)} away`,
          },
    ];
  };
  const score = (task: Task, span: MinuteSpan, openBuffer = false): number => {
    const local = localMinuteOfDay(frame.clock, span.start);
    const minutes = span.end - span.start;
    let buffer = 1;
    if (!openBuffer) {
      const [before, after] = freeAround(span, sorted, around);
      buffer = bufferFactor(before, after, frame.bufferMinutes);
    }
    return (
      (FACTOR_WEIGHT.promptness * promptnessFrom(frame.now, span.start, ratherFrom(task)) +
        FACTOR_WEIGHT.energy * meanOver(energyOf(task), local, minutes) +
        FACTOR_WEIGHT.partOfDay * meanOver(partOf(task), local, minutes) +
        FACTOR_WEIGHT.buffer * buffer +
        FACTOR_WEIGHT.project * projectFactor(nearestInProject(task, span, projects))) /
      TOTAL_WEIGHT
    );
  };
  return { inOrder: sorted, factors, score };
}

/** Weighted mean of the factors, 0 to 1. */
export function scoreOf(factors: readonly Factor[]): number {
  let sum = 0;
  for (const factor of factors) sum += factor.value * factor.weight;
  return sum / TOTAL_WEIGHT;
}

/** One placement a piece, in order of time; pieces of one task are numbered. Tasks that are not `asked` for only stand around. */
export function placementsOf(
  frame: TaskFrame,
  pieces: readonly PlacedPiece[],
  around: Surroundings,
  notices: ReadonlyMap<string, string>,
  dueOf: (task: Task) => EpochMinute | null,
  asked: (id: string) => boolean = () => true,
): Placement[] {
  const scorer = placementScorer(frame, pieces, around);
  const piecesOf = new Map<Task, number>();
  for (const { task } of pieces) piecesOf.set(task, (piecesOf.get(task) ?? 0) + 1);
  const placedOf = new Map<Task, number>();
  const placements: Placement[] = [];
  for (const piece of scorer.inOrder) {
    const { task } = piece;
    if (!asked(task.id)) continue;
    const of = piecesOf.get(task)!;
    const index = of === 1 ? 0 : (placedOf.get(task) ?? 0);
    if (of > 1) placedOf.set(task, index + 1);
    const factors = scorer.factors(task, piece);
    const due = dueOf(task);
    const lateMinutes = due === null ? 0 : Math.max(0, piece.end - due);
    const notice = noticeFor(piece, lateMinutes, notices);
    placements.push({
      kind: 'task',
      id: task.id,
      start: isoOfMinute(piece.start),
      end: isoOfMinute(piece.end),
      score: scoreOf(factors),
      factors,
      chunk: of > 1 ? { index, of } : null,
      pinned: piece.pinned,
      lateMinutes,
      slack: slackOf(piece.end, due, frame.bufferMinutes),
      ...(notice === undefined ? {} : { notice }),
    });
  }
  return placements;
}

function noticeFor(piece: PlacedPiece, lateMinutes: number, notices: ReadonlyMap<string, string>): string | undefined {
  const bent = notices.get(piece.task.id);
  if (lateMinutes === 0 || !piece.task.dueHard) return bent;
  const late = `Ends ${lateMinutes} min after its hard due date.`;
  return bent === undefined ? late : `${bent} ${late}`;
}

function ratherFrom(task: Task): EpochMinute | null {
  return task.ratherFrom === undefined ? null : minuteFloor(storedInstant(task.ratherFrom));
}

function keyOf(part: Task['partOfDay']): string {
  return typeof part === 'object' ? JSON.stringify(part) : part;
}

function promptnessDetail(daysAhead: number, start: EpochMinute, from: EpochMinute | null): string {
  const ahead = `Starts in ${daysAhead < 1 ? `${Math.round(daysAhead * 24)} h` : `${daysAhead.toFixed(1)} days`}`;
  return from !== null && start < from ? `${ahead}, sooner than your moves say` : ahead;
}

/** What a task that says nothing has, the same in every place: one for all, because a plan has tens of thousands. */
const ANY_ENERGY: Factor = {
  name: 'energy',
  value: NEUTRAL,
  weight: FACTOR_WEIGHT.energy,
  detail: 'Any energy will do',
};
const ANY_PART: Factor = {
  name: 'partOfDay',
  value: NEUTRAL,
  weight: FACTOR_WEIGHT.partOfDay,
  detail: 'No preferred part of the day',
};
const ALONE: Factor = {
  name: 'project',
  value: NEUTRAL,
  weight: FACTOR_WEIGHT.project,
  detail: 'No other block to be near to',
};

function energyFactor({ energy }: Task, value: number): Factor {
  const detail = value > 0.995 ? `All at ${energy} energy` : `${percent(value)} match for ${energy} energy`;
  return { name: 'energy', value, weight: FACTOR_WEIGHT.energy, detail };
}

function partFactor({ partOfDay }: Task, value: number, minutes: number): Factor {
  const inside = Math.round(value * minutes);
  const detail =
    inside === minutes ? `All in ${partName(partOfDay)}` : `${inside} of ${minutes} min in ${partName(partOfDay)}`;
  return { name: 'partOfDay', value, weight: FACTOR_WEIGHT.partOfDay, detail };
}

/** Minutes as a person says them, up to `most`. */
function capped(minutes: number, most = 120): string {
  if (minutes >= most) return `over ${most / 60} h`;
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Free working minutes directly before and after a stretch: to the next block, busy time, or the end of the window. */
function freeAround(span: MinuteSpan, sorted: readonly PlacedPiece[], around: Surroundings): [number, number] {
  const window = around.windows[lastStartingBy(around.windows, span.start)];
  const inside = window !== undefined && window.end > span.start;
  let left = inside ? window.start : span.start;
  let right = inside ? Math.max(window.end, span.end) : span.end;
  for (const list of [sorted, around.busy]) {
    const at = lastStartingBy(list, span.start);
    for (let index = at; index >= 0 && index > at - 4; index -= 1) {
      const other = list[index]!;
      if (other.start === span.start && other.end === span.end) continue;
      if (other.end <= span.start) {
        left = Math.max(left, other.end);
        break;
      }
      left = span.start;
    }
    for (let index = at + 1; index < list.length && index < at + 4; index += 1) {
      const other = list[index]!;
      if (other.start === span.start && other.end === span.end) continue;
      right = Math.min(right, Math.max(span.end, other.start));
      break;
    }
  }
  return [Math.max(0, span.start - left), Math.max(0, right - span.end)];
}

function nearestInProject(
  task: Task,
  span: MinuteSpan,
  projects: ReadonlyMap<string, readonly PlacedPiece[]>,
): number | null {
  const list = task.projectId === null ? undefined : projects.get(task.projectId);
  if (!list) return null;
  let nearest: number | null = null;
  const at = lastStartingBy(list, span.start);
  for (let index = Math.max(0, at - 2); index < Math.min(list.length, at + 4); index += 1) {
    const other = list[index]!;
    if (other.task.id === task.id && other.start === span.start) continue;
    const apart = Math.max(0, other.start - span.end, span.start - other.end);
    if (nearest === null || apart < nearest) nearest = apart;
  }
  return nearest;
}

/** Position of the last span that starts at or before `at`; -1 when there is none. */
function lastStartingBy(list: readonly MinuteSpan[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lookUp<K>(cache: Map<K, DaySums>, key: K, make: () => DaySums): DaySums {
  let sums = cache.get(key);
  if (!sums) {
    sums = make();
    cache.set(key, sums);
  }
  return sums;
}
