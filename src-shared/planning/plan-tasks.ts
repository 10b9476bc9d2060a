import type { BusyItem } from '../engine/busy-item';
import { mergeMinutes, outerMinutes } from '../engine/epoch-minute';
import { FreeTimeCache } from '../engine/free-time-cache';
import type { PhaseTimer } from '../engine/phase-timer';
import type { CacheUse, Placement, Unplaced } from '../engine/plan';
import { type PlacedPiece, placementsOf } from '../tasks/score-placements';
import type { SearchEffort } from '../tasks/search-effort';
import type { ProjectBlock, TaskGroupJob } from '../tasks/task-demand';
import { demandsOf } from '../tasks/task-demands';
import { dueMinute } from '../tasks/task-work';
import { reasonFor, type UnplacedGround } from '../tasks/unplaced-reason';
import type { PlanRun } from './plan-run';
import { busyHabits, type Situation } from './situation';
import { solveTasks } from './solve-tasks';
import { noticesOfFixed } from './task-notices';

/** Planning again after a change of tasks alone finds its calendar here. A memory of pure results: it never changes a plan. */
const freeTimes = new FreeTimeCache();

export interface PlannedTasks {
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  readonly effort: SearchEffort;
  readonly groupSizes: readonly number[];
  readonly workers: number;
  readonly dispatched: number;
  readonly rounds: number;
  readonly freeTime: CacheUse;
  readonly freeRuns: number;
}

/** Places the open tasks around events, what is fixed, and the habits just placed. Of what is fixed only the tasks `asked` for are told of. */
export async function planTasks(
  situation: Situation,
  habits: readonly Placement[],
  run: PlanRun,
  timer: PhaseTimer,
  check: () => void,
  asked: (id: string) => boolean = () => true,
): Promise<PlannedTasks> {
  const { problem, horizon, frame, windows } = situation;
  const { demands, tasks, refused } = demandsOf(situation.taskWork, horizon);
  const busy = busyForTasks(situation, habits);
  const before = { hits: freeTimes.hits, misses: freeTimes.misses };
  const free = freeTimes.freeTime(windows, busy, frame.bufferMinutes);
  timer.ended('index');
  const projectBlocks = situation.taskWork.flatMap((work) =>
    work.fixed.flatMap((piece): ProjectBlock[] =>
      work.task.projectId === null ? [] : [{ project: work.task.projectId, start: piece.start, end: piece.end }],
    ),
  );
  const job: TaskGroupJob = {
    frame,
    free,
    demands,
    projectBlocks,
    algorithm: problem.options.algorithm,
    steps: problem.options.stepBudget,
    seed: problem.options.seed,
  };
  const { result, ...solved } = await solveTasks(job, run, timer, check);
  check();
  const pieces: PlacedPiece[] = situation.taskWork.flatMap((work) => work.fixed.map((piece) => ({ ...piece })));
  tasks.forEach((task, index) => {
    for (const span of result.pieces[index]!) pieces.push({ task, pinned: false, ...span });
  });
  const placements = placementsOf(
    frame,
    pieces,
    { busy: mergeMinutes(busy), windows },
    noticesOfFixed(situation, pieces, busy, asked),
    dueMinute,
    asked,
  );
  timer.ended('score');
  const withoutAllDay = busy.some((item) => item.allDay)
    ? freeTimes.freeTime(
        windows,
        busy.filter((item) => !item.allDay),
        frame.bufferMinutes,
      )
    : free;
  const unplaced: Unplaced[] = [...refused];
  demands.forEach((demand, index) => {
    if (result.pieces[index]!.length > 0) return;
    const missing = demand.dependsOn.find((other) => result.pieces[other]!.length === 0);
    const ground: UnplacedGround = {
      horizon,
      windows,
      free,
      freeWithoutAllDay: withoutAllDay,
      missingDependency: missing === undefined ? null : tasks[missing]!.title,
    };
    unplaced.push({ kind: 'task', id: demand.id, ...reasonFor(demand, ground) });
  });
  return {
    placements,
    unplaced,
    ...solved,
    effort: result.effort,
    freeTime: { hits: freeTimes.hits - before.hits, misses: freeTimes.misses - before.misses },
    freeRuns: free.usableStart.length,
  };
}

/** Everything a task has to go around: blocking events, fixed tasks, standing and placed habits. */
export function busyForTasks(situation: Situation, habits: readonly Placement[]): BusyItem[] {
  const titles = new Map(situation.problem.habits.map((habit) => [habit.id, habit.title]));
  const placed = habits
    .filter((placement) => placement.kind === 'habit')
    .map(
      (placement): BusyItem => ({
        kind: 'habit',
        id: placement.id,
        title: titles.get(placement.id) ?? placement.id,
        allDay: false,
        ...outerMinutes(placement.start, placement.end),
      }),
    );
  const habitsPlanned = situation.problem.options.only.includes('habits');
  return [
    ...situation.blockingEvents,
    ...situation.fixedTasks,
    ...situation.standing,
    ...(habitsPlanned ? placed : busyHabits(situation)),
  ];
}
